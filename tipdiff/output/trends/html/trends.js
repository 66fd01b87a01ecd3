"use strict";
// Finding a figure by its name. Without it the page is complete, but still.
(() => {
  const tools = document.getElementById("tools");
  const nothing = document.getElementById("nothing");
  const rows = [...document.querySelectorAll(".figures tbody tr")];
  const charts = [...document.querySelectorAll(".chart")];

  function apply() {
    const text = tools.elements.text.value.trim().toLowerCase();
    let shown = 0;
    for (const row of rows) {
      row.hidden = !row.cells[0].textContent.toLowerCase().includes(text);
      shown += row.hidden ? 0 : 1;
    }
    for (const chart of charts) chart.hidden = !chart.dataset.text.toLowerCase().includes(text);
    for (const group of document.querySelectorAll(".group")) {
      group.hidden = !group.querySelector("tbody tr:not([hidden])");
    }
    tools.elements.count.value = `${shown} of ${rows.length} figures`;
    nothing.hidden = shown > 0;
  }

  function write() {
    const text = tools.elements.text.value;
    const known = new URLSearchParams(text ? { text } : {});
    history.replaceState(null, "", text ? `#${known}` : location.pathname + location.search);
  }

  function open() {
    const place = document.getElementById(location.hash.slice(1));
    const where = place && place.closest("details");
    if (!where) return;
    where.open = true;
    place.scrollIntoView();
    place.focus({ preventScroll: true });
  }

  if (!rows.length) return;
  tools.hidden = false;
  tools.addEventListener("submit", (event) => event.preventDefault());
  tools.addEventListener("input", () => { apply(); write(); });
  tools.addEventListener("reset", () => setTimeout(() => { apply(); write(); }));
  addEventListener("hashchange", open);
  if (location.hash.includes("=")) {
    tools.elements.text.value = new URLSearchParams(location.hash.slice(1)).get("text") || "";
  }
  apply();
  open();
})();
