// Answers to questions, judged, checked after they were stored, and as the numbers that stand for them in a code.

/** @import { NumberOption, NumberQuestion, Question } from "../contract" */

import { isWithin } from "./numbers.js";

/**
 * The place of the option of a number question that a number meets, the right ones first, or -1.
 * @param {NumberOption[]} options
 * @param {number} number
 */
export function optionMet(options, number) {
  const meets = (/** @type {NumberOption} */ { value, within }) => value === null || isWithin(number, value, within);
  const right = options.findIndex((option) => option.right && meets(option));
  if (right >= 0) return right;
  const named = options.findIndex((option) => option.value !== null && meets(option));
  return named >= 0 ? named : options.findIndex(({ value }) => value === null);
}

/** Whether exactly the right options are ticked. @param {{right: boolean}[]} options @param {boolean[]} ticked */
export function allTicked(options, ticked) {
  return options.every(({ right }, i) => right === ticked[i]);
}

/** How many items of an order stand in their place. @param {number[]} order */
export function inPlace(order) {
  return order.filter((item, place) => item === place).length;
}

/** Whether something that was stored is an answer to a question. @param {Question} question @param {unknown} answer */
export function isAnswer(question, answer) {
  if (question.kind === "number") return Number.isFinite(answer);
  const isPlace = (/** @type {unknown} */ place) => Number.isInteger(place) && Number(place) in question.options;
  if (question.kind === "single") return isPlace(answer);
  if (!Array.isArray(answer) || !answer.every(isPlace) || new Set(answer).size < answer.length) return false;
  return question.kind === "several" || answer.length === question.options.length;
}

/** How many answers to a question there are in a code, none among them. @param {Question} question */
function answerCount({ kind, options }) {
  if (kind === "several") return 1 + 2 ** options.length;
  return options.length + (kind === "single" ? 1 : 2);
}

/**
 * The first answer that was stored, as a number in a code; 0 where it is none.
 * @param {Question} question
 * @param {unknown} first
 */
export function soundFirst(question, first) {
  return Number.isInteger(first) && Number(first) > 0 && Number(first) < answerCount(question) ? Number(first) : 0;
}

/**
 * The number that stands for an answer in a code; 0 would be "no answer".
 * @param {Question} question
 * @param {any} answer a place, a list of places, or a number
 * @returns {number}
 */
export function codedAnswer(question, answer) {
  if (question.kind === "single") return answer + 1;
  if (question.kind === "several")
    return 1 + answer.reduce((/** @type {number} */ sum, /** @type {number} */ i) => sum + 2 ** i, 0);
  if (question.kind === "order") return 1 + inPlace(answer);
  const { options } = /** @type {NumberQuestion} */ (question);
  const met = optionMet(options, answer);
  return 1 + (met < 0 ? options.length : met);
}
