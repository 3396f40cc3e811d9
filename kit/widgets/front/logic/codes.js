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
  const signs = signsOf(tidied(code));
  if (!signs.every((sign) => ALPHABET.includes(sign))) return { fault: "sign" };
  const form = forms[signs.slice(0, PREFIX_LENGTH).join("")];
  if (signs.length < PREFIX_LENGTH + 2 || (form && signs.length !== PREFIX_LENGTH + bodyLength(form) + 1))
    return { fault: "length" };
  if (!isBalanced(signs)) return { fault: "check" };
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
 * Find the codes in a pasted text, whatever stands around them: names, numbers of lines, brackets, quotes, full stops.
 * @template {CodeForm} Form
 * @param {string} text
 * @param {Record<string, Form>} forms by their first three characters
 * @returns {{found: {form: Form, answers: number[]}[], faulty: {code: string, fault: CodeFault}[]}} the answers, and
 *   what looks like a code and is none
 */
export function readCodes(text, forms) {
  const pieces = (tidied(text).match(/[\p{L}\p{N}-]+/gu) ?? [])
    .map((piece) => piece.replace(/^-+|-+$/g, ""))
    .filter(Boolean);
  const longest = Math.max(0, ...Object.values(forms).map((form) => PREFIX_LENGTH + bodyLength(form) + 1));
  /** The code that begins with a piece, and how many pieces it has. @param {number} start */
  function codeAt(start) {
    for (let width = 1; start + width <= pieces.length; width++) {
      const code = pieces.slice(start, start + width).join(" ");
      if (signsOf(code).length > longest) return null;
      const read = decodeCode(code, forms);
      if (!read.fault) return { form: read.form, answers: read.answers, width };
    }
    return null;
  }
  const found = [];
  const faulty = [];
  for (let i = 0; i < pieces.length;) {
    const code = codeAt(i);
    if (code) {
      found.push({ form: code.form, answers: code.answers });
      i += code.width;
      continue;
    }
    const isPair =
      isPrefix(pieces[i], forms) && i + 1 < pieces.length && signsOf(pieces[i + 1]).length > 1 && !codeAt(i + 1);
    if (isPair || looksLikeCode(pieces[i], forms)) {
      const damaged = isPair ? `${pieces[i]} ${pieces[i + 1]}` : pieces[i];
      faulty.push({ code: damaged, fault: decodeCode(damaged, forms).fault ?? "check" });
    }
    i += isPair ? 2 : 1;
  }
  return { found, faulty };
}

/** A text with one kind of hyphen, in capitals of usual width, without signs that have none. @param {string} text */
function tidied(text) {
  return text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/\p{Cf}/gu, "")
    .replace(/[\p{Pd}\u2212\u2043\u30fc_]/gu, "-");
}

/** Letters and digits of a tidied text, each as its twin in the alphabet. @param {string} text */
function signsOf(text) {
  return [...text.replace(/[^\p{L}\p{N}]/gu, "")].map((sign) => CONFUSABLES[sign] ?? sign);
}

/** @param {string} piece @param {Record<string, CodeForm>} forms */
function isPrefix(piece, forms) {
  const signs = signsOf(piece);
  return signs.length === PREFIX_LENGTH && (signs.join("") in forms || isMixed(piece));
}

/** Whether a piece has a digit and a letter, and no sign that codes have not. @param {string} piece */
function isMixed(piece) {
  return /\d/.test(piece) && /[A-Z]/.test(piece) && signsOf(piece).every((sign) => ALPHABET.includes(sign));
}

/**
 * Whether a piece of text was meant as a code; a name, a date, or the number of a line was not.
 * @param {string} piece
 * @param {Record<string, CodeForm>} forms
 */
function looksLikeCode(piece, forms) {
  const signs = signsOf(piece);
  if (signs.length > PREFIX_LENGTH && signs.slice(0, PREFIX_LENGTH).join("") in forms) return true;
  if (!/\d/.test(piece)) return /^.{3}-./.test(piece) && signs.every((sign) => ALPHABET.includes(sign));
  return /^[^-]{1,3}-./.test(piece) || (signs.length >= PREFIX_LENGTH && isMixed(piece));
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

/** The sign with which the sum of all is a multiple of 23. @param {string[]} body */
function checkCharacter(body) {
  return [...ALPHABET].find((sign) => isBalanced([...body, sign]));
}

/**
 * Whether the sum in which the k-th sign counts k times, from 1 to 22 and then again, is a multiple of 23.
 * @param {string[]} signs
 */
function isBalanced(signs) {
  const weight = (/** @type {number} */ place) => (place % (ALPHABET.length - 1)) + 1;
  return signs.reduce((sum, sign, place) => sum + weight(place) * ALPHABET.indexOf(sign), 0) % ALPHABET.length === 0;
}
