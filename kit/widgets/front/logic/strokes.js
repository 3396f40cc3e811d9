// A line drawn by hand over a chart.

/** @import { FigureSpec, LineSpec } from "../contract" */

import { MESSAGES } from "./messages.js";

/** @typedef {{i: number, y: number}} Point the place of an open circle, and a value */
/** A value for each open circle; null where none was drawn yet. @typedef {(number | null)[]} Values */

/** Which of the places is nearest. @param {number[]} places @param {number} x */
export function nearest(places, x) {
  const gaps = places.map((place) => Math.abs(place - x));
  return gaps.indexOf(Math.min(...gaps));
}

/**
 * A fast stroke skips points; those between two events are filled in along the straight line.
 * @param {Point} from
 * @param {Point} to
 * @returns {Point[]}
 */
export function strokeBetween(from, to) {
  const steps = Math.abs(to.i - from.i) || 1;
  return Array.from({ length: steps + 1 }, (_, k) => ({
    i: from.i + Math.round(((to.i - from.i) * k) / steps),
    y: from.y + ((to.y - from.y) * k) / steps,
  }));
}

/**
 * Whether something that was stored is a whole guess: a number for each of some places.
 * @param {unknown} values
 * @param {number} count
 * @returns {values is number[]}
 */
export function isWholeLine(values, count) {
  return Array.isArray(values) && values.length === count && values.every((value) => Number.isFinite(value));
}

/**
 * The figure with the reader's guess in it: a dotted line with open circles, and faint ones where it is still to be
 * drawn.
 * @param {FigureSpec} figure
 * @param {LineSpec} spec
 * @param {Values} values
 * @param {boolean} locked whether the reader has committed
 * @returns {FigureSpec}
 */
export function withGuess(figure, spec, values, locked) {
  const places = spec.places.slice(spec.known - 1);
  const open = places.slice(1);
  const circle = { color: spec.background, line: { color: spec.color, width: 2 } };
  const guess = {
    name: MESSAGES.your_guess,
    x: places,
    y: [spec.start, ...values],
    mode: "lines+markers",
    line: { color: spec.color, width: 2, dash: "dot" },
    marker: { ...circle, size: places.map((_, i) => (i ? 10 : 0)) },
    hoverinfo: locked ? "all" : "skip",
  };
  const todo = {
    x: open.filter((_, i) => values[i] === null),
    y: values.filter((value) => value === null).map(() => spec.start),
    mode: "markers",
    marker: { ...circle, size: 10 },
    opacity: 0.45,
    hoverinfo: "skip",
    showlegend: false,
  };
  const last = values.reduce((/** @type {number} */ found, value, i) => (value === null ? found : i), -1);
  const label = {
    x: open[last],
    y: values[last],
    text: MESSAGES.your_guess,
    showarrow: false,
    xanchor: "left",
    xshift: 8,
    font: { color: spec.color },
  };
  const annotations = [...(figure.layout.annotations ?? []), ...(last < 0 ? [] : [label])];
  const traces = todo.x.length ? [todo, guess] : [guess];
  return {
    data: [...figure.data, ...traces],
    layout: { ...figure.layout, hovermode: locked && figure.layout.hovermode, annotations },
  };
}
