// A page without a kernel: find the baked widgets and give each a model that answers from its own states.

// Where this script stands in the page itself, plotly.js does so too, and there are no other pages.
const own = document.currentScript.src;
const plotlyAddress = own && new URL("plotly.min.js", own).href;
const root = own && new URL("..", own).href;

class BakedModel {
  constructor(values) {
    this.values = values;
    this.listeners = new Map();
  }
  get(name) {
    return this.values[name];
  }
  set(name, value) {
    this.values[name] = value;
  }
  on(event, listener) {
    this.listeners.set(event, [...(this.listeners.get(event) ?? []), listener]);
  }
  off(event, listener) {
    this.listeners.set(event, (this.listeners.get(event) ?? []).filter((other) => other !== listener));
  }
  tell(event) {
    for (const listener of this.listeners.get(event) ?? []) listener();
  }
  save_changes() {}
}

const explorers = [];
let remembering;

class BakedExplorer extends BakedModel {
  constructor(spec, states) {
    super({ _spec: spec, _state: stateFromAddress(spec) });
    this.states = states;
    this.answer();
    explorers.push(this);
  }
  save_changes() {
    this.answer();
    // The address follows when the reader rests, so that a drag is one step back and not fifty.
    clearTimeout(remembering);
    remembering = setTimeout(() => remember(this.link()), 400);
  }
  answer() {
    const { _spec: spec, _state: state } = this.values;
    // States stand in the order of a counter whose last digit, the last control, turns fastest.
    const place = state.reduce((sum, index, i) => sum * kit.settingsOf(spec.controls[i]) + index, 0);
    this.values._drawn = JSON.stringify({ state, ...this.states[place] });
    this.tell("change:_drawn");
  }
  /** Go to a state without asking for it: the reader pressed "back". */
  show(state) {
    this.values._state = state;
    this.answer();
    this.tell("change:_state");
  }
  /** The address of this page with the state in it: page.html#robots?year=2015&per=share */
  link() {
    const { _spec: spec, _state: state } = this.values;
    const asked = new URLSearchParams(spec.controls.map((control, i) => [control.name, kit.settingText(control, state[i])]));
    return `${location.href.split("#")[0]}#${spec.id}?${asked}`;
  }
}

/** Return the name behind # in the address, and the settings behind its question mark. */
function fromAddress() {
  const [id, query = ""] = location.hash.slice(1).split("?");
  return { id: decodeURIComponent(id), asked: new URLSearchParams(query) };
}

function stateFromAddress(spec) {
  const { id, asked } = fromAddress();
  return spec.controls.map((control) => kit.settingFrom(control, id === spec.id ? asked.get(control.name) : null));
}

/** Put the state into the address, as a step that the browser's "back" undoes. */
function remember(link) {
  if (link === location.href) return;
  const states = Object.fromEntries(explorers.map((explorer) => [explorer.get("_spec").id, explorer.get("_state")]));
  history.pushState({ kit: states }, "", link);
}

addEventListener("popstate", ({ state }) => {
  clearTimeout(remembering);
  for (const explorer of explorers) {
    const spec = explorer.get("_spec");
    explorer.show(state?.kit?.[spec.id] ?? stateFromAddress(spec));
  }
});

async function mount(host) {
  const spec = JSON.parse(host.querySelector("script[type='application/json']").textContent);
  if (host.dataset.kit === "explore") {
    const { states, ...rest } = spec;
    kit.explore(new BakedExplorer(rest, await kit.unpack(states)), host);
  } else kit[host.dataset.kit](new BakedModel({ _spec: spec }), host);
}

async function mountAll() {
  kit.installPage({ plotly: plotlyAddress, root });
  await Promise.all([...document.querySelectorAll(".kit-widget")].map(mount));
  document.documentElement.dataset.kit = "ready";
  if (location.hash.includes("?")) document.getElementById(fromAddress().id)?.scrollIntoView();
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", mountAll);
else mountAll();
