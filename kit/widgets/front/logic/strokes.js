// A line drawn by hand over a chart.

/** @import { FigureSpec, LineSpec } from "../contract" */

import { MESSAGES } from "./messages.js";

/** @typedef {{i: number, y: number}} Point the place of an open circle, and a value */

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
 * The figure with the reader's guess in it, as a dotted line with open circles.
 * @param {FigureSpec} figure
 * @param {LineSpec} spec
 * @param {number[]} values
 * @param {boolean} locked whether the reader has committed
 * @returns {FigureSpec}
 */
export function withGuess(figure, spec, values, locked) {
  const places = spec.places.slice(spec.known - 1);
  const trace = {
    name: MESSAGES.your_guess,
    x: places,
    y: [spec.start, ...values],
    mode: "lines+markers",
    line: { color: spec.color, width: 2, dash: "dot" },
    marker: { size: places.map((_, i) => (i ? 10 : 0)), color: spec.background, line: { color: spec.color, width: 2 } },
    hoverinfo: locked ? "all" : "skip",
  };
  const label = {
    x: places[places.length - 1],
    y: values[values.length - 1],
    text: MESSAGES.your_guess,
    showarrow: false,
    xanchor: "left",
    xshift: 8,
    font: { color: spec.color },
  };
  const annotations = [...(figure.layout.annotations ?? []), label];
  return { data: [...figure.data, trace], layout: { ...figure.layout, hovermode: locked && figure.layout.hovermode, annotations } };
}
