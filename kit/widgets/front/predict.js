// A prediction: the reader commits to a guess before the data show. All of it happens here, without a kernel.

/** @import { PredictSpec, Secret } from "./contract" */
/** @import { Dispose, Model } from "./types" */

import { decompress } from "./compression.js";
import { chosenGuess, drawnGuess, typedGuess } from "./guesses.js";
import { fill, MESSAGES } from "./logic/messages.js";
import { makeCard, makeNote } from "./parts/card.js";
import { makeClassCode } from "./parts/class_code.js";
import { actionButton, el, mainButton } from "./parts/dom.js";
import { dataLinks } from "./parts/plotly.js";
import * as storage from "./parts/storage.js";

/** @param {PredictSpec} spec @param {() => void} commit */
function makeGuess(spec, commit) {
  if (spec.mode === "line") return drawnGuess(spec);
  return spec.mode === "number" ? typedGuess(spec, commit) : chosenGuess(spec);
}

/** @param {Model} model @param {Element} root @returns {Dispose} */
export function predict(model, root) {
  /** @type {PredictSpec} */
  const spec = model.get("_spec");
  const key = `predict/${spec.id}`;
  const asksFirst = "ask_first" in spec && spec.ask_first;
  const note = makeNote();
  const guess = makeGuess(spec, () => commit.click());
  const commit = mainButton(spec.commit, reveal);
  const again = actionButton(MESSAGES.try_again, restart);
  const assumed = el("textarea", { rows: 2, id: `kit-assumed-${spec.id}`, onchange: () => keep() });
  const assume = el(
    "div",
    { class: "kit-assume" },
    el("label", { for: assumed.id }, spec.ask),
    assumed,
    el("small", { class: "kit-help" }, MESSAGES.assumed_help),
  );
  const code = makeClassCode(spec.poll);
  const about = [spec.about, fill(MESSAGES[spec.help], { commit: spec.commit })].filter(Boolean).join(" ");
  const answer = [commit, ...note.nodes, code.node];
  const body = [...guess.nodes, ...(asksFirst ? [assume, ...answer] : [...answer, assume])];
  const card = makeCard(root, { ...spec, about }, body, spec.source, [...dataLinks(spec.data), again]);
  card.dataset.predict = spec.id;
  let first = 0;
  restart();

  async function reveal() {
    const mine = guess.read();
    if (mine === null) return note.announce(spec.mode === "choice" ? MESSAGES.guess_choice_first : MESSAGES.guess_first, "miss");
    /** @type {Secret} */
    const secret = await decompress(spec.secret);
    const compared = guess.compare(mine, secret.truth);
    setCommitted(true);
    note.announce([compared.sentence, secret.why].filter(Boolean).join(" "));
    guess.reveal(mine, secret);
    keep({ guess: compared.guess, truth: compared.truth });
    first ||= guess.coded(mine);
    code.show([first]);
    model.set("guess", mine);
    model.save_changes();
  }
  /** @param {{guess: string, truth: string}} [compared] */
  function keep(compared) {
    const known = compared ?? storage.read(key);
    if (known) storage.write(key, { ...known, assumed: assumed.value.trim() });
  }
  /** @param {boolean} committed */
  function setCommitted(committed) {
    commit.hidden = committed;
    again.hidden = !committed;
    assume.hidden = !committed && !asksFirst;
  }
  function restart() {
    setCommitted(false);
    note.announce("");
    guess.restart();
  }
  return guess.stop;
}
