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
  const chosen = (answer, i) => (part.several ? Math.floor((answer - 1) / 2 ** i) % 2 === 1 : answer - 1 === i);
  const counts = part.options.map((_, i) => answers.filter((answer) => chosen(answer, i)).length);
  const isRight = (/** @type {number} */ answer) =>
    part.options.every((_, i) => chosen(answer, i) === part.right.includes(i));
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
  // A guess at the very edge belongs to it, whatever binary fractions make of a tenth.
  const reach = 0.1 * Math.abs(truth) * (1 + 1e-9);
  const near = guesses.filter((guess) => Math.abs(guess - truth) <= reach).length;
  const even = evenEdges(sorted, truth, middle);
  const bins = binsBetween(isUneven(even, sorted) ? growingEdges(sorted, truth) : even, sorted, truth);
  return { low: sorted[0], high: sorted[sorted.length - 1], middle, near, bins };
}

const MOST_BINS = 10;

/**
 * Edges in even steps of round numbers, around the truth and all guesses that are not far out.
 * @param {number[]} sorted
 * @param {number} truth
 * @param {number} middle
 */
function evenEdges(sorted, truth, middle) {
  const reach = 3 * Math.max(Math.abs(truth), Math.abs(middle));
  const inside = [...sorted.filter((guess) => Math.abs(guess) <= reach), truth];
  const [low, high] = [Math.min(...inside), Math.max(...inside)];
  const rough = (high - low || Math.abs(truth) || 1) / 7;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10);
  const place = (/** @type {number} */ value) => Math.floor(value / step + 1e-9);
  const edges = [];
  for (let k = place(low); k <= place(high) + 1; k++) edges.push(rounded(k * step));
  return edges;
}

/**
 * Whether a bin would hold guesses of which one is more than ten times the other.
 * @param {number[]} edges
 * @param {number[]} sorted
 */
function isUneven(edges, sorted) {
  /** @type {Map<string, number>} */
  const smallest = new Map();
  return [...sorted]
    .sort((a, b) => Math.abs(a) - Math.abs(b))
    .some((guess) => {
      if (!guess) return false;
      // Two guesses on different sides of zero are not compared.
      const bin = `${Math.sign(guess)} ${edges.filter((edge) => edge <= guess).length}`;
      if (!smallest.has(bin)) smallest.set(bin, Math.abs(guess));
      return Math.abs(guess) > 10 * (smallest.get(bin) ?? 0);
    });
}

/**
 * Edges that grow with the guesses on the side of zero where the truth is: 1, 2, 5, 10, 20 …, or whole powers of ten.
 * What is zero, or lies on the other side, goes into an open bin.
 * @param {number[]} sorted
 * @param {number} truth
 */
function growingEdges(sorted, truth) {
  const side = Math.sign(truth || sorted.reduce((sum, guess) => sum + Math.sign(guess), 0)) || 1;
  const sizes = [...sorted, truth].map((value) => value * side).filter((value) => value > 0);
  const [low, high] = [Math.min(...sizes), Math.max(...sizes)];
  // Ever coarser: three edges a power of ten, one, one every second power, and so on.
  for (let coarse = 0; ; coarse++) {
    const factors = coarse ? [1] : [1, 2, 5];
    const edges = [];
    for (
      let power = Math.floor(Math.log10(low)) - 1;
      power <= Math.log10(high) + 2 * coarse + 1;
      power += Math.max(1, coarse)
    )
      for (const factor of factors) edges.push(Number(`${factor}e${power}`));
    const first = edges.filter((edge) => edge <= low).length - 1;
    const last = edges.findIndex((edge) => edge > high);
    if (last - first <= MOST_BINS)
      return edges
        .slice(first, last + 1)
        .map((edge) => edge * side)
        .sort((a, b) => a - b);
  }
}

/**
 * Count the guesses between edges, the lower one included; what lies outside goes into an open bin at each end.
 * @param {number[]} edges
 * @param {number[]} sorted
 * @param {number} truth
 */
function binsBetween(edges, sorted, truth) {
  const bins = edges.slice(1).map((to, i) => ({ from: edges[i], to }));
  const [first, last] = [edges[0], edges[edges.length - 1]];
  if (Math.min(sorted[0], truth) < first) bins.unshift({ from: -Infinity, to: first });
  if (Math.max(sorted[sorted.length - 1], truth) >= last) bins.push({ from: last, to: Infinity });
  return bins.map(({ from, to }) => {
    const holds = (/** @type {number} */ value) => from <= value && value < to;
    return { from, to, count: sorted.filter(holds).length, holdsTruth: holds(truth) };
  });
}

/** A number without the last digits that binary fractions leave. @param {number} value */
function rounded(value) {
  return Number(value.toPrecision(12));
}
