// The answers of a class, counted.

/** @import { OptionsPart } from "../contract" */

/**
 * Count the answers to options.
 * @param {OptionsPart} part
 * @param {number[]} answers from 1; where several may be ticked, one bit for each option
 * @returns {{counts: number[], right: number, worst: number | undefined}} how often each was chosen, how many answers
 *   are right, and the place of the most common wrong option that has a reason
 */
export function tallyOptions(part, answers) {
  /** @param {number} answer @param {number} i */
  const chosen = (answer, i) => (part.several ? ((answer - 1) >> i) % 2 === 1 : answer - 1 === i);
  const counts = part.options.map((_, i) => answers.filter((answer) => chosen(answer, i)).length);
  const isRight = (/** @type {number} */ answer) => part.options.every((_, i) => chosen(answer, i) === part.right.includes(i));
  const [worst] = part.options
    .map((_, i) => i)
    .filter((i) => counts[i] && !part.right.includes(i) && part.why?.[i])
    .sort((a, b) => counts[b] - counts[a]);
  return { counts, right: answers.filter(isRight).length, worst };
}

/**
 * Describe the guesses of a number; `near` counts those within a tenth of the truth.
 * @param {number[]} guesses
 * @param {number} truth
 */
export function summarizeGuesses(guesses, truth) {
  const sorted = [...guesses].sort((a, b) => a - b);
  const middle = (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
  const near = guesses.filter((guess) => Math.abs(guess - truth) <= 0.1 * Math.abs(truth)).length;
  return { low: sorted[0], high: sorted[sorted.length - 1], middle, near, bins: binGuesses(sorted, truth, middle) };
}

/**
 * At most ten classes of even width in round numbers; what lies far out goes into an open one.
 * @param {number[]} sorted
 * @param {number} truth
 * @param {number} middle
 */
function binGuesses(sorted, truth, middle) {
  const reach = 3 * Math.max(Math.abs(truth), Math.abs(middle));
  const inside = [...sorted.filter((guess) => Math.abs(guess) <= reach), truth];
  const [low, high] = [Math.min(...inside), Math.max(...inside)];
  const rough = (high - low || Math.abs(truth) || 1) / 7;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10);
  const place = (/** @type {number} */ value) => Math.floor(value / step + 1e-9);
  const bins = [];
  for (let k = place(low); k <= place(high); k++) bins.push({ from: k * step, to: (k + 1) * step });
  const [first, last] = [bins[0], bins[bins.length - 1]];
  if (sorted[0] < first.from) bins.unshift({ from: -Infinity, to: first.from });
  if (sorted[sorted.length - 1] >= last.to) bins.push({ from: last.to, to: Infinity });
  /** @param {number} value @param {{from: number, to: number}} bin */
  const holds = (value, { from, to }) => place(value) >= Math.round(from / step) && place(value) < Math.round(to / step);
  return bins.map((bin) => ({ ...bin, count: sorted.filter((guess) => holds(guess, bin)).length, holdsTruth: holds(truth, bin) }));
}
