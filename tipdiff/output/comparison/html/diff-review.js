// Marks of a person: reviewed or wrong, a note, a partner; kept in the browser, taken away as a review.
const Review = (() => {
  const KEPT = ["verdict", "note", "partner"];
  const MARKS = ["reviewed", "wrong"];
  const statements = { old: new Map(), new: new Map() };
  const lists = {};
  // Kept by what the page is about, so that another page never gets its marks.
  const key = `tipdiff ${digest(Changes.source)}`;

  function digest(text) {
    let sum = 0;
    for (let k = 0; k < text.length; k++) sum = (Math.imul(sum, 31) + text.charCodeAt(k)) | 0;
    return `${text.length}-${sum >>> 0}`;
  }

  const marked = () => Changes.all.filter((change) => change.verdict);

  function keep() {
    const kept = marked().map((change) => [change.element.id, ...KEPT.map((name) => change[name])]);
    try {
      localStorage.setItem(key, JSON.stringify(kept));
    } catch {
      // A browser that keeps nothing for a page from disk: the marks live until it is closed.
    }
  }

  function restore() {
    try {
      for (const [id, ...values] of JSON.parse(localStorage.getItem(key) || "[]")) {
        const change = Changes.byId.get(id);
        if (change) KEPT.forEach((name, k) => (change[name] = String(values[k] || "")));
      }
    } catch {
      return;
    }
    for (const change of marked()) show(change);
  }

  function mark(change, verdict) {
    change.verdict = change.verdict === verdict ? "" : verdict;
    show(change);
    keep();
    tell();
    Filter.marked();
  }

  function tell() {
    const count = marked().length;
    Filter.fields.marked.value = count ? `${count} marked` : "nothing marked yet";
  }

  function show(change) {
    const box = change.element.querySelector(".verdict");
    for (const button of box.children) {
      button.setAttribute("aria-pressed", String(button.value === change.verdict));
    }
    change.element.querySelector(".remark")?.remove();
    if (!change.verdict) return;
    const remark = document.createElement("div");
    remark.className = "remark";
    if (side(change) && change.verdict === "wrong") remark.append(partner(change));
    remark.append(field(change, "note", "Note"));
    box.after(remark);
  }

  // Of which report a statement without partner is; "" if it has one.
  function side(change) {
    if (change.record.old.length && change.record.new.length) return "";
    return change.record.new.length ? "new" : "old";
  }

  function field(change, name, label) {
    const row = document.createElement("label");
    const input = document.createElement("input");
    input.value = change[name];
    input.autocomplete = "off";
    input.addEventListener("input", () => {
      change[name] = input.value.trim();
      keep();
    });
    row.append(`${label} `, input);
    return row;
  }

  function partner(change) {
    const other = side(change) === "new" ? "old" : "new";
    const row = field(change, "partner", "Belongs to");
    const input = row.querySelector("input");
    const check = () => {
      const known = !change.partner || statements[other].has(change.partner);
      input.setCustomValidity(known ? "" : `no statement of the ${other} report has this id`);
      input.title = statements[other].get(change.partner) || `id of a statement of the ${other} report`;
    };
    input.setAttribute("list", list(other));
    input.addEventListener("input", check);
    check();
    return row;
  }

  // The statements of a report that have no partner yet, to choose from.
  function list(which) {
    if (!lists[which]) {
      lists[which] = document.createElement("datalist");
      lists[which].id = `without-partner-${which}`;
      for (const change of Changes.all.filter((each) => side(each) === which)) {
        for (const statement of change.record[which]) {
          lists[which].append(new Option(statement.text, statement.id));
        }
      }
      document.body.append(lists[which]);
    }
    return lists[which].id;
  }

  // A review is TOML, and a string of TOML is a string of JSON, but for half characters and DEL.
  const quoted = (text) => JSON.stringify(text.replace(/\p{Cs}/gu, "\ufffd")).replace(/\u007f/g, "\\u007f");
  const listed = (texts) => (texts.length === 1 ? quoted(texts[0]) : `[${texts.map(quoted).join(", ")}]`);
  const distinct = (list) => [...new Set(list.map((statement) => statement.text))];

  function entry(kind, old, now, more = {}) {
    const lines = [`[[${kind}]]`];
    if (old.length) lines.push(`old = ${listed(old)}`);
    if (now.length) lines.push(`new = ${listed(now)}`);
    for (const [name, value] of Object.entries(more)) if (value) lines.push(`${name} = ${quoted(value)}`);
    return `${lines.join("\n")}\n`;
  }

  // Links that share a statement are one: a review that links a statement twice is refused.
  function joined(links) {
    const groups = [];
    for (const link of links) {
      const meets = (group) => group.old.some((t) => link.old.includes(t)) || group.now.some((t) => link.now.includes(t));
      const known = groups.filter(meets);
      const whole = { old: [], now: [], note: "" };
      for (const each of [...known, link]) {
        whole.old = [...new Set([...whole.old, ...each.old])];
        whole.now = [...new Set([...whole.now, ...each.now])];
        whole.note = [whole.note, each.note].filter(Boolean).join("; ");
      }
      groups.splice(0, groups.length, ...groups.filter((group) => !known.includes(group)), whole);
    }
    return groups;
  }

  function text() {
    const links = [];
    const rest = [];
    const remarks = [];
    for (const change of marked()) {
      // The review that the page was made under has it: a statement linked twice is refused.
      if (change.record.reviewed && change.verdict === "reviewed") continue;
      const old = distinct(change.record.old);
      const now = distinct(change.record.new);
      const { note } = change;
      if (change.verdict === "wrong" && side(change)) {
        const other = side(change) === "new" ? "old" : "new";
        const found = statements[other].get(change.partner);
        if (found && other === "old") links.push({ old: [found], now, note });
        else if (found) links.push({ old, now: [found], note });
        else remarks.push(remark(old, now, note));
      } else if (change.verdict === "wrong") {
        for (const a of old) for (const b of now) rest.push(["forbid", [a], [b], { note }]);
      } else if (side(change) || (old.length > 1 && now.length > 1)) {
        rest.push(["status", old, now, { status: change.status, note }]);
      } else {
        links.push({ old, now, note });
      }
    }
    const groups = joined(links);
    const linked = { old: new Set(groups.flatMap((g) => g.old)), now: new Set(groups.flatMap((g) => g.now)) };
    const stands = ([kind, old, now]) =>
      kind === "forbid"
        ? !groups.some((g) => g.old.includes(old[0]) && g.now.includes(now[0]))
        : ![...old.map((t) => linked.old.has(t)), ...now.map((t) => linked.now.has(t))].some(Boolean);
    const blocks = ["# Review of a comparison by tipdiff\n"];
    for (const { old, now, note } of groups) {
      const block = entry("link", old, now, { note });
      // Several to several cannot be linked: a person has to say which belong together.
      blocks.push(old.length > 1 && now.length > 1 ? block.replace(/^(?=.)/gm, "# ") : block);
    }
    for (const each of rest.filter(stands)) blocks.push(entry(...each));
    return [...blocks, ...remarks].join("\n");
  }

  function remark(old, now, note) {
    const open = old.length ? entry("link", old, [""], { note }) : entry("link", [""], now, { note });
    return `# wrong: write its partner, and take the "# " off\n${open.replace(/^(?=.)/gm, "# ")}`;
  }

  function download() {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text()], { type: "application/toml" }));
    link.download = "review.toml";
    link.click();
    URL.revokeObjectURL(link.href);
  }

  function start() {
    const box = document.createElement("div");
    box.className = "verdict";
    for (const verdict of MARKS) {
      const button = document.createElement("button");
      button.type = "button";
      button.value = verdict;
      button.textContent = verdict;
      button.setAttribute("aria-pressed", "false");
      box.append(button);
    }
    for (const change of Changes.all) {
      for (const which of ["old", "new"]) {
        for (const statement of change.record[which]) statements[which].set(statement.id, statement.text);
      }
      const own = box.cloneNode(true);
      const label = change.element.querySelector("h3");
      label.id = `${change.element.id}-label`;
      change.element.setAttribute("aria-labelledby", label.id);
      own.querySelectorAll("button").forEach((button, k) => {
        button.id = `${change.element.id}-${MARKS[k]}`;
        button.setAttribute("aria-labelledby", `${button.id} ${label.id}`);
      });
      own.addEventListener("click", (event) => {
        if (event.target.value && event.target.matches("button")) mark(change, event.target.value);
      });
      change.element.querySelector(".why").before(own);
    }
    restore();
    tell();
  }

  return { download, mark, start };
})();
