// An explorer. `model` is an anywidget model in JupyterLab and a baked one in a page: get, set, on, off, save_changes.

const SLOW = 300;
const SILENT = 6000;

function explore(model, root) {
  const spec = model.get("_spec");
  const start = spec.controls.map((control) => control.default);
  let wanted = model.get("_state");
  let timers = [];

  const controls = spec.controls.map((control) => makeControl(control, ask));
  const chart = makeChart(spec.height, spec.title);
  const note = makeNote();
  const trouble = make("p", { class: "kit-trouble", role: "status", hidden: true });
  const data = makeData(spec.id);
  const actions = [data.button];
  if (model.link) actions.push(makeLink(() => model.link()));
  actions.push(makeAction(WORDS.reset, () => (put(start), ask())));
  const card = makeCard(root, spec, [controls.length ? make("div", { class: "kit-controls" }, ...controls.map((control) => control.node)) : "", chart.node, ...note.nodes, trouble, data.place], spec.source, [...dataLinks(spec), ...actions]);
  card.dataset.explorer = spec.id;

  chart.drawn = () => card.dispatchEvent(new CustomEvent("kit-drawn", { bubbles: true, detail: { id: spec.id } }));
  chart.failed = () => warn(WORDS.no_chart);

  function put(state) {
    wanted = state;
    controls.forEach((control, i) => control.set(state[i]));
  }
  function same(state) {
    return state.every((index, i) => index === wanted[i]);
  }
  function warn(words) {
    trouble.textContent = words;
    trouble.hidden = !words;
  }
  const send = oncePerFrame(() => {
    model.set("_state", wanted);
    model.save_changes();
    if (model.link) return;
    wait();
    // Back to the state that is drawn already: the kernel sees no change and will not answer.
    answered();
  });
  function ask() {
    wanted = controls.map((control) => control.get());
    send();
  }
  function wait() {
    timers.forEach(clearTimeout);
    timers = [
      setTimeout(() => card.setAttribute("aria-busy", "true"), SLOW),
      setTimeout(() => warn(WORDS.slow), 4 * SLOW),
      setTimeout(() => warn(WORDS.no_answer), SILENT),
    ];
  }
  // An answer to a question that is no longer asked is dropped.
  function answered() {
    const answer = JSON.parse(model.get("_drawn") || "null");
    if (!answer || !same(answer.state)) return;
    timers.forEach(clearTimeout);
    card.removeAttribute("aria-busy");
    warn(answer.fault ? fill(WORDS.failed, { reason: answer.fault }) : "");
    if (!answer.figure) return;
    note.say(answer.note);
    chart.node.setAttribute("aria-label", `${spec.title}. ${answer.note}`);
    chart.show(answer.figure);
    data.show(answer.figure);
  }
  function moved() {
    const state = model.get("_state");
    if (!same(state)) put(state);
    answered();
  }

  put(wanted);
  model.on("change:_drawn", answered);
  model.on("change:_state", moved);
  answered();
  return () => {
    model.off("change:_drawn", answered);
    model.off("change:_state", moved);
    timers.forEach(clearTimeout);
    chart.stop();
  };
}

function makeLink(address) {
  const button = makeAction(WORDS.copy_link, async () => {
    const link = address();
    history.replaceState(history.state, "", link);
    try {
      await navigator.clipboard.writeText(link);
      button.textContent = WORDS.copied;
      setTimeout(() => (button.textContent = WORDS.copy_link), 2000);
    } catch {
      // Without the clipboard (a page from a stick) the address bar holds the link.
      prompt(WORDS.copy_link, link);
    }
  });
  return button;
}
