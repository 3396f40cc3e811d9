// The data behind a chart, as rows and as the text of a file.

/** @import { FigureSpec } from "../contract" */

import { MESSAGES } from "./messages.js";

/** @typedef {string | number | null | undefined} Cell */
/** @typedef {{head: string[], rows: Cell[][]}} Table */

const MOST_COLUMNS = 12;

/**
 * A column for each series where they share their places, else a row for each point; a heat table as it stands.
 * @param {FigureSpec} figure
 * @returns {Table}
 */
export function tableFrom(figure) {
  const traces = figure.data.filter((trace) => trace.visible !== false && (trace.x || trace.labels));
  const heat = traces.find((trace) => trace.z);
  if (heat) return { head: [" ", ...heat.x], rows: heat.y.map((/** @type {Cell} */ place, /** @type {number} */ i) => [place, ...heat.z[i]]) };
  const series = traces.map(readTrace);
  if (!series.length) return { head: [], rows: [] };
  const titles = series[0].axes.map((name) => figure.layout?.[`${name}axis`]?.title?.text ?? "");
  const placeTitle = titles[0] || " ";
  const shared = series.every(({ marks, places }) => !marks && new Set(places).size === places.length);
  return shared && series.length <= MOST_COLUMNS ? wideTable(series, placeTitle, figure) : longTable(series, placeTitle, titles[1]);
}

/** @typedef {{name: string, marks: Cell[] | null, places: Cell[], values: Cell[], axes: ["x" | "y", "x" | "y"]}} Series */

/** @param {Record<string, any>} trace @returns {Series} */
function readTrace(trace) {
  const sideways = trace.orientation === "h";
  return {
    name: trace.name ?? "",
    marks: Array.isArray(trace.hovertext) ? trace.hovertext : null,
    places: (sideways ? trace.y : trace.x) ?? trace.labels ?? [],
    values: (sideways ? trace.x : trace.y) ?? trace.values ?? [],
    axes: sideways ? ["y", "x"] : ["x", "y"],
  };
}

/** @param {Series[]} series @param {string} placeTitle @param {FigureSpec} figure @returns {Table} */
function wideTable(series, placeTitle, figure) {
  const places = [...new Set(series.flatMap((part) => part.places))];
  if (places.every((place) => typeof place === "number")) places.sort((a, b) => Number(a) - Number(b));
  const columns = series.map((part) => new Map(part.places.map((place, i) => [place, part.values[i]])));
  return {
    head: [placeTitle, ...series.map((part) => part.name || figure.layout?.[`${part.axes[1]}axis`]?.title?.text || MESSAGES.value)],
    rows: places.map((place) => [place, ...columns.map((values) => values.get(place) ?? null)]),
  };
}

/** Marks with names of their own are listed by them. @param {Series[]} series @param {string} placeTitle @param {string} valueTitle @returns {Table} */
function longTable(series, placeTitle, valueTitle) {
  const marked = series.some((part) => part.marks);
  return {
    head: [...(marked ? [MESSAGES.mark] : []), MESSAGES.series, placeTitle, valueTitle || MESSAGES.value],
    rows: series.flatMap((part) =>
      part.places.map((place, i) => [...(marked ? [part.marks?.[i] ?? ""] : []), part.name, place, part.values[i]]),
    ),
  };
}

/**
 * A cell as it is read; numbers that name a place, such as years, have no commas.
 * @param {Cell} value
 * @param {boolean} isPlace
 */
export function formatCell(value, isPlace) {
  if (value === null || value === undefined) return "–";
  return typeof value === "number" && !isPlace ? value.toLocaleString("en", { maximumSignificantDigits: 7 }) : String(value);
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
