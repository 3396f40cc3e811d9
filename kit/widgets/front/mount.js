// Every card stands alone: one that cannot be brought to life says so in its own place, and all others live.

/** @import { Dispose, Model } from "./types" */

import { explore } from "./explore.js";
import { fill, MESSAGES } from "./logic/messages.js";
import { el } from "./parts/dom.js";
import { poll } from "./poll.js";
import { predict } from "./predict.js";
import { quiz } from "./quiz.js";
import { recall } from "./recall.js";
import { verdicts } from "./verdicts.js";

/** @type {Record<string, (model: Model, root: Element) => Dispose | void>} */
const KINDS = { explore, poll, predict, quiz, recall, verdicts };

/**
 * Bring a widget to life.
 * @param {string} kind
 * @param {Element} root whose content is replaced
 * @param {() => Model | Promise<Model>} makeModel
 * @returns {Promise<Dispose | void>}
 */
export async function mount(kind, root, makeModel) {
  const summary = root.querySelector(".kit-summary");
  try {
    if (!Object.hasOwn(KINDS, kind)) throw new TypeError(`no widget of the kind "${kind}"`);
    return KINDS[kind](await makeModel(), root);
  } catch (fault) {
    console.error(fault);
    const reason = fault instanceof Error ? fault.message : String(fault);
    const trouble = el("p", { class: "kit-trouble", role: "status" }, fill(MESSAGES.not_mounted, { reason }));
    // The words for readers without JavaScript are there still, and say what the card was about.
    root.replaceChildren(el("section", { class: "kit" }, trouble, summary ?? ""));
  }
}
