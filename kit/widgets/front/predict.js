// A prediction: what the reader assumes, her guess, and once she has committed to it truth, gap, reason and what
// follows.
// All of it happens here, without a kernel.

/** @import { PredictSpec, Secret } from "./contract" */
/** @import { Dispose, Model } from "./types" */

import { decompress } from "./compression.js";
import { drawnGuess } from "./drawing.js";
import { chosenGuess, draggedGuess, typedGuess } from "./guesses.js";
import { withoutMarks } from "./logic/inline.js";
import { isNew, recordOf, withRecord } from "./logic/memory.js";
import { fill, MESSAGES } from "./logic/messages.js";
import { makeCard, makeNote } from "./parts/card.js";
import { makeClassCode } from "./parts/class_code.js";
import { actionButton, el, inline, mainButton } from "./parts/dom.js";
import { dataLinks } from "./parts/plotly.js";
import * as storage from "./parts/storage.js";

/** @param {PredictSpec} spec @param {() => void} commit */
function makeGuess(spec, commit) {
  if (spec.mode === "line") return drawnGuess(spec);
  if (spec.mode === "share") return draggedGuess(spec);
  return spec.mode === "number" ? typedGuess(spec, commit) : chosenGuess(spec);
}

/**
 * What the reader assumes, one line, or the reason for her verdict.
 * @param {PredictSpec} spec
 * @param {boolean} isReason
 * @param {() => void} keep
 */
function makeAssumption(spec, isReason, keep) {
  const id = `kit-assumed-${spec.id}`;
  const input = isReason
    ? el("textarea", { rows: 2, id, onchange: keep })
    : el("input", { type: "text", id, autocomplete: "off", onchange: keep });
  const help = el("small", { class: "kit-help", id: `${id}-help` }, MESSAGES.assume_help);
  input.setAttribute("aria-describedby", help.id);
  const node = el("div", { class: "kit-assume" }, el("label", { for: id }, spec.ask), input, help);
  return { node, input };
}

/** @param {Model} model @param {Element} root @returns {Dispose} */
export function predict(model, root) {
  /** @type {PredictSpec} */
  const spec = model.get("_spec");
  const { key, version } = spec.memory;
  const isClaim = "ask_last" in spec && spec.ask_last;
  const note = makeNote();
  const follows = el("div", { class: "kit-follows", hidden: true });
  const guess = makeGuess(spec, () => commit.click());
  const commit = mainButton(spec.commit, reveal);
  const again = actionButton(MESSAGES.guess_again, guessAgain);
  const assumption = makeAssumption(spec, isClaim, () => keep({ assumed: assumption.input.value.trim() }));
  const code = makeClassCode(spec.poll);
  const changed = el("small", { class: "kit-help", hidden: !isNew(storage.read(key), version) }, MESSAGES.guess_new);
  const about = [spec.about, fill(MESSAGES[spec.help], { commit: spec.commit })].filter(Boolean).join(" ");
  const asked = el("div", { class: "kit-asked" }, ...guess.nodes);
  const answer = el(
    "div",
    { class: "kit-answer", role: "group", "aria-label": MESSAGES.answer, tabindex: "-1" },
    ...note.nodes,
    ...guess.answer,
    follows,
    code.node,
  );
  const body = [changed, ...(isClaim ? [asked, assumption.node] : [assumption.node, asked]), commit, answer];
  const card = makeCard(root, { ...spec, about }, body, spec.source, [...dataLinks(spec.data), again]);
  card.dataset.predict = spec.id;
  restart();
  const stored = record().guess;
  if (guess.isGuess(stored)) {
    guess.write(stored);
    show(stored, true);
  }
  const unfollow = storage.follow(readAssumed);
  return () => {
    unfollow();
    guess.stop();
  };

  /** What is stored of this question: the last guess, the first one in words and coded, and what was assumed. */
  function record() {
    return recordOf(storage.read(key), version) ?? {};
  }
  /** Keep something more of this question. @param {Record<string, unknown>} more */
  function keep(more) {
    storage.write(key, withRecord(storage.read(key), [version], version, { ...record(), ...more }));
  }
  function readAssumed() {
    const { assumed } = record();
    // What she is writing just now is newer than what is stored.
    if (typeof assumed === "string" && assumption.input !== document.activeElement) assumption.input.value = assumed;
  }
  async function reveal() {
    const mine = guess.read();
    if (mine === null) return note.announce(guess.missing(), "miss");
    keep({ guess: mine, assumed: assumption.input.value.trim() });
    await show(mine, false);
    answer.focus();
  }
  /**
   * Show the answer to a guess.
   * @param {any} mine
   * @param {boolean} quiet whether nothing is read out, after a reload
   */
  async function show(mine, quiet) {
    /** @type {Secret} */
    const secret = await decompress(spec.secret);
    const { sentence, kind, ...words } = guess.compare(mine, secret);
    setCommitted(true);
    note.announce([sentence, secret.why, secret.why_by[kind]].filter(Boolean).map(withoutMarks).join(" "), "", quiet);
    follows.replaceChildren(...secret.follows.map((paragraph) => el("p", {}, ...inline(paragraph))));
    guess.reveal(mine, secret);
    const { first, said } = record();
    const coded = isCoded(first) ? first : guess.coded(mine);
    // The first guess is what comes back at the end; a verdict may be changed after an argument.
    keep({ first: coded, said: said && !isClaim ? { ...said, truth: words.truth } : words });
    code.show([coded]);
    model.set("guess", mine);
    model.save_changes();
  }
  /** @param {unknown} first */
  function isCoded(first) {
    return Number.isInteger(first) && Number(first) > 0 && Number(first) < (spec.poll?.radices[0] ?? 0);
  }
  /** @param {boolean} committed */
  function setCommitted(committed) {
    commit.hidden = committed;
    again.hidden = !committed;
    follows.hidden = !committed;
    // What was assumed was assumed before the answer; a reason may become a better one.
    if (!isClaim) assumption.input.readOnly = committed;
  }
  function restart() {
    setCommitted(false);
    note.announce("");
    guess.restart();
  }
  function guessAgain() {
    restart();
    /** @type {HTMLElement | null} */ (asked.querySelector("input, summary"))?.focus();
  }
}
