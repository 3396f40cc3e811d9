// The data behind a chart, as rows and as the text of a file.

/** @import { FigureSpec } from "../contract" */

import { MESSAGES } from "./messages.js";

/** @typedef {string | number | null | undefined} Cell */
/** @typedef {{head: string, cells: Cell[]}} Column */
/** @typedef {{name: string, marks: Cell[] | null, places: Column[], values: Column[]}} Reading */
/** @typedef {{head: string[], rows: Cell[][]}} Table */
/** @typedef {Record<string, any>} Trace */

const MOST_COLUMNS = 12;
const DIMENSIONS = new Set(["splom", "parcoords", "parcats"]);
const SAMPLES = new Set(["box", "violin", "histogram", "indicator"]);

/**
 * A column for each series where they share their places, else a row for each point; a grid as it stands.
 * @param {FigureSpec} figure
 * @returns {Table}
 */
export function tableFrom(figure) {
  const traces = figure.data.filter((trace) => (trace.visible ?? true) === true);
  const grids = traces.filter(isGrid);
  if (grids.length === 1) return gridTable(grids[0]);
  const readings = traces
    .map((trace) => readTrace(trace, figure.layout))
    .filter(({ places, values }) => places.length + values.length);
  if (!readings.length) return { head: [], rows: [] };
  return shareTheirPlaces(readings) ? wideTable(readings) : longTable(readings);
}

/**
 * Where the points of a trace stand and what they are worth, whatever its type: the twin of read_trace in
 * kit/widgets/readings.py.
 * @param {Trace} trace
 * @param {Record<string, any>} layout
 * @returns {Reading}
 */
export function readTrace(trace, layout = {}) {
  const kind = trace.type ?? "scatter";
  const marks = Array.isArray(trace.hovertext) ? trace.hovertext : null;
  /** @param {Column[]} places @param {Column[]} values @returns {Reading} */
  const reading = (places, values) => ({ name: trace.name ?? "", marks, places, values });
  if (kind === "image") return reading([], []);
  if (kind === "table") return reading([], tableColumns(trace));
  if (DIMENSIONS.has(kind)) return reading([], dimensionColumns(trace));
  if (isGrid(trace)) return reading(...gridColumns(trace));
  const [placeKeys, valueKeys] = turned(KIT_CONSTANTS.readings[kind] ?? [["x"], ["y"]], trace.orientation === "h");
  const title = (/** @type {string} */ key) => titleOf(key, trace, layout);
  let places = columns(trace, placeKeys, title);
  let values = columns(trace, valueKeys, title);
  if (!values.length && valueKeys[0] === "value" && trace.value != null) values = [{ head: "", cells: [trace.value] }];
  // One column alone is what the points are worth.
  if (!values.length && ["x", "y"].includes(placeKeys.join())) [places, values] = [[], places];
  if (kind === "sankey")
    for (const column of places) column.cells = column.cells.map((node) => trace.node?.label?.[Number(node)] ?? node);
  if (!places.length && !SAMPLES.has(kind) && values.length)
    places = [{ head: "", cells: counted(trace, values[0].cells.length) }];
  return reading(places, values);
}

/** @param {[string[], string[]]} keys @param {boolean} sideways */
function turned(keys, sideways) {
  const swap = (/** @type {string} */ key) => ({ x: "y", y: "x" })[key] ?? key;
  return sideways ? keys.map((part) => part.map(swap)) : keys;
}

/** @param {Trace} trace @param {string[]} keys @param {(key: string) => string} title @returns {Column[]} */
function columns(trace, keys, title) {
  return keys.flatMap((key) => {
    const cells = cellsOf(trace, key);
    return cells ? [{ head: title(key), cells }] : [];
  });
}

/** @param {Trace} trace @param {string} key @returns {Cell[] | null} */
function cellsOf(trace, key) {
  const found = key.split(".").reduce((/** @type {any} */ part, name) => part?.[name], trace);
  if (!Array.isArray(found)) return null;
  // Categories of several levels.
  const levels = found.length > 0 && found.every(Array.isArray);
  return levels ? found[0].map((_, /** @type {number} */ i) => found.map((level) => level[i]).join(", ")) : found;
}

/** Points without places are counted, as plotly.js does. @param {Trace} trace @param {number} count */
function counted({ x0 = 0, dx = 1 }, count) {
  const isCounted = typeof x0 === "number" && typeof dx === "number";
  return Array.from({ length: count }, (_, i) => (isCounted ? x0 + i * dx : i));
}

/**
 * What the axis says, or the name of the array.
 * @param {string} key
 * @param {Trace} trace
 * @param {Record<string, any>} layout
 */
function titleOf(key, trace, layout) {
  const axes = "abc".includes(key) ? [] : [`${key}axis${String(trace[`${key}axis`] ?? "").slice(1)}`];
  const said = axes.map((axis) => layout?.[axis]?.title?.text).find(Boolean);
  return said ?? (["x", "y", "z", "values", "value", "labels"].includes(key) ? "" : (key.split(".").at(-1) ?? ""));
}

