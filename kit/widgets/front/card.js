// The card: the frame that every widget has. Text is always set as text, never as HTML.

/** Make an element. `make("p", {class: "kit-note", hidden: true}, "text", child)` */
function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === "" || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== undefined && child !== ""));
  return node;
}

/** Fill the braces of a sentence: fill("You said {guess}", {guess: 3}). */
function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

let cards = 0;

/** Build title, about line, body and foot; return the parts. `body` nodes stand between about line and foot. */
function makeCard(root, spec, body, source, actions) {
  const titleId = `kit-title-${++cards}`;
  const card = make(
    "section",
    { class: "kit", onkeydown: keepKeys, "aria-labelledby": spec.title && titleId, "aria-label": spec.label },
    spec.title ? make("h3", { id: titleId, class: "kit-title" }, spec.title) : "",
    spec.about ? make("p", { class: "kit-about" }, spec.about) : "",
    ...body,
    source || actions.length ? make("div", { class: "kit-foot" }, make("span", { class: "kit-source" }, source || ""), make("span", { class: "kit-acts" }, ...actions)) : "",
  );
  root.replaceChildren(card);
  return card;
}

/** JupyterLab would take the arrow keys from a slider and letters from a text; shortcuts with Ctrl still reach it. */
function keepKeys(event) {
  if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
}

/** A quiet button that looks like a link. */
function makeAction(words, onclick) {
  return make("button", { type: "button", class: "kit-act", onclick }, words);
}

/** A note that is read out when it has stood still for a moment, so that a fast drag does not chatter. */
function makeNote() {
  const shown = make("p", { class: "kit-note" });
  const spoken = make("p", { class: "kit-spoken", role: "status", "aria-live": "polite" });
  let timer;
  function say(words, kind = "") {
    shown.textContent = words;
    shown.hidden = !words;
    shown.dataset.kind = kind;
    clearTimeout(timer);
    timer = setTimeout(() => (spoken.textContent = words), 600);
  }
  say("");
  return { nodes: [shown, spoken], say };
}

/** A small store on the reader's own device. Where the browser forbids it, nothing is kept and nothing fails. */
const device = {
  read(key) {
    try {
      return JSON.parse(localStorage.getItem(`kit/${key}`));
    } catch {
      return null;
    }
  },
  write(key, value) {
    try {
      if (value === null) localStorage.removeItem(`kit/${key}`);
      else localStorage.setItem(`kit/${key}`, JSON.stringify(value));
    } catch {}
    document.dispatchEvent(new CustomEvent("kit-device", { detail: key }));
  },
};

/** Undo `baking.pack`: base64, deflated JSON. */
async function unpack(packed) {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(stream).json();
}

/** Return a function that does `action` at once, and if called again within the frame, once more at its end. */
function oncePerFrame(action) {
  let waiting = false;
  let again = false;
  return function run() {
    if (waiting) return (again = true);
    waiting = true;
    action();
    requestAnimationFrame(() => {
      waiting = false;
      if (again) {
        again = false;
        run();
      }
    });
  };
}
