// The data behind a chart, as a table and as a file.

/** Return {head, rows} of a plain figure: a column for each series where they share their places, else a row for each point; a heat table as it stands. */
function tableOf(figure) {
  const traces = figure.data.filter((trace) => trace.visible !== false && (trace.x || trace.labels));
  const table = traces.find((trace) => trace.z);
  if (table) return { head: [" ", ...table.x], rows: table.y.map((place, i) => [place, ...table.z[i]]) };
  const axis = (name) => figure.layout?.[`${name}axis`]?.title?.text ?? "";
  const parts = traces.map((trace) => {
    const sideways = trace.orientation === "h";
    const values = (sideways ? trace.x : trace.y) ?? trace.values ?? [];
    return { name: trace.name ?? "", marks: trace.hovertext, places: (sideways ? trace.y : trace.x) ?? trace.labels ?? [], values, axes: sideways ? ["y", "x"] : ["x", "y"] };
  });
  const [first] = parts;
  if (!first) return { head: [], rows: [] };
  const placeName = axis(first.axes[0]) || " ";
  const each = parts.every((part) => !Array.isArray(part.marks) && new Set(part.places).size === part.places.length);
  if (each && parts.length <= 12) {
    const places = [...new Set(parts.flatMap((part) => part.places))];
    if (places.every((place) => typeof place === "number")) places.sort((a, b) => a - b);
    const found = parts.map((part) => new Map(part.places.map((place, i) => [place, part.values[i]])));
    return {
      head: [placeName, ...parts.map((part) => part.name || axis(part.axes[1]) || WORDS.value)],
      rows: places.map((place) => [place, ...found.map((values) => values.get(place) ?? null)]),
    };
  }
  // Marks with names of their own are listed by them.
  const marked = parts.some((part) => Array.isArray(part.marks));
  return {
    head: [...(marked ? [WORDS.mark] : []), WORDS.series, placeName, axis(first.axes[1]) || WORDS.value],
    rows: parts.flatMap((part) => part.places.map((place, i) => [...(marked ? [part.marks?.[i] ?? ""] : []), part.name, place, part.values[i]])),
  };
}

function inTable(value, isPlace) {
  if (value === null || value === undefined) return "–";
  return typeof value === "number" && !isPlace ? value.toLocaleString("en", { maximumSignificantDigits: 7 }) : String(value);
}

function tableNode({ head, rows }) {
  const line = (cells, tag) => make("tr", {}, ...cells.map((cell, i) => make(i ? tag : "th", { scope: tag === "th" ? "col" : i ? undefined : "row" }, tag === "th" ? cell : inTable(cell, !i))));
  return make(
    "table",
    { class: "kit-table" },
    make("caption", {}, WORDS.data_caption),
    make("thead", {}, line(head, "th")),
    make("tbody", {}, ...rows.map((row) => line(row, "td"))),
  );
}

/** A spreadsheet runs a cell that starts with one of these signs; an apostrophe keeps it a text. */
function inFile(value) {
  if (value === null || value === undefined) return "";
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function download(name, { head, rows }) {
  const text = [head, ...rows].map((row) => row.map(inFile).join(",")).join("\r\n");
  const address = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv;charset=utf-8" }));
  make("a", { href: address, download: `${name}.csv` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/** The button and the folded table; `show(figure)` says which data; `word` is filled only while it is open. */
function makeData(name) {
  let figure = { data: [] };
  const place = make("div", { class: "kit-data", tabindex: "0", role: "region", "aria-label": WORDS.data_caption, hidden: true });
  const button = makeAction(WORDS.show_data, () => {
    place.hidden = !place.hidden;
    button.textContent = place.hidden ? WORDS.show_data : WORDS.hide_data;
    button.setAttribute("aria-expanded", String(!place.hidden));
    fillIn();
  });
  button.setAttribute("aria-expanded", "false");
  function fillIn() {
    if (place.hidden) return;
    const table = tableOf(figure);
    place.replaceChildren(makeAction(WORDS.download, () => download(name, table)), tableNode(table));
  }
  function show(next) {
    figure = next;
    fillIn();
  }
  return { button, place, show };
}
