// A field for a number as anybody writes it: what can mean two numbers gets a question, what is none a sentence.

import { fill, MESSAGES } from "../logic/messages.js";
import { readNumber } from "../logic/numbers.js";
import { actionButton, el } from "./dom.js";

/**
 * @param {string} label
 * @param {string} unit
 * @param {() => void} commit for the Enter key, and when a question was answered
 */
export function makeNumberInput(label, unit, commit) {
  /** What the reader chose where her text can mean two numbers. @type {number | null} */
  let chosen = null;
  const fault = el("p", { class: "kit-why kit-miss", id: `kit-number-${++fields}`, role: "status", hidden: true });
  const input = el("input", {
    type: "text",
    inputmode: "decimal",
    autocomplete: "off",
    "aria-label": label,
    "aria-describedby": fault.id,
    onkeydown: (/** @type {KeyboardEvent} */ event) => event.key === "Enter" && commit(),
    oninput: () => {
      chosen = null;
      announce();
    },
  });
  /** @param {(Node | string)[]} words */
  function announce(...words) {
    fault.hidden = !words.length;
    fault.replaceChildren(...words);
    input.setAttribute("aria-invalid", String(words.length > 0));
  }
  /** Ask which of two numbers was meant. @param {number[]} meanings */
  function ask(meanings) {
    const buttons = meanings.flatMap((value, i) => {
      const words = plain(value);
      const choose = () => {
        chosen = value;
        announce();
        commit();
      };
      return i ? [MESSAGES.or, actionButton(words, choose)] : [actionButton(words, choose)];
    });
    const [before, after] = MESSAGES.number_ask.split("{meanings}");
    announce(before, ...buttons, after ?? "");
  }
  /** The number, or null once it was said what is missing. @returns {number | null} */
  function read() {
    if (chosen !== null) return chosen;
    const typed = input.value.trim();
    const meanings = readNumber(typed, unit);
    if (meanings.length > 1) ask(meanings);
    else if (meanings.length) announce();
    else
      announce(
        typed
          ? fill(MESSAGES.number_invalid, { typed, unit: unit ? fill(MESSAGES.number_in, { unit }) : "" })
          : MESSAGES.number_missing,
      );
    return meanings.length === 1 ? meanings[0] : null;
  }
  /** Show a number that was read before, or nothing. @param {number | null} value */
  function write(value) {
    chosen = value;
    input.value = value === null ? "" : plain(value);
    announce();
  }
  const row = el("label", { class: "kit-row" }, input, el("span", {}, unit));
  return { input, nodes: [row, fault], read, write };
}

let fields = 0;

/** A number in digits alone, for the field itself. @param {number} value */
function plain(value) {
  return value.toLocaleString("en", { useGrouping: false, maximumSignificantDigits: 15 });
}
