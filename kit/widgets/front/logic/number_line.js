// A number line with the reader's guess beside the truth: hollow and filled, as everywhere in the kit.

/** @import { FigureSpec } from "../contract" */

import { fill, MESSAGES } from "./messages.js";
import { formatQuantity } from "./numbers.js";

const LOG_FROM = 20; // a larger ratio of the two is drawn on an axis whose steps multiply

/**
 * @param {number} guess
 * @param {number} truth
 * @param {string} unit
 * @param {{low: number, high: number} | null} ends of the axis, if the card has set them
 * @returns {{figure: FigureSpec, label: string}}
 */
export function numberLine(guess, truth, unit, ends) {
  const written = { guess: formatQuantity(guess, unit), truth: formatQuantity(truth, unit) };
  const { muted, accent, background } = KIT_CONSTANTS.colors;
  const shared = { y: [0], type: "scatter", mode: "markers+text", cliponaxis: false, hoverinfo: "skip" };
  const data = [
    {
      ...shared,
      x: [truth],
      name: MESSAGES.truth,
      text: [`${MESSAGES.truth}: ${written.truth}`],
      textposition: "top center",
      textfont: { color: accent },
      marker: { size: 13, color: accent },
    },
    {
      ...shared,
      x: [guess],
      name: MESSAGES.your_guess,
      text: [`${MESSAGES.your_guess}: ${written.guess}`],
      textposition: "bottom center",
      textfont: { color: muted },
      marker: { size: 13, color: background, line: { color: muted, width: 2 } },
    },
  ];
  const layout = {
    showlegend: false,
    hovermode: false,
    margin: { l: 24, r: 24, t: 8, b: 30 },
    xaxis: { ...axisOf(guess, truth, ends), showgrid: false, showline: true, ticks: "outside", fixedrange: true },
    yaxis: { range: [-1, 1], visible: false, fixedrange: true },
  };
  return { figure: { data, layout }, label: fill(MESSAGES.number_line, written) };
}

/** @param {number} guess @param {number} truth @param {{low: number, high: number} | null} ends */
function axisOf(guess, truth, ends) {
  if (ends) return { type: "linear", range: [ends.low, ends.high] };
  const [low, high] = [Math.min(guess, truth), Math.max(guess, truth)];
  if (low > 0 && high / low > LOG_FROM) {
    // A third of the axis stays free on both sides, so that the words beside the dots have room.
    const room = (Math.log10(high) - Math.log10(low)) / 3;
    return { type: "log", range: [Math.log10(low) - room, Math.log10(high) + room], dtick: 1 };
  }
  const [from, to] = [Math.min(0, low), Math.max(0, high)];
  const room = (to - from || 1) / 3;
  return { type: "linear", range: [from < 0 ? from - room : -room / 3, to > 0 ? to + room : room / 3], nticks: 6 };
}
