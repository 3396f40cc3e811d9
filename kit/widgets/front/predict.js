// A prediction: the reader commits to a guess before the data show. All of it happens here, without a kernel.

function predict(model, root) {
  const spec = model.get("_spec");
  const modes = { line: drawnGuess, number: typedGuess, choice: chosenGuess };
  const note = makeNote();
  const guess = modes[spec.mode](spec, note);
  const about = { ...spec, about: [spec.about, fill(WORDS[spec.help], { commit: spec.commit })].filter(Boolean).join(" ") };
  const commit = make("button", { type: "button", class: "kit-button", onclick: reveal }, spec.commit);
  const again = makeAction(WORDS.try_again, restart);
  const assumed = make("textarea", { rows: 2, id: `kit-assumed-${spec.id}`, onchange: keep });
  const assume = make("div", { class: "kit-assume" }, make("label", { for: assumed.id }, spec.ask), assumed, make("small", { class: "kit-help" }, WORDS.assumed_help));
  const after = make("div", { class: "kit-after" });
  const code = makeCode(spec.poll);
  let first;
  const card = makeCard(root, about, [...guess.nodes, commit, ...note.nodes, code.node, after, assume], spec.source, [...dataLinks(spec), again]);
  card.dataset.predict = spec.id;
  if (!spec.ask_first) card.insertBefore(assume, card.lastChild);
  else card.insertBefore(assume, commit);
  restart();

  async function reveal() {
    const mine = guess.read();
    if (mine === null) return note.say(WORDS[spec.mode === "choice" ? "guess_choice_first" : "guess_first"], "miss");
    const truth = await unpack(spec.secret);
    const words = guess.compare(mine, truth);
    commit.hidden = true;
    again.hidden = false;
    assume.hidden = false;
    note.say([words.sentence, truth.why].filter(Boolean).join(" "));
    after.replaceChildren(...(truth.after ?? []).map((line) => make("p", {}, line)));
    guess.reveal(mine, truth);
    keep({ guess: words.guess, truth: words.truth });
    first ??= spec.choices ? spec.choices.indexOf(mine) + 1 : numberToAnswer([mine].flat().at(-1));
    code.show([first]);
    model.set("guess", mine);
    model.save_changes();
  }
  function keep(found) {
    const known = device.read(`predict/${spec.id}`);
    const words = found.guess === undefined ? known : found;
    if (words) device.write(`predict/${spec.id}`, { ...words, assumed: assumed.value.trim() });
  }
  function restart() {
    commit.hidden = false;
    again.hidden = true;
    assume.hidden = !spec.ask_first;
    after.replaceChildren();
    note.say("");
    guess.restart();
  }
  return () => guess.stop?.();
}

/** A number with its unit, as in “276,000 robots” or “51 %”. */
function quantity(value, unit) {
  const number = value.toLocaleString("en", { maximumSignificantDigits: Math.abs(value) >= 1000 ? 6 : 4 });
  return [number, unit].filter(Boolean).join(" ");
}

/** How the truth stands to the guess, in words. */
function ratioWords(mine, truth) {
  if (mine === truth) return WORDS.ratio_same;
  if (!mine) return WORDS.ratio_from_zero;
  const ratio = truth / mine;
  const percent = Math.round(Math.abs(ratio - 1) * 100);
  if (percent < 5) return WORDS.ratio_same;
  if (ratio >= 2) return fill(WORDS.ratio_many_above, { times: ratio >= 10 ? Math.round(ratio) : ratio.toFixed(1) });
  if (ratio <= 0.5) return WORDS.ratio_many_below;
  return fill(ratio > 1 ? WORDS.ratio_above : WORDS.ratio_below, { percent });
}

function typedGuess(spec, note) {
  const input = make("input", { type: "number", step: "any", "aria-label": spec.title, onkeydown: (event) => event.key === "Enter" && input.closest(".kit").querySelector(".kit-button").click() });
  const chart = makeChart(spec.height, spec.title);
  return {
    nodes: [make("label", { class: "kit-row" }, input, make("span", {}, spec.unit)), chart.node],
    read: () => (input.value === "" ? null : Number(input.value)),
    compare: (mine, { truth }) => {
      const words = { guess: quantity(mine, spec.unit), truth: quantity(truth, spec.unit) };
      return { ...words, sentence: fill(WORDS.number_result, { ...words, ratio: ratioWords(mine, truth) }) };
    },
    reveal: (_, { figure }) => {
      input.disabled = true;
      chart.node.hidden = !figure;
      if (figure) chart.show(figure);
    },
    restart: () => {
      input.disabled = false;
      input.value = "";
      chart.node.hidden = true;
    },
    stop: chart.stop,
  };
}

let guesses = 0;

