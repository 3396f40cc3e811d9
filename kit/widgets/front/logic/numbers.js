// Numbers: as they are typed, as they are written, and how a guess stands to the truth in words.
// kit/widgets/numbers.py says the same; one table of cases, tests/front/numbers.json, holds the two together.

import { MESSAGES, fill } from "./messages.js";

const ZEROS = [..."٠۰०"].map((zero) => zero.charCodeAt(0));
/** @type {Record<string, string>} */
const MARKS = { "⁄": "/", "∕": "/", "٫": ".", "٬": "," };
for (const dash of "−–‐‑‒—") MARKS[dash] = "-";
for (const mark of "’‘ʼ´`") MARKS[mark] = "'";
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/**
 * What a typed text can mean: one number, two if it is ambiguous, none if it is no number. Of "51 ± 1" the 51.
 * @param {string} text
 * @param {string} [unit] of the number that is asked for
 * @param {boolean} [english] whether the full stop is known to be the decimal mark
 * @returns {number[]}
 */
export function readNumber(text, unit = "", english = false) {
  let plain = plainText(text);
  let percent;
  if (unit && plain.toLowerCase().endsWith(unit.toLowerCase())) {
    plain = plain.slice(0, -unit.length).trimEnd();
    percent = isPercentage(unit);
  } else {
    const without = plain.replace(/ ?(?:%|per ?cent)$/i, "");
    percent = without !== plain;
    plain = without;
    if (percent && unit && !isPercentage(unit)) return [];
  }
  const within = /^(.*?) ?(?:±|\+ ?\/? ?-) ?(.+)$/.exec(plain);
  if (within) {
    if (!meanings(within[2], english).length) return [];
    plain = within[1];
  }
  const found = meanings(plain, english);
  if (percent && !unit) return found.map((value) => value / 100);
  if (plain.includes("/") && !percent && isPercentage(unit))
    return found.flatMap((value) => [...new Set([value * 100, value])]);
  return found;
}

/** Whether a number with this unit is a percentage. @param {string} unit */
export function isPercentage(unit) {
  return unit.startsWith("%");
}

/** A text with one form of digits, marks and blanks. @param {string} text */
function plainText(text) {
  return [...text.replace(/[¼-¾⅐-⅞]/g, (sign) => ` ${sign.normalize("NFKC")}`).replace(/([⁺⁻]?)([⁰¹²³⁴-⁹]+)/g, raised)]
    .map(usualSign)
    .map((sign) => MARKS[sign] ?? sign)
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}

/** @param {string} _ @param {string} sign @param {string} digits */
function raised(_, sign, digits) {
  return `^${sign === "⁻" ? "-" : ""}${[...digits].map((digit) => SUPERSCRIPTS.indexOf(digit)).join("")}`;
}

/** @param {string} sign */
function usualSign(sign) {
  const code = sign.codePointAt(0) ?? 0;
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0); // full width
  const zero = ZEROS.find((start) => code >= start && code <= start + 9);
  return zero === undefined ? sign : String(code - zero);
}

/** @param {string} signed @param {boolean} english */
function meanings(signed, english) {
  const sign = signed.startsWith("-") ? -1 : 1;
  const text = signed.replace(/^[-+] ?/, "");
  const fraction = /^(?:(\d{1,15}) )?(\d{1,15}) ?\/ ?(\d{1,15})$/.exec(text);
  if (fraction) {
    const [whole, upper, lower] = fraction.slice(1).map((part) => Number(part ?? 0));
    return !lower || (fraction[1] && upper >= lower) ? [] : [sign * (whole + upper / lower)];
  }
  const power = /^(?:(.+?) ?[x×·⋅*] ?)?10 ?(?:\^|\*\*) ?([-+]?\d{1,4})$/.exec(text);
  const exponent = /^(.+?)[eE]([-+]?\d{1,4})$/.exec(text);
  const [digits, tens] = power ? [power[1] ?? "1", power[2]] : exponent ? [exponent[1], exponent[2]] : [text, ""];
  /** @type {number[]} */
  const found = [];
  for (const plain of withoutMarks(digits, english || (tens !== "" && !digits.includes(",")))) {
    const value = Number(`${plain}e${tens || 0}`);
    const lost = !Number.isFinite(value) || (!value && /[1-9]/.test(plain)); // beyond what a computer holds
    if (!lost && !found.includes(sign * value)) found.push(sign * value);
  }
  return found;
}

/**
 * The digits in every notation that fits, without thousands marks and with a full stop.
 * @param {string} digits
 * @param {boolean} english
 */
