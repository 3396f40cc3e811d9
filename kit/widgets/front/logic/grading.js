// Answers to questions, judged, and as the numbers that stand for them in a code.

/** @import { NumberOption, NumberQuestion, Question } from "../contract" */

/** The place of the option of a number question that a number meets, or -1. @param {NumberOption[]} options @param {number} number */
export function optionMet(options, number) {
  return options.findIndex(({ value, within }) => value === null || Math.abs(number - value) <= within);
}

/** Whether exactly the right options are ticked. @param {{right: boolean}[]} options @param {boolean[]} ticked */
export function allTicked(options, ticked) {
  return options.every(({ right }, i) => right === ticked[i]);
}

/** How many items of an order stand in their place. @param {number[]} order */
export function inPlace(order) {
  return order.filter((item, place) => item === place).length;
}

/** Everyone meets the same wrong order: the right one, turned by half. @param {number} count */
export function startOrder(count) {
  return Array.from({ length: count }, (_, i) => (i + Math.ceil(count / 2)) % count);
}

/**
 * The number that stands for an answer in a code; 0 would be "no answer".
 * @param {Question} question
 * @param {any} answer a place, a list of places, or for a number question the typed text
 * @returns {number}
 */
export function codedAnswer(question, answer) {
  if (question.kind === "single") return answer + 1;
  if (question.kind === "several") return 1 + answer.reduce((/** @type {number} */ sum, /** @type {number} */ i) => sum + 2 ** i, 0);
  if (question.kind === "order") return 1 + inPlace(answer);
  const { options } = /** @type {NumberQuestion} */ (question);
  const met = optionMet(options, Number(answer));
  return 1 + (met < 0 ? options.length : met);
}