/** @param {Trace} trace @returns {Column[]} */
function tableColumns({ header, cells }) {
  return (cells?.values ?? []).map((/** @type {any} */ column, /** @type {number} */ i) => ({
    head: [header?.values?.[i] ?? ""].flat().join(" "),
    cells: [column].flat(),
  }));
}

/** @param {Trace} trace @returns {Column[]} */
function dimensionColumns({ dimensions }) {
  const filled = (dimensions ?? []).filter((/** @type {any} */ dimension) => Array.isArray(dimension.values));
  return filled.map((/** @type {any} */ { label, values }) => ({ head: label ?? "", cells: values }));
}

/** Whether a trace holds rows of values. @param {Trace} trace */
function isGrid({ type, z }) {
  return type !== "image" && Array.isArray(z) && Array.isArray(z[0]);
}

/** @param {Trace} trace @returns {{across: Cell[], down: Cell[], z: Cell[][]}} */
function gridOf(trace) {
  const z = trace.z;
  const width = Math.max(...z.map((/** @type {Cell[]} */ row) => row.length));
  const count = (/** @type {number} */ length) => Array.from({ length }, (_, i) => i);
  return { across: cellsOf(trace, "x") ?? count(width), down: cellsOf(trace, "y") ?? count(z.length), z };
}

/** @param {Trace} trace @returns {Table} */
function gridTable(trace) {
  const { across, down, z } = gridOf(trace);
  return { head: [" ", ...across.map(String)], rows: down.slice(0, z.length).map((place, i) => [place, ...z[i]]) };
}

/** @param {Trace} trace @returns {[Column[], Column[]]} */
function gridColumns(trace) {
  const { across, down, z } = gridOf(trace);
  const cells = down
    .slice(0, z.length)
    .flatMap((row, i) => across.slice(0, z[i].length).map((column, j) => [row, column, z[i][j]]));
  const column = (/** @type {number} */ place) => ({ head: "", cells: cells.map((cell) => cell[place]) });
  return [[column(0), column(1)], [column(2)]];
}

/** @param {Reading[]} readings */
function shareTheirPlaces(readings) {
  return (
    readings.length <= MOST_COLUMNS &&
    readings.every(({ marks, places, values }) => {
      return (
        !marks && places.length === 1 && values.length === 1 && new Set(places[0].cells).size === places[0].cells.length
      );
    })
  );
}

/** @param {Reading[]} readings @returns {Table} */
function wideTable(readings) {
  const places = [...new Set(readings.flatMap((part) => part.places[0].cells))];
  if (places.every((place) => typeof place === "number")) places.sort((a, b) => Number(a) - Number(b));
  const known = readings.map(
    (part) => new Map(part.places[0].cells.map((place, i) => [place, part.values[0].cells[i]])),
  );
  return {
    head: [
      readings[0].places[0].head || " ",
      ...readings.map((part) => part.name || part.values[0].head || MESSAGES.value),
    ],
    rows: places.map((place) => [place, ...known.map((values) => values.get(place) ?? null)]),
  };
}

/**
 * A row for each point, led by its own name and that of its series, where there are any.
 * @param {Reading[]} readings
 * @returns {Table}
 */
function longTable(readings) {
  const marked = readings.some((part) => part.marks);
  const named = readings.length > 1 || readings.some((part) => part.name);
  const longest = (/** @type {"places" | "values"} */ key) =>
    readings.map((part) => part[key]).sort((a, b) => b.length - a.length)[0];
  const places = longest("places");
  const values = longest("values");
  return {
    head: [
      ...(marked ? [MESSAGES.mark] : []),
      ...(named ? [MESSAGES.series] : []),
      ...places.map((column) => column.head || " "),
      ...values.map((column) => column.head || MESSAGES.value),
    ],
    rows: readings.flatMap((part) => {
      const all = [...part.places, ...part.values];
      const count = Math.max(0, ...all.map((column) => column.cells.length));
      return Array.from({ length: count }, (_, i) => [
        ...(marked ? [part.marks?.[i] ?? ""] : []),
        ...(named ? [part.name] : []),
        ...places.map((_, j) => part.places[j]?.cells[i] ?? null),
        ...values.map((_, j) => part.values[j]?.cells[i] ?? null),
      ]);
    }),
  };
}

/**
 * A cell as it is read; numbers that name a place, such as years, have no commas.
 * @param {Cell} value
 * @param {boolean} isPlace
 */
export function formatCell(value, isPlace) {
  if (value === null || value === undefined) return "–";
  return typeof value === "number" && !isPlace
    ? value.toLocaleString("en", { maximumSignificantDigits: 15 })
    : String(value);
}

/** @param {Table} table */
export function toCsv({ head, rows }) {
  return [head, ...rows].map((row) => row.map(csvCell).join(",")).join("\r\n");
}

/** A spreadsheet runs a cell that starts with one of these signs; an apostrophe keeps it a text. @param {Cell} value */
function csvCell(value) {
  if (value === null || value === undefined) return "";
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
