"use strict";
// The filter of a history. Without it the page is complete, but still.
(() => {
  const tools = document.getElementById("tools");
  const nothing = document.getElementById("nothing");
  const gone = document.getElementById("gone");
  const threads = [...document.querySelectorAll(".thread")];
  const texts = new Map(threads.map((thread) => [thread, thread.textContent.toLowerCase()]));

  // The address holds the filter: #kind=returned&text=police
  function read() {
    const known = new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "");
    for (const box of tools.elements.kind) box.checked = known.getAll("kind").includes(box.value);
    tools.elements.text.value = known.get("text") || "";
    tools.elements.open.checked = known.has("open");
  }

  function write() {
    const known = new URLSearchParams();
    for (const box of tools.elements.kind) if (box.checked) known.append("kind", box.value);
    if (tools.elements.text.value) known.set("text", tools.elements.text.value);
    if (tools.elements.open.checked) known.set("open", "1");
    history.replaceState(null, "", known.size ? `#${known}` : location.pathname + location.search);
  }

  function apply() {
    const kinds = [...tools.elements.kind].filter((box) => box.checked).map((box) => box.value);
    const text = tools.elements.text.value.trim().toLowerCase();
    let shown = 0;
    for (const thread of threads) {
      const known = thread.dataset.kinds.split(" ");
      const fits = kinds.every((kind) => known.includes(kind)) && (!text || texts.get(thread).includes(text));
      thread.hidden = !fits;
      shown += fits ? 1 : 0;
      thread.querySelector("details").open = tools.elements.open.checked;
    }
    for (const group of document.querySelectorAll(".group")) {
      group.hidden = !group.querySelector(".thread:not([hidden])");
    }
    if (gone) gone.hidden = !document.querySelector(".gone ~ .group:not([hidden])");
    tools.elements.count.value = `${shown} of ${threads.length} threads`;
    nothing.hidden = shown > 0;
  }

  tools.hidden = false;
  tools.addEventListener("submit", (event) => event.preventDefault());
  tools.addEventListener("input", () => { apply(); write(); });
  tools.addEventListener("reset", () => setTimeout(() => { apply(); write(); }));
  // A link to a statement goes there even if the filter hides it.
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    const target = link && document.getElementById(link.hash.slice(1));
    if (!target || !target.matches(".thread")) return;
    target.hidden = false;
    target.closest(".group").hidden = false;
    target.querySelector("details").open = true;
  });
  addEventListener("hashchange", () => { if (location.hash.includes("=")) { read(); apply(); } });
  read();
  apply();
  // The page opens at the view it was made for, unless the address says where.
  const asked = document.getElementById(document.getElementById("threads").dataset.opened || "");
  if (asked && !location.hash) asked.scrollIntoView();
})();
