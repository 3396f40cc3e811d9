// What the reader guessed at the start, read back from her own device.

function recall(model, root) {
  const spec = model.get("_spec");
  const note = makeNote();
  const forget = makeAction(WORDS.forget, () => device.write(`predict/${spec.of}`, null));
  makeCard(root, spec, note.nodes, "", [forget]);
  function tell() {
    const known = device.read(`predict/${spec.of}`);
    forget.hidden = !known;
    if (!known) return note.say(WORDS.recall_none);
    note.say([fill(WORDS.recall_result, known), known.assumed ? fill(WORDS.recall_assumed, known) : ""].filter(Boolean).join(" "));
  }
  tell();
  document.addEventListener("kit-device", tell);
  return () => document.removeEventListener("kit-device", tell);
}
