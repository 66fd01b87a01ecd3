// Find and filter: which changes are shown, how many there would be, and the words found.
const Filter = (() => {
  const form = document.getElementById("tools");
  const fields = form.elements;
  const groups = [...document.querySelectorAll(".group")];
  const folds = [...document.querySelectorAll(".fold")];
  const ghosts = [...document.querySelectorAll(".ghost")];
  const nothing = document.getElementById("nothing");
  const boxes = [...form.querySelectorAll("input[name=status]")];
  const counts = new Map([...form.querySelectorAll("[data-count]")].map((e) => [e.dataset.count, e]));
  const options = ["trait", "section"].flatMap((name) =>
    [...fields[name].options].filter((o) => o.value).map((o) => [`${name}:${o.value}`, o, o.textContent]),
  );

  // By each filter: what is asked for, and what of that a change has.
  const FILTERS = {
    status: { asked: () => boxes.filter((box) => box.checked).map((box) => box.value), has: (c) => [c.counted] },
    trait: { asked: () => one("trait"), has: (c) => c.traits },
    section: { asked: () => one("section"), has: (c) => [c.section] },
    figures: { asked: () => box("figures"), has: (c) => (c.figures ? ["1"] : []) },
    open: { asked: () => box("open"), has: (c) => (c.verdict || c.record.reviewed ? [] : ["1"]) },
  };
  const NAMES = Object.keys(FILTERS);
  const one = (name) => (fields[name].value ? [fields[name].value] : []);
  const box = (name) => (fields[name].checked ? ["1"] : []);
  const words = () => Changes.plain(fields.text.value).split(/\s+/).filter(Boolean);

  // Whether anything is asked for.
  function active() {
    return words().length > 0 || NAMES.some((name) => FILTERS[name].asked().length);
  }

  function apply() {
    const asked = NAMES.map((name) => FILTERS[name].asked());
    const sought = words();
    const tally = new Map();
    let shown = 0;
    for (const change of Changes.all) {
      const has = NAMES.map((name) => FILTERS[name].has(change));
      const missed = NAMES.filter((_, k) => asked[k].length && !asked[k].some((v) => has[k].includes(v)));
      const found = !sought.length || sought.every((word) => Changes.searched(change).includes(word));
      change.element.hidden = !found || missed.length > 0;
      shown += change.element.hidden ? 0 : 1;
      // A count says how many there would be if that were asked for, all else as it is.
      NAMES.forEach((name, k) => {
        if (!found || missed.some((other) => other !== name)) return;
        for (const value of has[k]) tally.set(`${name}:${value}`, (tally.get(`${name}:${value}`) || 0) + 1);
      });
    }
    for (const [key, element] of counts) element.textContent = tally.get(key) || 0;
    for (const [key, option, text] of options) option.textContent = `${text} (${tally.get(key) || 0})`;
    arrange(active());
    fields.count.value = `${shown} of ${Changes.all.length}`;
    nothing.hidden = shown > 0;
    highlight(sought);
    stale = false;
  }

  // A mark may take a change from under the filter: not while a person is at it, but when they go on.
  let stale = false;
  function marked() {
    stale = true;
  }
  function settle() {
    if (stale) apply();
  }

  // Folds open for what a filter finds in them, and close again; headings over nothing go.
  function arrange(filters) {
    for (const fold of folds) {
      const left = fold.querySelector(".change:not([hidden])");
      fold.hidden = !left;
      if (filters && left && !fold.open) {
        fold.open = true;
        fold.dataset.opened = "1";
      } else if (!filters && fold.dataset.opened) {
        fold.open = false;
        delete fold.dataset.opened;
      }
    }
    for (const ghost of ghosts) ghost.hidden = filters;
    for (const group of groups) group.hidden = !group.querySelector(".change:not([hidden])");
    document.body.classList.toggle("side-by-side", fields.sides.checked);
  }

  // Words are marked without touching the page, where the browser can.
  function highlight(sought) {
    if (!CSS.highlights) return;
    const found = new Highlight();
    for (const change of sought.length ? Changes.visible() : []) {
      const walker = document.createTreeWalker(change.element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = Changes.plain(node.data);
        if (text.length !== node.data.length || !node.parentElement.closest(".text")) continue;
        for (const word of sought) {
          for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
            const range = new Range();
            range.setStart(node, at);
            range.setEnd(node, at + word.length);
            found.add(range);
          }
        }
      }
    }
    CSS.highlights.set("found", found);
  }

  // The address holds the filter and the place: #status=new&text=police&at=c12
  function read() {
    const hash = location.hash.slice(1);
    const known = new URLSearchParams(hash.includes("=") ? hash : "");
    for (const each of boxes) each.checked = known.getAll("status").includes(each.value);
    for (const name of ["trait", "section", "text"]) fields[name].value = known.get(name) || "";
    for (const name of ["figures", "open"]) fields[name].checked = known.has(name);
    // How the text is set is as the page was made, unless the address says otherwise.
    fields.sides.checked = known.has("sides") ? known.get("sides") === "1" : fields.sides.defaultChecked;
    return hash.includes("=") ? known.get("at") || "" : named(hash);
  }

  // The id that an address names; one that is no address names none.
  function named(hash) {
    try {
      return decodeURIComponent(hash);
    } catch {
      return "";
    }
  }

  function address(at) {
    const known = new URLSearchParams();
    for (const each of boxes) if (each.checked) known.append("status", each.value);
    for (const name of ["trait", "section", "text"]) if (fields[name].value) known.set(name, fields[name].value);
    for (const name of ["figures", "open"]) if (fields[name].checked) known.set(name, "1");
    if (fields.sides.checked !== fields.sides.defaultChecked) known.set("sides", fields.sides.checked ? "1" : "0");
    if (at) known.set("at", at);
    return String(known) ? `#${known}` : location.pathname + location.search;
  }

  return { active, address, apply, fields, form, marked, named, read, settle };
})();
