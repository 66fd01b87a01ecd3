"use strict";
// The changes of the page: their elements, their records, and what a filter can ask of them.
const Changes = (() => {
  const source = document.getElementById("data").textContent;
  const data = JSON.parse(source);

  // Case, accents and the form of quotes make no difference to a search.
  function plain(text) {
    return text
      .normalize("NFKD")
      .replace(/[\u0300-\u036f]/g, "")
      .replace(/[\u2018\u2019\u02bc]/g, "'")
      .replace(/[\u201c\u201d]/g, '"')
      .toLowerCase();
  }

  const all = [...document.querySelectorAll(".change")].map((element) => {
    const record = data.changes[Number(element.id.slice(1)) - 1];
    return {
      element,
      record,
      status: record.status,
      // What has no counterpart is counted apart, as in the summary.
      counted: record.traits.includes("no-counterpart") ? "no-counterpart" : record.status,
      traits: record.traits,
      section: element.closest(".group").dataset.section,
      fold: element.closest(".fold"),
      figures: record.claims.length > 0,
      verdict: "",
      note: "",
      partner: "",
      searched: "",
    };
  });
  const byId = new Map(all.map((change) => [change.element.id, change]));

  // What free text is looked for in: the statements, their ids and headings. Worked out at need.
  function searched(change) {
    if (!change.searched) {
      const statements = [...change.record.old, ...change.record.new];
      change.searched = plain(statements.map((s) => [s.id, ...s.section, s.text].join(" ")).join(" "));
    }
    return change.searched;
  }

  // What is folded away is passed over: what is next is what a reader would see.
  function visible() {
    return all.filter((change) => !change.element.hidden && (!change.fold || change.fold.open));
  }

  return { all, byId, data, plain, searched, source, visible };
})();
