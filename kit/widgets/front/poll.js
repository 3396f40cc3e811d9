// A class's answers without a server: each learner's card makes a code, the teacher's card reads codes.
// The code is described in kit/widgets/codes.py; a test holds the two together.

const NAMED = 3;

function codeDigits(number, length) {
  const base = BigInt(CODES.alphabet.length);
  let signs = "";
  for (let rest = number; signs.length < length; rest /= base) signs = CODES.alphabet[Number(rest % base)] + signs;
  return signs;
}

function codeLength({ sizes }) {
  const all = sizes.reduce((product, size) => product * BigInt(size), 1n);
  let length = 1;
  while (BigInt(CODES.alphabet.length) ** BigInt(length) < all) length++;
  return length;
}

/** With the check character, the sum of k times the k-th character is a multiple of 23. */
function checkCharacter(body) {
  const base = CODES.alphabet.length;
  const total = [...body].reduce((sum, sign, i) => sum + (i + 1) * CODES.alphabet.indexOf(sign), 0);
  const own = body.length + 1;
  return [...CODES.alphabet].find((_, digit) => (total + own * digit) % base === 0);
}

function encodeAnswers(form, answers) {
  const packed = form.sizes.reduce((sum, size, i) => sum * BigInt(size) + BigInt(answers[i]), 0n);
  const body = form.prefix + codeDigits(packed, codeLength(form));
  return `${body.slice(0, NAMED)}-${body.slice(NAMED)}${checkCharacter(body)}`;
}

/** Return {form, answers}, or {fault}: "sign", "length", "check" or "unknown". `forms` by their three characters. */
function decodeCode(code, forms) {
  const signs = [...code.toUpperCase()].filter((sign) => !" -\t".includes(sign)).map((sign) => CODES.lookAlikes[sign] ?? sign);
  if (!signs.every((sign) => CODES.alphabet.includes(sign))) return { fault: "sign" };
  const form = forms[signs.slice(0, NAMED).join("")];
  if (signs.length < NAMED + 2 || (form && signs.length !== NAMED + codeLength(form) + 1)) return { fault: "length" };
  if (checkCharacter(signs.slice(0, -1)) !== signs.at(-1)) return { fault: "check" };
  if (!form) return { fault: "unknown" };
  let packed = signs.slice(NAMED, -1).reduce((sum, sign) => sum * BigInt(CODES.alphabet.length) + BigInt(CODES.alphabet.indexOf(sign)), 0n);
  const answers = [];
  for (const size of [...form.sizes].reverse()) {
    answers.unshift(Number(packed % BigInt(size)));
    packed /= BigInt(size);
  }
  return packed ? { fault: "check" } : { form, answers };
}

const LOWEST_POWER = -4;
const POWERS = 16;

/** A guess, rounded to two digits, as an answer: 1 is zero, then sign, power and digits. */
function numberToAnswer(value) {
  const [digits, power] = Math.abs(value).toExponential(1).split("e").map(Number);
  let mantissa = Math.round(digits * 10);
  let shift = power - 1 - LOWEST_POWER;
  if (!value || shift < 0) return 1;
  if (shift >= POWERS) [mantissa, shift] = [99, POWERS - 1];
  return 2 + ((value < 0 ? POWERS : 0) + shift) * 90 + mantissa - 10;
}

function answerToNumber(answer) {
  if (answer === 1) return 0;
  const place = Math.floor((answer - 2) / 90);
  return Number(`${place >= POWERS ? "-" : ""}${((answer - 2) % 90) + 10}e${(place % POWERS) + LOWEST_POWER}`);
}

