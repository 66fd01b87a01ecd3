// The controls of a comparison's page. Without them the page is complete, but still.
(() => {
  const { form, fields } = Filter;
  const WIDE = "(min-width: 69rem)";

  function refresh() {
    Filter.apply();
    Walk.redraw();
    Walk.write();
  }

  // What a filter leaves is brought into sight: else its answer would stand below the findings.
  function reveal() {
    const changes = document.getElementById("changes");
    if (Filter.active() && changes.getBoundingClientRect().top > innerHeight / 2) changes.scrollIntoView();
  }

  function more(open) {
    form.classList.toggle("open", open);
    form.querySelector("[data-do=more]").setAttribute("aria-expanded", String(open));
  }

  const DO = {
    next: () => Walk.walk(1),
    previous: () => Walk.walk(-1),
    more: () => more(!form.classList.contains("open")),
    review: () => Review.download(),
  };

  const onCurrent = (act) => () => {
    const change = Walk.current();
    if (change) act(change);
  };
  const KEYS = {
    j: DO.next,
    n: DO.next,
    k: DO.previous,
    p: DO.previous,
    "/": () => {
      more(true);
      fields.text.focus();
    },
    s: () => {
      fields.sides.checked = !fields.sides.checked;
      refresh();
    },
    e: onCurrent((change) => change.element.querySelector(".why > summary").click()),
    r: onCurrent((change) => Review.mark(change, "reviewed")),
    w: onCurrent((change) => Review.mark(change, "wrong")),
  };

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => {
    if (event.target.name === "keys") return;
    refresh();
    reveal();
  });
  form.addEventListener("reset", () => {
    // The view and the keys are no part of the filter.
    const { sides, keys } = fields;
    const kept = [sides.checked, keys.checked];
    setTimeout(() => {
      [sides.checked, keys.checked] = kept;
      refresh();
    });
  });
  form.addEventListener("click", (event) => {
    const act = DO[event.target.dataset.do];
    if (act) act();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && form.classList.contains("open")) more(false);
    if (event.ctrlKey || event.metaKey || event.altKey || !fields.keys.checked) return;
    if (event.target.closest("input:not([type=checkbox]), select, textarea")) return;
    const act = Object.hasOwn(KEYS, event.key) && KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (Walk.follow(Filter.named(link.hash.slice(1)), true)) event.preventDefault();
  });

  function open() {
    const at = Filter.read();
    Filter.apply();
    Walk.redraw();
    if (!Walk.follow(at)) reveal();
  }

  form.hidden = false;
  document.querySelector(".contents").open = matchMedia(WIDE).matches;
  Review.start();
  Walk.start();
  addEventListener("hashchange", open);
  addEventListener("popstate", open);
  open();
})();