function withoutMarks(digits, english) {
  const found = new Set();
  for (const thousands of ["", " ", "'", ",", "\\."]) {
    let whole = thousands ? `[1-9]\\d{0,2}(?:${thousands}\\d{3})+` : "\\d*";
    if (thousands === ",") whole += "|[1-9]\\d?(?:,\\d\\d)+,\\d{3}"; // 12,34,567
    for (const decimal of ["\\.", ","]) {
      const fits = new RegExp(`^(${whole})(?:${decimal}(\\d*))?$`).exec(digits);
      if (!fits || decimal === thousands || (english && decimal === ",")) continue;
      const cut = fits[2] === "" && decimal === ","; // "5." is a number in a program, "5," is nowhere
      if (!cut && /\d/.test(digits)) found.add(`${fits[1].replace(/\D/g, "") || "0"}.${fits[2] || "0"}`);
    }
  }
  // Thousands first, so that a question names the larger number first.
  return [...found].sort((a, b) => Number(b) - Number(a));
}

/**
 * A number as it stands in a sentence: thousands parted, a true minus, four digits, from a thousand on six or more.
 * @param {number} value
 */
export function formatNumber(value) {
  const size = Math.abs(value);
  if (!Number.isFinite(value)) return value === size ? "∞" : size === Infinity ? "−∞" : "–";
  const minus = value < 0 ? "−" : "";
  if (size >= 1e15 || (size > 0 && size < 1e-6)) {
    const [digits, power] = size.toExponential(2).split("e");
    const raisedPower = [...power.replace("+", "")].map((sign) => SUPERSCRIPTS[Number(sign)] ?? "⁻").join("");
    return `${minus}${Number(digits)} × 10${raisedPower}`;
  }
  const kept = size >= 1000 ? Math.max(6, Math.floor(Math.log10(size)) + 1) : 4;
  return minus + size.toLocaleString("en", { maximumSignificantDigits: kept });
}

/**
 * A number with its unit, in the singular where it is one, as in “276,000 robots” or “1 robot”.
 * @param {number} value
 * @param {string} [unit]
 */
export function formatQuantity(value, unit = "") {
  const number = formatNumber(value);
  const named = ["1", "−1"].includes(number) ? unit.replace(/^[a-z]+/, singular) : unit;
  return `${number} ${named}`.trim();
}

/** @param {string} word */
function singular(word) {
  if (word === "people") return "person";
  if (/(?:ss|us|is|news|series)$/.test(word) || word.length < 4) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return /(?:ss|ch|sh|x)es$/.test(word) ? word.slice(0, -2) : word.replace(/s$/, "");
}

/**
 * How a guess stands to the truth, in words: points for percentages, a difference where there is no ratio, else a
 * ratio.
 * @param {number} guess
 * @param {number} truth
 * @param {string} [unit]
 */
export function gapWords(guess, truth, unit = "") {
  if (guess === truth) return MESSAGES.gap_none;
  const high = guess > truth;
  const gap = Number(Math.abs(guess - truth).toPrecision(2));
  if (isPercentage(unit))
    return fill(high ? MESSAGES.gap_high : MESSAGES.gap_low, {
      gap: formatQuantity(gap, "points").replace("point", "percentage point"),
    });
  const ratio = guess / truth;
  if (!(guess > 0 && truth > 0 && ratio > 0 && ratio < Infinity))
    return fill(high ? MESSAGES.gap_high : MESSAGES.gap_low, { gap: formatQuantity(gap, unit) });
  if (Math.abs(ratio - 1) < 0.01) return MESSAGES.gap_small;
  const times = high ? ratio : 1 / ratio;
  const factor = times >= 10 ? Math.round(times) : Math.round(times * 10) / 10;
  if (factor < 2)
    return fill(high ? MESSAGES.gap_high : MESSAGES.gap_low, { gap: `${Math.round(Math.abs(ratio - 1) * 100)} %` });
  if (factor === 2) return high ? MESSAGES.gap_double : MESSAGES.gap_half;
  return fill(high ? MESSAGES.gap_times_high : MESSAGES.gap_times_low, {
    times: formatNumber(Number(factor.toPrecision(3))),
  });
}

/**
 * What kind of guess it is; `close` is how far off may still be called close.
 * @param {number} guess
 * @param {number} truth
 * @param {number} close
 * @returns {"close" | "too low" | "too high"}
 */
export function kindOfGuess(guess, truth, close) {
  if (isWithin(guess, truth, close)) return "close";
  return guess < truth ? "too low" : "too high";
}

/**
 * Whether a number lies within a tolerance; its edges do, however a computer rounds them.
 * @param {number} number
 * @param {number} value
 * @param {number} within
 */
export function isWithin(number, value, within) {
  const rounding = 2 * Number.EPSILON * Math.max(Math.abs(number), Math.abs(value), within);
  return Math.abs(number - value) <= within + rounding;
}

/**
 * The nearest value on a grid from `low` to `high`.
 * @param {number} value
 * @param {{low: number, high: number, step: number}} grid
 */
export function clampToGrid(value, { low, high, step }) {
  return Number((Math.round(Math.min(high, Math.max(low, value)) / step) * step).toPrecision(12));
}