/** The learner's line: her code, once there is something to tell. `show(answers)`, 0 for "not answered yet". */
function makeCode(form) {
  const code = make("strong", { class: "kit-code-signs" });
  const words = make("span", {});
  const copy = makeAction(WORDS.code_copy, async () => {
    try {
      await navigator.clipboard.writeText(code.textContent);
      copy.textContent = WORDS.code_copied;
      setTimeout(() => (copy.textContent = WORDS.code_copy), 2000);
    } catch {
      // Without the clipboard the code is marked, ready for Ctrl + C.
      getSelection().selectAllChildren(code);
    }
  });
  const node = make("div", { class: "kit-code", hidden: true }, make("span", {}, WORDS.code, " ", code), copy, make("small", { class: "kit-help" }, words));
  return {
    node,
    show(answers) {
      const answered = answers.filter(Boolean).length;
      node.hidden = !form || !answered;
      if (node.hidden) return;
      code.textContent = encodeAnswers(form, answers);
      words.textContent = fill(answers.length > 1 ? WORDS.code_help_several : WORDS.code_help, { answered, all: answers.length });
    },
  };
}

const FAULTS = { sign: WORDS.poll_sign, length: WORDS.poll_length, check: WORDS.poll_check, unknown: WORDS.poll_unknown };

/** The teacher's card: codes in, distributions out. Nothing is kept or sent. */
function poll(model, root) {
  const spec = model.get("_spec");
  const forms = Object.fromEntries(spec.questions.map((question) => [question.prefix, question]));
  const box = make("textarea", { rows: 5, id: `kit-codes-${spec.id}`, spellcheck: "false", autocomplete: "off", autocapitalize: "characters", class: "kit-codes", oninput: read });
  const note = makeNote();
  const faults = make("ul", { class: "kit-faults" });
  const results = make("div", { class: "kit-results" });
  const clear = makeAction(WORDS.poll_clear, () => {
    box.value = "";
    read();
    box.focus();
  });
  const entry = make("div", { class: "kit-assume" }, make("label", { for: box.id }, WORDS.poll_label), box, make("small", { class: "kit-help" }, WORDS.poll_help));
  makeCard(root, spec, [entry, ...note.nodes, faults, results], "", [clear]);
  box.value = model.get("codes") ?? "";
  read();

  function read() {
    const found = new Map();
    const faulty = [];
    for (const code of splitCodes(box.value)) {
      const { form, answers, fault } = decodeCode(code, forms);
      if (fault) faulty.push(fill(FAULTS[fault], { code }));
      else found.set(form, [...(found.get(form) ?? []), answers]);
    }
    const good = [...found.values()].reduce((sum, codes) => sum + codes.length, 0);
    note.say(box.value.trim() ? fill(faulty.length ? WORDS.poll_read_faulty : WORDS.poll_read, { good, faulty: faulty.length }) : "", faulty.length ? "miss" : "");
    faults.hidden = !faulty.length;
    faults.replaceChildren(...faulty.map((words) => make("li", {}, words)));
    results.replaceChildren(...spec.questions.filter((form) => found.has(form)).map((form) => pollResult(form, found.get(form))));
    model.set("codes", box.value);
    model.save_changes();
  }
}

/** Cut a pasted text into codes; the three characters before a space belong to what follows. */
function splitCodes(text) {
  const parts = text.split(/[\s,;]+/).filter(Boolean);
  const codes = [];
  for (let i = 0; i < parts.length; i++) {
    const halves = /^[a-z0-9]{3}-?$/i.test(parts[i]) && i + 1 < parts.length;
    codes.push(halves ? `${parts[i]} ${parts[++i]}` : parts[i]);
  }
  return codes;
}

function pollResult(form, all) {
  const parts = form.parts.map((part, i) => {
    const answers = all.map((answer) => answer[i]).filter(Boolean);
    const body = !answers.length ? [make("p", { class: "kit-about" }, WORDS.poll_none)] : part.options ? pollOptions(part, answers) : pollGuesses(part, answers.map(answerToNumber));
    return make("section", { class: "kit-result" }, make("h4", {}, part.text), ...body);
  });
  return make("div", { class: "kit-answers" }, form.title ? make("p", { class: "kit-about" }, form.title) : "", ...parts);
}

