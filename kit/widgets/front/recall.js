// What the reader guessed at the start, read back from her own device.

/** @import { RecallSpec } from "./contract" */
/** @import { Dispose, Model } from "./types" */

import { fill, MESSAGES } from "./logic/messages.js";
import { makeCard, makeNote } from "./parts/card.js";
import { actionButton } from "./parts/dom.js";
import * as storage from "./parts/storage.js";

/** @param {Model} model @param {Element} root @returns {Dispose} */
export function recall(model, root) {
  /** @type {RecallSpec} */
  const spec = model.get("_spec");
  const key = `predict/${spec.of}`;
  const note = makeNote();
  const forget = actionButton(MESSAGES.forget, () => storage.write(key, null));
  makeCard(root, spec, note.nodes, "", [forget]);
  return storage.follow(() => {
    const known = storage.read(key);
    forget.hidden = !known;
    if (!known) return note.announce(MESSAGES.recall_none);
    const assumed = known.assumed ? fill(MESSAGES.recall_assumed, known) : "";
    note.announce([fill(MESSAGES.recall_result, known), assumed].filter(Boolean).join(" "));
  });
}
