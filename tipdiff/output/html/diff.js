"use strict";
// Filter, keys, the strip, and marks of review. Without it the page is complete, but still.
(() => {
  const tools = document.getElementById("tools");
  const strip = document.getElementById("strip");
  const nothing = document.getElementById("nothing");
  const groups = [...document.querySelectorAll(".group")];
  const changes = [...document.querySelectorAll(".change")];
  const data = JSON.parse(document.getElementById("data").textContent);
  const texts = new Map(changes.map((change) => [change, change.textContent.toLowerCase()]));
  const verdicts = new Map();
  let current = null;

  // The address holds the filter and the place: #status=new&text=police&at=c12
  function read() {
    const hash = location.hash.slice(1);
    if (!hash.includes("=")) return { at: hash };
    const known = new URLSearchParams(hash);
    for (const box of tools.elements.status) box.checked = known.getAll("status").includes(box.value);
    for (const name of ["trait", "section", "text"]) tools.elements[name].value = known.get(name) || "";
    for (const name of ["figures", "sides"]) tools.elements[name].checked = known.has(name);
    return { at: known.get("at") || "" };
  }

  function write() {
    const known = new URLSearchParams();
    for (const box of tools.elements.status) if (box.checked) known.append("status", box.value);
    for (const name of ["trait", "section", "text"]) {
      if (tools.elements[name].value) known.set(name, tools.elements[name].value);
    }
    for (const name of ["figures", "sides"]) if (tools.elements[name].checked) known.set(name, "1");
    if (current) known.set("at", current.id);
    history.replaceState(null, "", known.size ? `#${known}` : location.pathname + location.search);
  }

  function apply() {
    const statuses = [...tools.elements.status].filter((box) => box.checked).map((box) => box.value);
    const trait = tools.elements.trait.value;
    const section = tools.elements.section.value;
    const text = tools.elements.text.value.trim().toLowerCase();
    const figures = tools.elements.figures.checked;
    const filters = statuses.length || trait || section || text || figures;
    let shown = 0;
    for (const change of changes) {
      const words = change.dataset.words.split(" ");
      const fits =
        (!statuses.length || statuses.includes(words[0])) &&
        (!trait || words.slice(1).includes(trait)) &&
        (!section || change.closest(".group").id === section) &&
        (!text || texts.get(change).includes(text)) &&
        (!figures || "figures" in change.dataset);
      change.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    for (const fold of document.querySelectorAll(".fold")) {
      const left = fold.querySelectorAll(".change:not([hidden])").length;
      fold.hidden = !left;
      if (filters && left) fold.open = true;
    }
    for (const ghost of document.querySelectorAll(".ghost")) ghost.hidden = Boolean(filters);
    for (const group of groups) {
      group.hidden = !group.querySelector(".change:not([hidden])");
    }
    document.body.classList.toggle("side-by-side", tools.elements.sides.checked);
    tools.elements.count.value = `${shown} of ${changes.length} changes`;
    nothing.hidden = shown > 0;
    requestAnimationFrame(draw);
  }

  // Folded changes are passed over: what is next is what a reader would see.
  function visible() {
    return changes.filter((change) => {
      const fold = change.closest(".fold");
      return !change.hidden && !change.closest("[hidden]") && (!fold || fold.open);
    });
  }

  function go(change) {
    if (!change) return;
    const fold = change.closest(".fold");
    if (fold) fold.open = true;
    current = change.classList.contains("change") ? change : current;
    change.scrollIntoView({ block: "center" });
    change.focus({ preventScroll: true });
    write();
  }

  function walk(step) {
    const known = visible();
    const at = known.indexOf(current);
    const next = at < 0 ? (step > 0 ? 0 : known.length - 1) : at + step;
    go(known[Math.min(Math.max(next, 0), known.length - 1)]);
  }

  function draw() {
    const height = document.documentElement.scrollHeight || 1;
    strip.replaceChildren();
    for (const change of visible()) {
      if (change.classList.contains("unchanged")) continue;
      const box = change.getBoundingClientRect();
      const mark = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      mark.setAttribute("y", String((1000 * (box.top + scrollY)) / height));
      mark.setAttribute("height", String(Math.max((1000 * box.height) / height, 1)));
      mark.setAttribute("class", change.classList[1]);
      strip.append(mark);
    }
  }

  // A review is TOML: a string of it is a string of JSON.
  const quoted = (text) => JSON.stringify(text).replace(/\u007f/g, "\\u007f");
  const listed = (statements) => {
    const distinct = [...new Set(statements.map((statement) => statement.text))];
    return distinct.length === 1 ? quoted(distinct[0]) : `[${distinct.map(quoted).join(", ")}]`;
  };

  function entries(change, verdict) {
    const both = change.old.length && change.new.length;
    if (both && verdict === "wrong") {
      const pairs = change.old.flatMap((old) => change.new.map((now) => [old, now]));
      return pairs.map(([old, now]) => `[[forbid]]\nold = ${quoted(old.text)}\nnew = ${quoted(now.text)}\n`);
    }
    if (both) {
      return [`[[link]]\nold = ${listed(change.old)}\nnew = ${listed(change.new)}\n`];
    }
    const side = change.new.length ? "new" : "old";
    const text = listed(change[side]);
    if (verdict === "right") return [`[[status]]\n${side} = ${text}\nstatus = "${change.status}"\n`];
    const other = side === "new" ? "old" : "new";
    return [`# wrong: write its partner, and take the "# " off\n# [[link]]\n# ${side} = ${text}\n# ${other} = ""\n`];
  }

  function review() {
    const blocks = [...verdicts].flatMap(([change, verdict]) =>
      entries(data.changes[Number(change.id.slice(1)) - 1], verdict),
    );
    const text = ["# Review of a comparison by tipdiff\n", ...blocks].join("\n");
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/toml" }));
    link.download = "review.toml";
    link.click();
    URL.revokeObjectURL(link.href);
  }

  function judge(change) {
    const box = document.createElement("div");
    box.className = "verdict";
    for (const verdict of ["right", "wrong"]) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = verdict;
      button.setAttribute("aria-pressed", "false");
      button.setAttribute("aria-label", `Mark change ${change.id} as ${verdict}`);
      button.addEventListener("click", () => {
        const on = verdicts.get(change) !== verdict;
        if (on) verdicts.set(change, verdict);
        else verdicts.delete(change);
        for (const other of box.children) {
          other.setAttribute("aria-pressed", String(on && other === button));
        }
      });
      box.append(button, " ");
    }
    change.querySelector("header").append(box);
  }

  for (const change of changes) judge(change);
  tools.hidden = false;
  strip.toggleAttribute("hidden", false);
  tools.addEventListener("submit", (event) => event.preventDefault());
  tools.addEventListener("input", () => { apply(); write(); });
  tools.addEventListener("reset", () => setTimeout(() => { apply(); write(); }));
  tools.addEventListener("click", (event) => {
    const what = event.target.dataset && event.target.dataset.do;
    if (what === "next") walk(1);
    if (what === "previous") walk(-1);
    if (what === "review") review();
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, select, textarea")) return;
    if (event.key === "j" || event.key === "n") walk(1);
    else if (event.key === "k" || event.key === "p") walk(-1);
    else return;
    event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    const target = link && document.getElementById(link.hash.slice(1));
    if (!target || !target.matches(".change, .ghost")) return;
    event.preventDefault();
    target.hidden = false;
    go(target);
  });
  strip.addEventListener("click", (event) => {
    scrollTo({ top: (document.documentElement.scrollHeight * event.clientY) / innerHeight - innerHeight / 2 });
  });
  addEventListener("resize", () => requestAnimationFrame(draw));
  document.addEventListener("toggle", () => requestAnimationFrame(draw), true);
  addEventListener("hashchange", () => start());

  function start() {
    const { at } = read();
    apply();
    const target = at && document.getElementById(at);
    if (target) go(target);
  }
  start();
})();
