// What the reader guessed at the start, read back from her own device.

/** @import { RecallSpec } from "./contract" */
/** @import { Dispose, Model } from "./types" */

import { latestRecord, recordOf } from "./logic/memory.js";
import { fill, MESSAGES } from "./logic/messages.js";
import { makeCard, makeNote } from "./parts/card.js";
import { actionButton } from "./parts/dom.js";
import * as storage from "./parts/storage.js";

/** @param {Model} model @param {Element} root @returns {Dispose} */
export function recall(model, root) {
  /** @type {RecallSpec} */
  const spec = model.get("_spec");
  const { key, version } = spec.memory;
  const note = makeNote();
  const forget = actionButton(MESSAGES.forget, () => storage.write(key, null));
  makeCard(root, spec, note.nodes, "", [forget]);
  return storage.follow(() => {
    const stored = storage.read(key);
    const { said, assumed } = (version ? recordOf(stored, version) : latestRecord(stored)) ?? {};
    const known = typeof said?.guess === "string" && typeof said.truth === "string";
    const lines = [known ? fill(MESSAGES.recall_result, said) : MESSAGES.recall_none];
    if (assumed && typeof assumed === "string") lines.push(fill(MESSAGES.recall_assumed, { assumed }));
    forget.hidden = stored === null;
    note.announce(lines.join(" "));
  });
}
