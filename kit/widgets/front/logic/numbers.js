// Numbers: as they are typed, as they are written, and how one stands to another in words.

import { MESSAGES, fill } from "./messages.js";

/**
 * A typed number without blanks, commas between thousands and percent signs; "" where it is none.
 * @param {string} text
 */
export function cleanNumber(text) {
  const cleaned = text.replace(/[\s,%]/g, "");
  return Number.isNaN(Number(cleaned)) ? "" : cleaned;
}

/**
 * A number with its unit, as in “276,000 robots” or “51 %”.
 * @param {number} value
 * @param {string} [unit]
 */
export function formatQuantity(value, unit) {
  const number = value.toLocaleString("en", { maximumSignificantDigits: Math.abs(value) >= 1000 ? 6 : 4 });
  return [number, unit].filter(Boolean).join(" ");
}

/**
 * How the truth stands to the guess, in words.
 * @param {number} guess
 * @param {number} truth
 */
export function ratioWords(guess, truth) {
  if (guess === truth) return MESSAGES.ratio_same;
  if (!guess) return MESSAGES.ratio_from_zero;
  const ratio = truth / guess;
  const percent = Math.round(Math.abs(ratio - 1) * 100);
  if (percent < 5) return MESSAGES.ratio_same;
  if (ratio >= 2) return fill(MESSAGES.ratio_many_above, { times: ratio >= 10 ? Math.round(ratio) : ratio.toFixed(1) });
  if (ratio <= 0.5) return MESSAGES.ratio_many_below;
  return fill(ratio > 1 ? MESSAGES.ratio_above : MESSAGES.ratio_below, { percent });
}

/**
 * The nearest value on a grid from `low` to `high`.
 * @param {number} value
 * @param {{low: number, high: number, step: number}} grid
 */
export function clampToGrid(value, { low, high, step }) {
  return Math.round(Math.min(high, Math.max(low, value)) / step) * step;
}
