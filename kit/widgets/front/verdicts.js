// The reader's own verdicts on the claims of the ledger: weigh any, see all beside the kit's, take them away as a file.

/** @import { KitVerdict, LedgerClaim, VerdictsSpec } from "./contract" */
/** @import { Dispose, Model } from "./types" */

import { decompress } from "./compression.js";
import { recordOf, withRecord } from "./logic/memory.js";
import { fill, MESSAGES } from "./logic/messages.js";
import { makeCard, makeNote } from "./parts/card.js";
import { download, scrollRegion, tableNode } from "./parts/data_table.js";
import { actionButton, el, mainButton } from "./parts/dom.js";
import * as storage from "./parts/storage.js";

const FILE = "my_verdicts";
const COLUMNS = [
  "claim_id",
  "lesson",
  "claim",
  "claimed_by",
  "date",
  "my_verdict",
  "my_reason",
  "kit_verdict",
  "kit_reason",
];

/**
 * What is stored of a claim, here or by `kit.weigh`, which keeps it under the same name: the verdict and the reason.
 * @param {LedgerClaim} claim
 * @param {string[]} verdicts
 * @returns {{guess: string, assumed: string} | null}
 */
function storedVerdict({ memory }, verdicts) {
  const { guess, assumed } = recordOf(storage.read(memory.key), memory.version) ?? {};
  return verdicts.includes(guess) ? { guess, assumed: typeof assumed === "string" ? assumed : "" } : null;
}

/** @param {Model} model @param {Element} root @returns {Dispose} */
export function verdicts(model, root) {
  /** @type {VerdictsSpec} */
  const spec = model.get("_spec");
  const name = `kit-verdict-${spec.id}`;
  let updates = 0;
  const menu = claimMenu(spec.claims, `${name}-claim`, choose);
  const about = el("p", { class: "kit-help" });
  const inputs = spec.verdicts.map((verdict) => el("input", { type: "radio", name, value: verdict }));
  const ticks = inputs.map((input) => el("label", { class: "kit-tick" }, input, input.value));
  const reason = el("textarea", { rows: 2, id: `${name}-reason` });
  const note = makeNote();
  const summary = el("p", { class: "kit-about" });
  const list = scrollRegion(MESSAGES.verdicts_list);
  const save = actionButton(MESSAGES.verdicts_download, async () => download(FILE, await fileTable()));
  const forget = actionButton(MESSAGES.verdicts_forget, () => {
    storage.write(chosen().memory.key, null);
    choose();
    menu.focus();
  });
  const legend = el("legend", { class: "kit-label" }, MESSAGES.weigh_legend);
  const form = el(
    "div",
    { class: "kit-assume" },
    el("label", { for: menu.id }, MESSAGES.verdicts_choose),
    menu,
    about,
    el("fieldset", { class: "kit-control" }, legend, el("span", { class: "kit-ticks" }, ...ticks)),
    el("label", { for: reason.id }, MESSAGES.weigh_reason),
    reason,
  );
  makeCard(root, spec, [form, mainButton(MESSAGES.weigh_commit, compare), ...note.nodes, summary, list], spec.source, [
    forget,
    save,
  ]);
  choose();
  return storage.follow(() => void update());

  function chosen() {
    return /** @type {LedgerClaim} */ (spec.claims.find(({ id }) => id === menu.value));
  }
  /** Show the chosen claim, with what was said of it before. */
  function choose() {
    const claim = chosen();
    const known = storedVerdict(claim, spec.verdicts);
    about.textContent = `“${claim.claim}” ${fill(MESSAGES.weigh_about, claim)}`;
    for (const input of inputs) input.checked = input.value === known?.guess;
    reason.value = known?.assumed ?? "";
    forget.hidden = !known;
    note.announce("");
  }
  async function compare() {
    const claim = chosen();
    const mine = inputs.find((input) => input.checked)?.value;
    if (!mine) return note.announce(MESSAGES.guess_choice_first, "miss");
    const { verdict, why } = (await kitVerdicts())[claim.id];
    const { key, version } = claim.memory;
    const stored = storage.read(key);
    const first = recordOf(stored, version)?.first ?? spec.verdicts.indexOf(mine) + 1;
    const said = { guess: mine, truth: verdict };
    storage.write(
      key,
      withRecord(stored, [version], version, { guess: mine, assumed: reason.value.trim(), first, said }),
    );
    forget.hidden = false;
    const sentence = mine === verdict ? MESSAGES.weigh_same : MESSAGES.weigh_other;
    note.announce(`${fill(sentence, { guess: mine, truth: verdict })} ${why}`);
  }
  /** @returns {Promise<Record<string, KitVerdict>>} */
  function kitVerdicts() {
    return decompress(spec.secret);
  }
  /** All verdicts on this device, beside the kit's. */
  async function weighed() {
    const own = spec.claims.flatMap((claim) => {
      const known = storedVerdict(claim, spec.verdicts);
      return known ? [{ claim, ...known }] : [];
    });
    const kits = own.length ? await kitVerdicts() : {};
    return own.map((one) => ({ ...one, kit: kits[one.claim.id] }));
  }
  async function update() {
    const own = ++updates;
    const found = await weighed();
    if (own !== updates) return; // something newer was written meanwhile
    const same = found.filter(({ guess, kit }) => guess === kit.verdict).length;
    const counts = { weighed: found.length, all: spec.claims.length, same };
    summary.textContent = found.length ? fill(MESSAGES.verdicts_sum, counts) : MESSAGES.verdicts_none;
    save.hidden = list.hidden = !found.length;
    const head = [MESSAGES.verdicts_claim, MESSAGES.weigh_legend, MESSAGES.verdicts_kit, MESSAGES.weigh_reason];
    const rows = found.map(({ claim, guess, kit, assumed }) => [
      `${claim.id} ${claim.claim}`,
      guess,
      kit.verdict,
      assumed || "–",
    ]);
    const table = tableNode(MESSAGES.verdicts_list, { head, rows });
    table.classList.add("kit-words");
    list.replaceChildren(table);
  }
  async function fileTable() {
    const rows = (await weighed()).map(({ claim, guess, assumed, kit }) => {
      const { id, lesson, who, when } = claim;
      return [id, lesson, claim.claim, who, when, guess, assumed, kit.verdict, kit.reason];
    });
    return { head: COLUMNS, rows };
  }
}

/** A menu of claims, by their lessons. @param {LedgerClaim[]} claims @param {string} id @param {() => void} onchange */
function claimMenu(claims, id, onchange) {
  const lessons = [...new Set(claims.map(({ lesson }) => lesson))];
  const groups = lessons.map((lesson) => {
    const own = claims.filter((claim) => claim.lesson === lesson);
    const options = own.map((claim) => el("option", { value: claim.id }, `${claim.id} ${claim.claim}`));
    return el("optgroup", { label: fill(MESSAGES.verdicts_lesson, { lesson }) }, ...options);
  });
  return el("select", { id, onchange }, ...groups);
}