/** A table whose second column is a bar with its number. Rows: {label, count, mark}. */
function barTable(caption, rows) {
  const most = Math.max(...rows.map(({ count }) => count), 1);
  const lines = rows.map(({ label, count, mark }) => {
    const bar = make("span", { class: "kit-bar" });
    bar.style.width = `${(100 * count) / most}%`;
    return make("tr", { class: mark ? "kit-true" : "" }, make("th", { scope: "row" }, label, mark ? make("small", {}, `✓ ${mark}`) : ""), make("td", {}, make("span", { class: "kit-bar-room" }, bar), make("span", { class: "kit-count" }, String(count))));
  });
  const head = make("thead", { class: "kit-spoken" }, make("tr", {}, make("th", { scope: "col" }, WORDS.poll_answer), make("th", { scope: "col" }, WORDS.poll_count)));
  return make("table", { class: "kit-bars" }, make("caption", { class: "kit-spoken" }, caption), head, make("tbody", {}, ...lines));
}

function pollOptions(part, answers) {
  const chosen = (answer, i) => (part.several ? ((answer - 1) >> i) & 1 : answer - 1 === i);
  const counts = part.options.map((_, i) => answers.filter((answer) => chosen(answer, i)).length);
  const isRight = (answer) => part.options.every((_, i) => Boolean(chosen(answer, i)) === part.right.includes(i));
  const right = answers.filter(isRight).length;
  const rows = part.options.map((label, i) => ({ label, count: counts[i], mark: part.right.includes(i) && part.mark }));
  const wrong = counts.map((count, i) => ({ count, i })).filter(({ count, i }) => count && !part.right.includes(i) && part.why?.[i]);
  const worst = wrong.sort((a, b) => b.count - a.count)[0];
  return [
    barTable(part.text, rows),
    make("p", {}, fill(part.tally, { right, all: answers.length })),
    worst ? make("p", {}, fill(WORDS.poll_worst, { option: part.options[worst.i], why: part.why[worst.i] })) : "",
  ];
}

function pollGuesses({ text, unit, truth, mark }, guesses) {
  const sorted = [...guesses].sort((a, b) => a - b);
  const middle = (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
  const near = guesses.filter((guess) => Math.abs(guess - truth) <= 0.1 * Math.abs(truth)).length;
  const rows = pollBins(sorted, truth, middle).map(({ from, to, count, holds }) => {
    const ends = { from: quantity(from, ""), to: quantity(to, unit) };
    const label = from === -Infinity ? fill(WORDS.poll_below, ends) : to === Infinity ? fill(WORDS.poll_above, { from: quantity(from, unit) }) : fill(WORDS.poll_between, ends);
    return { label, count, mark: holds && `${mark}: ${quantity(truth, unit)}` };
  });
  const words = { all: guesses.length, middle: quantity(middle, unit), truth: quantity(truth, unit), near, low: quantity(sorted[0], ""), high: quantity(sorted.at(-1), unit) };
  return [barTable(text, rows), make("p", {}, fill(WORDS.poll_guesses, words))];
}

/** At most ten classes of even width in round numbers; what lies far out goes into an open one. */
function pollBins(sorted, truth, middle) {
  const reach = 3 * Math.max(Math.abs(truth), Math.abs(middle));
  const inside = [...sorted.filter((guess) => Math.abs(guess) <= reach), truth];
  const [low, high] = [Math.min(...inside), Math.max(...inside)];
  const rough = (high - low || Math.abs(truth) || 1) / 7;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * [1, 2, 5, 10].find((factor) => factor * power >= rough);
  const place = (value) => Math.floor(value / step + 1e-9);
  const bins = [];
  for (let k = place(low); k <= place(high); k++) bins.push({ from: k * step, to: (k + 1) * step });
  if (sorted[0] < bins[0].from) bins.unshift({ from: -Infinity, to: bins[0].from });
  if (sorted.at(-1) >= bins.at(-1).to) bins.push({ from: bins.at(-1).to, to: Infinity });
  const holds = (value, { from, to }) => place(value) >= Math.round(from / step) && place(value) < Math.round(to / step);
  return bins.map((bin) => ({ ...bin, count: sorted.filter((guess) => holds(guess, bin)).length, holds: holds(truth, bin) }));
}
