"use strict";
// The browser of failing rows. Everything that comes from a row goes in as text, never as markup.
(() => {
  const PAGE = 25;
  const data = JSON.parse(document.getElementById("rows-data").textContent);
  const list = document.getElementById("rows-list");
  const count = document.getElementById("rows-count");
  const more = document.getElementById("rows-more");
  const form = document.getElementById("rows-filters");
  const CHANGES = { broken: "newly broken", fixed: "newly fixed", still: "still broken" };

  // What a row can be filtered by: name → the values that a row has.
  const ofRow = {
    slice: (row) => row.slices,
    country: (row) => [row.country || "(none)"],
    change: (row) => (row.change ? [row.change] : []),
    adversarial: (row) => [row.adversarial ? "only" : "without"],
  };
  // … and what one of its faults can be filtered by: all of these must hold of the same fault.
  const ofFault = {
    tag: (fault) => data.tags[fault[1]],
    class: (fault) => data.classes[fault[2]],
    kind: (fault) => fault[0],
  };
  let found = [];
  let shown = 0;

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function holds(row, wanted, typed) {
    for (const [name, values] of Object.entries(ofRow))
      if (wanted[name] && !values(row).includes(wanted[name])) return false;
    const asked = Object.keys(ofFault).filter((name) => wanted[name]);
    const fits = (fault) => asked.every((name) => ofFault[name](fault) === wanted[name]);
    if (asked.length && !row.faults.some(fits)) return false;
    return !typed || `${row.raw}\n${row.id}`.toLowerCase().includes(typed);
  }

  function marked(text, spans) {
    const line = element("span", "text");
    line.dir = "auto";
    let at = 0;
    for (const [start, end, tag, wrong, probability] of spans) {
      line.append(text.slice(at, start));
      const mark = element("mark", wrong ? "wrong" : "", text.slice(start, end));
      const name = data.tags[tag];
      mark.style.background = data.colours[tag];
      mark.dataset.tag = name;
      mark.title = probability === undefined ? name : `${name} ${probability.toFixed(3)}`;
      mark.append(element("small", "", wrong ? `✗ ${name}` : name));
      line.append(mark);
      at = end;
    }
    line.append(text.slice(at));
    return line;
  }

  function fault([kind, tag, name, gold, predicted, detail]) {
    const item = element("li", kind);
    item.append(element("b", "", data.tags[tag]), ` ${kind}: `);
    item.append(element("code", "", data.classes[name] + (detail ? ` (${detail})` : "")));
    for (const [label, text] of [["gold", gold], ["predicted", predicted]])
      if (text !== null) item.append(`, ${label} `, element("q", "", text));
    return item;
  }

  function card(row) {
    const made = element("article", "row");
    const head = element("header");
    head.append(element("code", "id", row.id));
    if (row.change) head.append(element("span", `badge ${row.change}`, CHANGES[row.change]));
    if (row.expected) head.append(element("span", "badge", "expected to fail"));
    if (row.adversarial) head.append(element("span", "badge", "adversarial"));
    const said = [row.country, ...row.slices, row.source].filter(Boolean).join(" · ");
    head.append(element("span", "where", said));
    if (row.probability !== undefined)
      head.append(element("span", "where", `confidence ${(100 * row.probability).toFixed(1)} %`));
    made.append(head);
    const places = (spans) => JSON.stringify(spans?.map((span) => span.slice(0, 3)));
    const same = places(row.a) === places(row.b);
    const sides = [["gold", "Gold", row.gold], ["a", same ? "A = B" : "A", row.a]];
    if (row.b && !same) sides.push(["b", "B", row.b]);
    for (const [key, name, spans] of sides) {
      const line = element("div", `side ${key}`);
      line.append(element("span", "name", name), marked(row.raw, spans));
      made.append(line);
    }
    const faults = element("ul", "faults");
    faults.append(...row.faults.map(fault));
    if (row.faults.length) made.append(faults);
    return made;
  }

  function showMore() {
    const next = found.slice(shown, shown + PAGE);
    list.append(...next.map(card));
    shown += next.length;
    count.textContent = `${found.length} of ${data.rows.length} rows, ${shown} shown`;
    more.hidden = shown >= found.length;
  }

  function apply() {
    const wanted = Object.fromEntries(new FormData(form));
    const typed = wanted.text.trim().toLowerCase();
    found = data.rows.filter((row) => holds(row, wanted, typed));
    shown = 0;
    list.replaceChildren();
    showMore();
  }

  // The filters stand in the page's address, so that a view can be sent to somebody.
  function remember() {
    const asked = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    history.replaceState(null, "", `${location.pathname}${location.search}#${asked}`);
  }

  function set(values) {
    form.reset();
    for (const [name, value] of Object.entries(values))
      if (form.elements[name]) form.elements[name].value = value;
    apply();
  }

  function fill() {
    const times = {};
    const add = (name, value) => {
      const counted = (times[name] ??= new Map());
      counted.set(value, (counted.get(value) ?? 0) + 1);
    };
    for (const row of data.rows) {
      for (const [name, values] of Object.entries(ofRow))
        for (const value of new Set(values(row))) add(name, value);
      for (const [name, value] of Object.entries(ofFault))
        for (const each of new Set(row.faults.map(value))) add(name, each);
    }
    const label = (name, value) => (name === "change" ? CHANGES[value] : value);
    for (const [name, counted] of Object.entries(times)) {
      const options = [...counted].sort((a, b) => b[1] - a[1]);
      const made = options.map(([value, n]) => new Option(`${label(name, value)} (${n})`, value));
      form.elements[name].append(...made);
    }
    for (const name of [...Object.keys(ofRow), ...Object.keys(ofFault)])
      form.elements[name].closest("label").hidden = (times[name]?.size ?? 0) < 2;
  }

  fill();
  for (const field of form.elements)
    field.addEventListener(field.name === "text" ? "input" : "change", () => {
      apply();
      remember();
    });
  form.addEventListener("submit", (event) => event.preventDefault());
  document.getElementById("rows-reset").addEventListener("click", () => {
    set({});
    remember();
  });
  more.addEventListener("click", showMore);
  document.addEventListener("click", (event) => {
    const jump = event.target.closest("[data-jump]");
    if (!jump) return;
    set(JSON.parse(jump.dataset.jump));
    remember();
    document.getElementById("rows").scrollIntoView();
  });
  window.addEventListener("beforeprint", () => {
    for (const each of document.querySelectorAll("details")) each.open = true;
  });
  set(Object.fromEntries(new URLSearchParams(location.hash.slice(1))));
})();
