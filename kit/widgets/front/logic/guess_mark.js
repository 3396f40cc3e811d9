// The reader's guess on the author's own chart: a dashed line across the axis on which the truth stands.

/** @import { FigureSpec } from "../contract" */

import { fill, MESSAGES } from "./messages.js";
import { formatQuantity } from "./numbers.js";

// how far a guess may lie from the values, in widths of them: from further off they would be squeezed
const FURTHEST = 2;
const ROOM = 0.05; // what an axis that ends before the guess gets beyond it, in the same measure
const ROUNDING = 0.005; // a truth may be rounded otherwise than the value that is drawn

/**
 * The figure with the guess marked and how a screen reader is told; null where the chart has no axis on which the truth
 * stands as a value: then it measures something else, or the guess lies too far off.
 * @param {FigureSpec} figure
 * @param {number} guess
 * @param {number} truth
 * @param {string} unit
 * @returns {{figure: FigureSpec, label: string} | null}
 */
export function markGuess(figure, guess, truth, unit) {
  if (!namesUnit(figure, unit)) return null;
  for (const letter of /** @type {const} */ (["y", "x"])) {
    const values = valuesAlong(figure, letter);
    if (!values.some((value) => Math.abs(value - truth) <= ROUNDING * Math.abs(truth))) continue;
    const axis = figure.layout[`${letter}axis`] ?? {};
    const place = (/** @type {number} */ value) => (axis.type === "log" ? Math.log10(value) : value);
    const places = values.map(place).filter(Number.isFinite);
    const at = place(guess);
    const [low, high] = [Math.min(...places), Math.max(...places)];
    const width = high - low || Math.abs(high) || 1;
    if (!(at >= low - FURTHEST * width && at <= high + FURTHEST * width)) return null;
    const words = { guess: formatQuantity(guess, unit), truth: formatQuantity(truth, unit) };
    return {
      figure: marked(figure, letter, guess, at, at > (low + high) / 2, ROOM * width, words.guess),
      label: fill(MESSAGES.guess_on_chart, words),
    };
  }
  return null;
}

/**
 * Whether a chart counts in the unit of the guess: the kit's charts write their unit on them.
 * @param {FigureSpec} figure
 * @param {string} unit
 */
function namesUnit({ layout, guest }, unit) {
  const words = [...(layout.annotations ?? []), layout.xaxis?.title, layout.yaxis?.title];
  return guest || words.some((one) => String(one?.text ?? "").includes(unit));
}

/**
 * What the traces are worth along an axis; nothing where it is no axis of numbers, or bars stand on each other.
 * @param {FigureSpec} figure
 * @param {"x" | "y"} letter
 * @returns {number[]}
 */
function valuesAlong({ data, layout }, letter) {
  const axis = layout[`${letter}axis`] ?? {};
  const traces = data.filter(({ visible }) => visible === undefined || visible === true);
  if (axis.ticktext || (axis.type ?? "linear") === "date" || axis.type === "category") return [];
  if (!traces.every((trace) => isAlong(trace, letter)) || standOnEachOther(traces, layout)) return [];
  const values = traces.flatMap((trace) => trace[letter] ?? []).filter((value) => value !== null);
  const fromZero = traces.some(({ type }) => type === "bar") && axis.type !== "log" ? [0] : [];
  return values.every((value) => typeof value === "number") ? [...values, ...fromZero] : [];
}

/** @param {Record<string, any>} trace @param {"x" | "y"} letter */
function isAlong({ type = "scatter", xaxis = "x", yaxis = "y", orientation = "v", base, stackgroup }, letter) {
  if (xaxis !== "x" || yaxis !== "y" || stackgroup || base !== undefined) return false;
  return type === "bar" ? letter === (orientation === "h" ? "x" : "y") : type === "scatter" || type === "scattergl";
}

/** @param {Record<string, any>[]} traces @param {Record<string, any>} layout */
function standOnEachOther(traces, { barmode = "group", barnorm }) {
  const bars = traces.filter(({ type }) => type === "bar");
  const places = bars.flatMap(({ orientation, x, y }) => (orientation === "h" ? y : x) ?? []);
  return Boolean(barnorm) || (barmode !== "group" && new Set(places).size < places.length);
}

/**
 * @param {FigureSpec} figure
 * @param {"x" | "y"} letter
 * @param {number} guess
 * @param {number} at the guess on the axis: its power of ten, where steps multiply
 * @param {boolean} isHigh whether it lies in the upper half
 * @param {number} room
 * @param {string} words
 * @returns {FigureSpec}
 */
function marked({ data, layout, ...rest }, letter, guess, at, isHigh, room, words) {
  const { muted, background } = KIT_CONSTANTS.colors;
  const other = letter === "y" ? "x" : "y";
  const line = {
    type: "line",
    [`${letter}ref`]: letter,
    [`${letter}0`]: guess,
    [`${letter}1`]: guess,
    [`${other}ref`]: "paper",
    [`${other}0`]: 0,
    [`${other}1`]: 1,
    line: { color: muted, width: 2, dash: "dash" },
  };
  const halo = { ...line, line: { color: background, width: 4 } }; // a grey line is seen on a grey bar, too
  // The label stands on the inner side of its line, and if that runs from top to bottom, above the unit of the chart.
  const where =
    letter === "y"
      ? { x: 0, xanchor: "left", y: at, yanchor: isHigh ? "top" : "bottom", yshift: isHigh ? -2 : 2 }
      : { y: 1, yanchor: "bottom", yshift: 24, x: at, xanchor: isHigh ? "right" : "left" };
  const label = {
    ...where,
    [`${letter}ref`]: letter,
    [`${other}ref`]: "paper",
    text: `${MESSAGES.your_guess}: ${words}`,
    showarrow: false,
    bgcolor: background,
    font: { color: muted },
  };
  const margin = letter === "x" ? { margin: { ...layout.margin, t: (layout.margin?.t ?? 30) + 22 } } : {};
  const axis = layout[`${letter}axis`];
  return {
    ...rest,
    data,
    layout: {
      ...layout,
      ...margin,
      [`${letter}axis`]: { ...axis, ...(axis?.range ? { range: stretched(axis.range, at, room) } : {}) },
      shapes: [...(layout.shapes ?? []), halo, line],
      annotations: [...(layout.annotations ?? []), label],
    },
  };
}

/**
 * The ends of an axis, further apart if the guess lies beyond one.
 * @param {(number | null)[]} range
 * @param {number} at
 * @param {number} room
 */
function stretched([from, to], at, room) {
  if (typeof from !== "number" || typeof to !== "number") return [from, to];
  const low = Math.min(from, to, at < Math.min(from, to) ? at - room : from);
  const high = Math.max(from, to, at > Math.max(from, to) ? at + room : to);
  return from < to ? [low, high] : [high, low];
}