function chosenGuess(spec) {
  const group = `kit-guess-${++guesses}`;
  const inputs = spec.choices.map((_, i) => make("input", { type: "radio", name: group, value: i }));
  const options = spec.choices.map((choice, i) => make("label", { class: "kit-option" }, inputs[i], make("span", {}, choice)));
  const chart = makeChart(spec.height, spec.title);
  const evidence = (spec.evidence ?? []).map(({ head, lines }) => make("div", {}, make("strong", {}, head), make("ul", {}, ...lines.map((line) => make("li", {}, line)))));
  return {
    nodes: [...evidence, make("fieldset", { class: "kit-question" }, make("legend", { class: "kit-label" }, spec.legend), ...options), chart.node],
    read: () => {
      const chosen = inputs.findIndex((input) => input.checked);
      return chosen < 0 ? null : spec.choices[chosen];
    },
    compare: (mine, { truth }) => ({ guess: mine, truth, sentence: fill(mine === truth ? spec.right : spec.other, { guess: mine, truth }) }),
    reveal: (mine, { truth, figure }) => {
      spec.choices.forEach((choice, i) => {
        inputs[i].disabled = true;
        options[i].classList.toggle("kit-good", choice === truth);
        options[i].classList.toggle("kit-miss", choice === mine && choice !== truth);
      });
      chart.node.hidden = !figure;
      if (figure) chart.show(figure);
    },
    restart: () => {
      inputs.forEach((input) => ((input.disabled = false), (input.checked = false)));
      options.forEach((option) => option.classList.remove("kit-good", "kit-miss"));
      chart.node.hidden = true;
    },
    stop: chart.stop,
  };
}

/** Draw with the finger, the mouse, or number by number. `spec.known` points stand already; the rest is the guess. */
function drawnGuess(spec) {
  const chart = makeChart(spec.height, spec.title);
  const open = spec.places.length - spec.known;
  let values, touched, locked, held;
  const inputs = Array.from({ length: open }, (_, i) =>
    make("input", { type: "number", step: "any", min: spec.low, max: spec.high, oninput: (event) => event.target.value !== "" && (put(i, Number(event.target.value), false), paint()) }),
  );
  const typed = make(
    "details",
    {},
    make("summary", {}, WORDS.type_values),
    make("div", { class: "kit-values" }, ...inputs.map((input, i) => make("label", {}, String(spec.places[spec.known + i]), input))),
  );

  function put(i, value, write = true) {
    values[i] = Math.round(Math.min(spec.high, Math.max(spec.low, value)) / spec.step) * spec.step;
    touched = true;
    if (write) inputs[i].value = values[i];
  }
  function paint(figure = spec.figure) {
    const last = spec.known - 1;
    const trace = {
      name: WORDS.your_guess,
      x: spec.places.slice(last),
      y: [spec.start, ...values],
      mode: "lines+markers",
      line: { color: spec.colour, width: 2, dash: "dot" },
      marker: { size: spec.places.slice(last).map((_, i) => (i ? 10 : 0)), color: spec.paper, line: { color: spec.colour, width: 2 } },
      hoverinfo: locked ? "all" : "skip",
    };
    const label = { x: spec.places.at(-1), y: values.at(-1), text: WORDS.your_guess, showarrow: false, xanchor: "left", xshift: 8, font: { color: spec.colour } };
    const layout = { ...figure.layout, hovermode: locked ? figure.layout.hovermode : false, annotations: [...(figure.layout.annotations ?? []), label] };
    chart.show({ data: [...figure.data, trace], layout });
  }
  function at(event) {
    const full = chart.node._fullLayout;
    const box = chart.node.getBoundingClientRect();
    const x = full.xaxis.p2d(event.clientX - box.left - full._size.l);
    const y = full.yaxis.p2d(event.clientY - box.top - full._size.t);
    const gaps = spec.places.slice(spec.known).map((place) => Math.abs(place - x));
    return { i: gaps.indexOf(Math.min(...gaps)), y };
  }
  // A fast stroke skips points; those between two events are filled in along the straight line.
  function drag(event) {
    if (!held || locked) return;
    const now = at(event);
    const steps = Math.abs(now.i - held.i) || 1;
    for (let k = 0; k <= steps; k++) {
      const i = held.i + Math.round(((now.i - held.i) * k) / steps);
      put(i, held.y + ((now.y - held.y) * k) / steps);
    }
    held = now;
    paint();
  }
  chart.node.addEventListener("pointerdown", (event) => {
    if (locked || !chart.node._fullLayout) return;
    event.preventDefault();
    chart.node.setPointerCapture(event.pointerId);
    held = at(event);
    drag(event);
  }, true);
  chart.node.addEventListener("pointermove", drag, true);
  for (const end of ["pointerup", "pointercancel"]) chart.node.addEventListener(end, () => (held = null), true);

  return {
    nodes: [chart.node, typed],
    read: () => (touched ? [...values] : null),
    compare: (mine, { truth }) => {
      const words = { guess: quantity(mine.at(-1), spec.unit), truth: quantity(truth.at(-1), spec.unit) };
      return { ...words, sentence: fill(WORDS.line_result, { ...words, x: spec.places.at(-1), ratio: ratioWords(mine.at(-1), truth.at(-1)) }) };
    },
    reveal: (_, { figure }) => {
      locked = true;
      typed.hidden = true;
      chart.node.classList.remove("kit-draw");
      paint(figure);
    },
    restart: () => {
      values = Array(open).fill(spec.start);
      touched = locked = false;
      typed.hidden = false;
      inputs.forEach((input) => (input.value = spec.start));
      chart.node.classList.add("kit-draw");
      paint();
    },
    stop: chart.stop,
  };
}
