// Going from change to change, by keys, links and the strip beside the scroll bar.
const Walk = (() => {
  const strip = document.getElementById("strip");
  const PLACES = ".change, .ghost, .group, #changes";
  const STATUSES = ["changed", "new", "dropped"];
  let at = "";

  // A browser may refuse an address that is written too often; the page works all the same.
  function write(pushes) {
    try {
      history[pushes ? "pushState" : "replaceState"](null, "", Filter.address(at));
    } catch {
      return;
    }
  }

  function go(target, pushes = false) {
    const fold = target.closest(".fold");
    if (fold) fold.open = true;
    at = target.id;
    const tall = target.getBoundingClientRect().height > innerHeight / 2;
    target.scrollIntoView({ block: tall || target.matches(".group, #changes") ? "start" : "center" });
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
    write(pushes);
  }

  // From the change in focus; from where the reader is if that is out of sight.
  function walk(step) {
    Filter.settle();
    const known = Changes.visible();
    const here = current();
    const box = here && !here.element.hidden ? here.element.getBoundingClientRect() : null;
    let order = known.map((change) => change.element);
    if (here && !(box && (box.bottom < 0 || box.top > innerHeight))) {
      const follows = step > 0 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
      order = order.filter((element) => here.element.compareDocumentPosition(element) & follows);
    } else {
      order = order.filter((element) => element.getBoundingClientRect().top >= 0 === step > 0);
    }
    const target = order.at(step > 0 ? 0 : -1) || known.at(step > 0 ? -1 : 0)?.element;
    if (target) go(target);
  }

  function current() {
    return Changes.byId.get(at);
  }

  // What a link leads to is shown even if the filter hides it.
  function follow(id, pushes) {
    const target = document.getElementById(id);
    if (!target || !target.matches(PLACES)) return false;
    for (let each = target; each; each = each.parentElement) each.hidden = false;
    go(target, pushes);
    return true;
  }

  // One line of dashes for each status; all places are read before anything is written.
  function draw() {
    const height = document.documentElement.scrollHeight || 1;
    const least = 1.5 / innerHeight;
    const paths = new Map(STATUSES.map((status) => [status, ""]));
    for (const change of Changes.visible()) {
      if (!paths.has(change.status)) continue;
      const box = change.element.getBoundingClientRect();
      const top = (box.top + scrollY) / height;
      const end = top + Math.max(box.height / height, least);
      paths.set(change.status, `${paths.get(change.status)}M5 ${(1000 * top).toFixed(1)}V${(1000 * end).toFixed(1)}`);
    }
    strip.replaceChildren(
      ...[...paths].map(([status, path]) => {
        const drawn = document.createElementNS("http://www.w3.org/2000/svg", "path");
        drawn.setAttribute("class", status);
        drawn.setAttribute("d", path);
        return drawn;
      }),
    );
  }

  // Once the page is at rest: while it is scrolled, heights become known change by change.
  const REST = 150;
  let waiting = 0;
  function redraw() {
    clearTimeout(waiting);
    waiting = setTimeout(() => requestAnimationFrame(draw), REST);
  }

  // About how high a change is, in rem, so that the scroll bar hardly moves when it is laid out.
  const LINE = 1.5;
  const LABEL = 2.5;
  const LETTER = 0.5;
  const LONGEST = 46;
  function estimate() {
    const size = parseFloat(getComputedStyle(document.documentElement).fontSize);
    const room = Math.min(document.getElementById("changes").clientWidth / size, LONGEST) / LETTER;
    for (const { element, record } of Changes.all) {
      const letters = [...record.new, ...record.old].reduce((sum, s) => Math.max(sum, s.text.length), 0);
      const figures = record.status === "changed" ? record.claims.filter((c) => c.status !== "unchanged").length : 0;
      const height = LABEL + LINE * (Math.ceil(letters / room) + figures);
      element.style.containIntrinsicBlockSize = `auto ${height}rem`;
    }
  }

  function start() {
    estimate();
    strip.removeAttribute("hidden");
    strip.addEventListener("click", (event) => {
      scrollTo({ top: (document.documentElement.scrollHeight * event.clientY) / innerHeight - innerHeight / 2 });
    });
    new ResizeObserver(redraw).observe(document.getElementById("changes"));
    addEventListener("resize", redraw);
  }

  return { current, follow, redraw, start, walk, write };
})();
