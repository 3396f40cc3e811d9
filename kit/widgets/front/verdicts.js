// The reader's own verdicts on the claims of the ledger: weigh any, see all beside the kit's, take them away as a file.

function verdicts(model, root) {
  const spec = model.get("_spec");
  const keyOf = (claim) => `predict/claim-${claim.id.toLowerCase()}`;
  const group = `kit-verdict-${spec.id}`;
  const menu = make("select", { id: `${group}-claim`, onchange: choose });
  for (const lesson of [...new Set(spec.claims.map((claim) => claim.lesson))]) {
    const part = make("optgroup", { label: fill(WORDS.verdicts_lesson, { lesson }) });
    part.append(...spec.claims.filter((claim) => claim.lesson === lesson).map((claim) => make("option", { value: claim.id }, `${claim.id} ${claim.claim}`)));
    menu.append(part);
  }
  const about = make("p", { class: "kit-help" });
  const inputs = spec.verdicts.map((verdict) => make("input", { type: "radio", name: group, value: verdict }));
  const options = inputs.map((input) => make("label", { class: "kit-tick" }, input, input.value));
  const reason = make("textarea", { rows: 2, id: `${group}-reason` });
  const note = makeNote();
  const sum = make("p", { class: "kit-about" });
  const list = make("div", { class: "kit-data", tabindex: "0", role: "region", "aria-label": WORDS.verdicts_list, hidden: true });
  const save = makeAction(WORDS.verdicts_download, async () => download("my_verdicts", await file()));
  const drop = makeAction(WORDS.verdicts_forget, () => (device.write(keyOf(chosen()), null), choose(), menu.focus()));
  const form = make(
    "div",
    { class: "kit-assume" },
    make("label", { for: menu.id }, WORDS.verdicts_choose), menu, about,
    make("fieldset", { class: "kit-control" }, make("legend", { class: "kit-label" }, WORDS.weigh_legend), make("span", { class: "kit-ticks" }, ...options)),
    make("label", { for: reason.id }, WORDS.weigh_reason), reason,
  );
  const commit = make("button", { type: "button", class: "kit-button", onclick: compare }, WORDS.weigh_commit);
  makeCard(root, spec, [form, commit, ...note.nodes, sum, list], spec.source, [drop, save]);

  function chosen() {
    return spec.claims.find((claim) => claim.id === menu.value);
  }
  /** Show the chosen claim, with what was said of it before. */
  function choose() {
    const claim = chosen();
    const known = device.read(keyOf(claim));
    about.textContent = `“${claim.claim}” ${fill(WORDS.weigh_about, claim)}`;
    inputs.forEach((input) => (input.checked = input.value === known?.guess));
    reason.value = known?.assumed ?? "";
    drop.hidden = !known;
    note.say("");
  }
  async function compare() {
    const claim = chosen();
    const mine = inputs.find((input) => input.checked)?.value;
    if (!mine) return note.say(WORDS.guess_choice_first, "miss");
    const { verdict, why } = (await unpack(spec.secret))[claim.id];
    device.write(keyOf(claim), { guess: mine, truth: verdict, assumed: reason.value.trim() });
    drop.hidden = false;
    note.say([fill(mine === verdict ? WORDS.weigh_same : WORDS.weigh_other, { guess: mine, truth: verdict }), why].join(" "));
  }
  /** All verdicts on this device, as rows: claim, mine, the kit's, my reason. */
  function weighed() {
    return spec.claims.map((claim) => ({ claim, ...device.read(keyOf(claim)) })).filter((row) => row.guess);
  }
  function tell() {
    const found = weighed();
    const same = found.filter((row) => row.guess === row.truth).length;
    sum.textContent = found.length ? fill(WORDS.verdicts_sum, { weighed: found.length, all: spec.claims.length, same }) : WORDS.verdicts_none;
    save.hidden = list.hidden = !found.length;
    const rows = found.map((row) => [`${row.claim.id} ${row.claim.claim}`, row.guess, row.truth, row.assumed || "–"]);
    const table = tableNode({ head: [WORDS.verdicts_claim, WORDS.weigh_legend, WORDS.verdicts_kit, WORDS.weigh_reason], rows });
    table.classList.add("kit-words");
    table.caption.textContent = WORDS.verdicts_list;
    list.replaceChildren(table);
  }
  async function file() {
    const kits = await unpack(spec.secret);
    const rows = weighed().map(({ claim, guess, truth, assumed }) => [claim.id, claim.lesson, claim.claim, claim.who, claim.when, guess, assumed ?? "", truth, kits[claim.id].reason]);
    return { head: ["claim_id", "lesson", "claim", "claimed_by", "date", "my_verdict", "my_reason", "kit_verdict", "kit_reason"], rows };
  }
  choose();
  tell();
  document.addEventListener("kit-device", tell);
  return () => document.removeEventListener("kit-device", tell);
}
