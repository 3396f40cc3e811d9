// Answers as short codes. kit/widgets/codes.py describes them and says the same; a test holds the two together.

/** @import { CodeForm } from "../contract" */

const ALPHABET = KIT_CONSTANTS.codes.alphabet;
const CONFUSABLES = KIT_CONSTANTS.codes.confusables;
const BASE = BigInt(ALPHABET.length);
const PREFIX_LENGTH = 3;

/** @typedef {"sign" | "length" | "check" | "unknown"} CodeFault */

/**
 * @param {CodeForm} form
 * @param {number[]} answers one number below its size for each part; 0 is "no answer"
 */
export function encodeAnswers(form, answers) {
  const packed = form.radices.reduce((sum, size, i) => sum * BigInt(size) + BigInt(answers[i]), 0n);
  const body = form.prefix + digits(packed, bodyLength(form));
  return `${body.slice(0, PREFIX_LENGTH)}-${body.slice(PREFIX_LENGTH)}${checkCharacter([...body])}`;
}

/**
 * Read a code as it was typed.
 * @template {CodeForm} Form
 * @param {string} code
 * @param {Record<string, Form>} forms by their first three characters
 * @returns {{form: Form, answers: number[], fault?: undefined} | {fault: CodeFault}}
 */
export function decodeCode(code, forms) {
  const signs = [...code.toUpperCase()].filter((sign) => !" -\t".includes(sign)).map((sign) => CONFUSABLES[sign] ?? sign);
  if (!signs.every((sign) => ALPHABET.includes(sign))) return { fault: "sign" };
  const form = forms[signs.slice(0, PREFIX_LENGTH).join("")];
  if (signs.length < PREFIX_LENGTH + 2 || (form && signs.length !== PREFIX_LENGTH + bodyLength(form) + 1)) return { fault: "length" };
  if (checkCharacter(signs.slice(0, -1)) !== signs.at(-1)) return { fault: "check" };
  if (!form) return { fault: "unknown" };
  let packed = signs.slice(PREFIX_LENGTH, -1).reduce((sum, sign) => sum * BASE + BigInt(ALPHABET.indexOf(sign)), 0n);
  /** @type {number[]} */
  const answers = [];
  for (const size of [...form.radices].reverse()) {
    answers.unshift(Number(packed % BigInt(size)));
    packed /= BigInt(size);
  }
  return packed ? { fault: "check" } : { form, answers };
}

/**
 * Cut a pasted text into codes; the three characters before a blank belong to what follows.
 * @param {string} text
 */
export function splitCodes(text) {
  const parts = text.split(/[\s,;]+/).filter(Boolean);
  const codes = [];
  for (let i = 0; i < parts.length; i++) {
    const isPrefix = /^[a-z0-9]{3}-?$/i.test(parts[i]) && i + 1 < parts.length;
    codes.push(isPrefix ? `${parts[i]} ${parts[++i]}` : parts[i]);
  }
  return codes;
}

const LOWEST_POWER = -4;
const POWERS = 16;

/**
 * A guess, rounded to two digits, as an answer: 1 is zero, then sign, power and digits.
 * @param {number} value
 */
export function numberToAnswer(value) {
  const [leading, power] = Math.abs(value).toExponential(1).split("e").map(Number);
  let mantissa = Math.round(leading * 10);
  let shift = power - 1 - LOWEST_POWER;
  if (!value || shift < 0) return 1;
  if (shift >= POWERS) [mantissa, shift] = [99, POWERS - 1];
  return 2 + ((value < 0 ? POWERS : 0) + shift) * 90 + mantissa - 10;
}

/** @param {number} answer */
export function answerToNumber(answer) {
  if (answer === 1) return 0;
  const place = Math.floor((answer - 2) / 90);
  return Number(`${place >= POWERS ? "-" : ""}${((answer - 2) % 90) + 10}e${(place % POWERS) + LOWEST_POWER}`);
}

/** @param {bigint} number @param {number} length */
function digits(number, length) {
  let signs = "";
  for (let rest = number; signs.length < length; rest /= BASE) signs = ALPHABET[Number(rest % BASE)] + signs;
  return signs;
}

/** @param {CodeForm} form */
function bodyLength({ radices }) {
  const all = radices.reduce((product, size) => product * BigInt(size), 1n);
  let length = 1;
  while (BASE ** BigInt(length) < all) length++;
  return length;
}

/**
 * With the check character, the sum of k times the k-th character is a multiple of 23.
 * @param {string[]} body
 */
function checkCharacter(body) {
  const total = body.reduce((sum, sign, i) => sum + (i + 1) * ALPHABET.indexOf(sign), 0);
  const own = body.length + 1;
  return [...ALPHABET].find((_, digit) => (total + own * digit) % ALPHABET.length === 0);
}
