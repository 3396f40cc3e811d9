// Native, labelled inputs for the controls of an explorer. Each has `get()`, `set(index)` and a node.

const SEGMENTS_MOST = 4;
const SEGMENTS_LETTERS = 34;

function makeControl(spec, changed) {
  const kinds = { slider: makeSlider, toggle: makeToggle, many: makeMany, choice: makeChoice };
  const control = kinds[spec.kind](spec, changed);
  if (spec.help) control.node.append(make("small", { class: "kit-help" }, spec.help));
  return control;
}

function makeSlider(spec, changed) {
  const shown = make("output", {});
  const input = make("input", { type: "range", min: 0, max: spec.options.length - 1, step: 1, "aria-label": spec.label, name: spec.name });
  function tell() {
    const words = `${spec.options[input.value]} ${spec.unit}`.trim();
    shown.textContent = words;
    input.setAttribute("aria-valuetext", words);
  }
  input.addEventListener("input", () => {
    tell();
    changed();
  });
  const node = make("div", { class: "kit-control kit-slider" }, make("span", { class: "kit-label" }, `${spec.label} `, shown), make("span", { class: "kit-row" }, input, spec.play ? makePlay(input, spec) : ""));
  return { node, get: () => Number(input.value), set: (index) => ((input.value = index), tell()) };
}

/** A button that moves a slider step by step; it stops at the end, or when the reader takes over. */
function makePlay(input, spec) {
  let timer = 0;
  const button = makeAction(WORDS.play, () => (timer ? stop() : start()));
  button.setAttribute("aria-label", `${WORDS.play}: ${spec.label}`);
  function stop() {
    clearInterval(timer);
    timer = 0;
    button.textContent = WORDS.play;
  }
  function start() {
    if (input.value === input.max) input.value = -1;
    button.textContent = WORDS.pause;
    timer = setInterval(step, 500);
    step();
  }
  function step() {
    if (!input.isConnected || input.value === input.max) return stop();
    input.value = Number(input.value) + 1;
    input.dispatchEvent(new Event("input"));
  }
  input.addEventListener("pointerdown", stop);
  input.addEventListener("keydown", stop);
  return button;
}

function makeToggle(spec, changed) {
  const input = make("input", { type: "checkbox", role: "switch", name: spec.name, onchange: changed });
  const node = make("div", { class: "kit-control" }, make("label", { class: "kit-tick" }, input, spec.label));
  return { node, get: () => Number(input.checked), set: (index) => (input.checked = Boolean(index)) };
}

function makeMany(spec, changed) {
  const inputs = spec.options.map(() => make("input", { type: "checkbox", name: spec.name, onchange: changed }));
  const ticks = spec.options.map((option, i) => make("label", { class: "kit-tick" }, inputs[i], option));
  const node = make("fieldset", { class: "kit-control" }, make("legend", { class: "kit-label" }, spec.label), make("span", { class: "kit-ticks" }, ...ticks));
  return {
    node,
    get: () => inputs.reduce((sum, input, bit) => sum + (input.checked ? 2 ** bit : 0), 0),
    set: (index) => inputs.forEach((input, bit) => (input.checked = Math.floor(index / 2 ** bit) % 2 === 1)),
  };
}

let groups = 0;

function makeChoice(spec, changed) {
  const letters = spec.options.reduce((sum, option) => sum + option.length, 0);
  if (spec.options.length > SEGMENTS_MOST || letters > SEGMENTS_LETTERS) {
    const menu = make("select", { name: spec.name, onchange: changed }, ...spec.options.map((option, i) => make("option", { value: i }, option)));
    return { node: make("label", { class: "kit-control kit-label" }, spec.label, menu), get: () => Number(menu.value), set: (index) => (menu.value = index) };
  }
  const group = `kit-group-${++groups}`;
  const inputs = spec.options.map((_, i) => make("input", { type: "radio", name: group, value: i, onchange: changed }));
  const node = make(
    "fieldset",
    { class: "kit-control" },
    make("legend", { class: "kit-label" }, spec.label),
    make("span", { class: "kit-segments" }, ...spec.options.map((option, i) => make("label", {}, inputs[i], make("span", {}, option)))),
  );
  return { node, get: () => inputs.findIndex((input) => input.checked), set: (index) => (inputs[index].checked = true) };
}

/** How many settings a control has: a tick box doubles them. */
function settingsOf(spec) {
  return spec.kind === "many" ? 2 ** spec.options.length : spec.options.length;
}

/** A setting as it stands in an address: the words of the option, or of all that are ticked. */
function settingText(spec, index) {
  if (spec.kind !== "many") return spec.options[index];
  return spec.options.filter((_, bit) => Math.floor(index / 2 ** bit) % 2).join("~");
}

/** The setting that an address names; the default where it names none. */
function settingFrom(spec, text) {
  if (text === null) return spec.default;
  if (spec.kind !== "many") return spec.options.includes(text) ? spec.options.indexOf(text) : spec.default;
  const ticked = text.split("~");
  return spec.options.reduce((sum, option, bit) => sum + (ticked.includes(option) ? 2 ** bit : 0), 0);
}
