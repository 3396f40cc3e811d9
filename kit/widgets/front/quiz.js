// Questions: one, several, a number, an order. Every option answers with its reason, where the finger is.

function quiz(model, root) {
  const spec = model.get("_spec");
  const kinds = { single: askOne, several: askSeveral, number: askNumber, order: askOrder };
  const key = `quiz/${spec.id}`;
  const forget = makeAction(WORDS.forget_answers, () => {
    device.write(key, null);
    quiz(model, root);
    root.querySelector("input, button")?.focus();
  });
  const code = makeCode(spec.poll);
  const first = spec.questions.map((_, i) => device.read(key)?.[i]?.first ?? 0);
  // What was answered is kept on the reader's device, one entry a question: {answer, right, first}.
  const memory = spec.questions.map((question, i) => ({
    answer: device.read(key)?.[i]?.answer,
    keep(answer, right) {
      const known = device.read(key) ?? [];
      first[i] ||= inCode(question, answer);
      device.write(key, spec.questions.map((_, k) => (k === i ? { answer, right, first: first[i] } : known[k] ?? null)));
      code.show(first);
      forget.hidden = false;
    },
  }));
  forget.hidden = !device.read(key);
  makeCard(root, spec, [...spec.questions.map((question, i) => kinds[question.kind](question, memory[i])), code.node], spec.source, [forget]);
}

/** Return an answer as the number that stands for it in a code; 0 would be "no answer". */
function inCode({ kind, options }, answer) {
  if (kind === "single") return answer + 1;
  if (kind === "several") return 1 + answer.reduce((sum, i) => sum + 2 ** i, 0);
  if (kind === "order") return 1 + answer.filter((option, i) => option === i).length;
  const met = optionOf(options, Number(answer));
  return 1 + (met < 0 ? options.length : met);
}

/** Return the place of the option of a number question that a number meets, or -1. */
function optionOf(options, number) {
  return options.findIndex(({ value, within }) => value === null || Math.abs(number - value) <= within);
}

let questions = 0;

function makeQuestion(question, ...parts) {
  return make("fieldset", { class: "kit-question" }, make("legend", {}, question.text), ...parts);
}

function makeWhy() {
  const node = make("p", { class: "kit-why", role: "status" });
  node.hidden = true;
  return {
    node,
    say(good, reason) {
      node.hidden = false;
      node.className = `kit-why ${good ? "kit-good" : "kit-miss"}`;
      node.textContent = `${good ? "✓ " + WORDS.right : "✗ " + WORDS.miss} ${reason}`;
    },
    clear: () => (node.hidden = true),
  };
}

function makeOption(type, group, option) {
  const input = make("input", { type, name: group });
  const label = make("label", { class: "kit-option" }, input, make("span", {}, option.text));
  const why = makeWhy();
  return {
    input,
    nodes: [label, why.node],
    mark(good) {
      label.classList.toggle("kit-good", good);
      label.classList.toggle("kit-miss", !good);
      why.say(good, option.why);
    },
    clear() {
      label.classList.remove("kit-good", "kit-miss");
      why.clear();
    },
  };
}

function askOne(question, memory) {
  const group = `kit-quiz-${++questions}`;
  const options = question.options.map((option) => makeOption("radio", group, option));
  function judge(i) {
    options[i].mark(question.options[i].right);
    memory.keep(i, question.options[i].right);
  }
  options.forEach(({ input }, i) => input.addEventListener("change", () => judge(i)));
  if (options[memory.answer]) {
    options[memory.answer].input.checked = true;
    judge(memory.answer);
  }
  return makeQuestion(question, ...options.flatMap((option) => option.nodes));
}

function makeCheckButton(onclick) {
  return make("button", { type: "button", class: "kit-button", onclick }, WORDS.check);
}

function makeHelp(words) {
  return make("small", { class: "kit-help" }, fill(words, { check: WORDS.check }));
}

function askSeveral(question, memory) {
  const options = question.options.map((option) => makeOption("checkbox", "", option));
  const why = makeWhy();
  options.forEach(({ input, clear }) => input.addEventListener("change", () => (clear(), why.clear())));
  function judge() {
    options.forEach(({ input, mark, clear }, i) => (input.checked ? mark(question.options[i].right) : clear()));
    const all = options.every(({ input }, i) => input.checked === question.options[i].right);
    why.say(all, all ? "" : WORDS.several_missing);
    memory.keep(options.flatMap(({ input }, i) => (input.checked ? [i] : [])), all);
  }
  if (memory.answer) {
    options.forEach(({ input }, i) => (input.checked = memory.answer.includes(i)));
    judge();
  }
  return makeQuestion(question, makeHelp(WORDS.choose_several), ...options.flatMap((option) => option.nodes), makeCheckButton(judge), why.node);
}

function askNumber(question, memory) {
  const input = make("input", { type: "text", inputmode: "decimal", autocomplete: "off", "aria-label": WORDS.number_label, onkeydown: (event) => event.key === "Enter" && judge() });
  const why = makeWhy();
  function judge() {
    const text = input.value.replace(/[\s,%]/g, "");
    const number = Number(text);
    if (!text || Number.isNaN(number)) return why.say(false, WORDS.number_invalid);
    const met = question.options[optionOf(question.options, number)];
    why.say(met?.right ?? false, met?.why ?? "");
    memory.keep(text, met?.right ?? false);
  }
  if (memory.answer) {
    input.value = memory.answer;
    judge();
  }
  return makeQuestion(question, make("label", { class: "kit-row" }, input, make("span", {}, question.unit)), makeCheckButton(judge), why.node);
}

function askOrder(question, memory) {
  // Everyone meets the same wrong order: the right one, turned by half.
  const half = Math.ceil(question.options.length / 2);
  const places = memory.answer ?? question.options.map((_, i) => (i + half) % question.options.length);
  const order = places.map((place) => question.options[place]);
  const list = make("ol", { class: "kit-order" });
  const why = makeWhy();
  function build() {
    list.replaceChildren(
      ...order.map((option, i) => {
        const move = (step, sign, words) =>
          make("button", { type: "button", class: "kit-small", disabled: i + step < 0 || i + step >= order.length, "aria-label": fill(words, { item: option.text }), onclick: () => swap(i, i + step, sign) }, sign);
        return make("li", { "aria-label": fill(WORDS.position, { item: option.text, place: i + 1, all: order.length }) }, make("span", {}, option.text), move(-1, "↑", WORDS.up), move(1, "↓", WORDS.down));
      }),
    );
  }
  function swap(from, to, sign) {
    [order[from], order[to]] = [order[to], order[from]];
    why.clear();
    build();
    const buttons = [...list.children[to].querySelectorAll("button")];
    (buttons.find((button) => button.textContent === sign && !button.disabled) ?? buttons.find((button) => !button.disabled)).focus();
  }
  build();
  function judge() {
    const right = order.filter((option, i) => option === question.options[i]).length;
    const all = right === order.length;
    why.say(all, all ? question.options.map((option) => option.why).filter(Boolean).join(" ") : fill(WORDS.order_wrong, { right, all: order.length }));
    memory.keep(order.map((option) => question.options.indexOf(option)), all);
  }
  if (memory.answer) judge();
  return makeQuestion(question, makeHelp(WORDS.order_help), list, makeCheckButton(judge), why.node);
}
