// A lesson on a projector: one step at a time in large type, by the keyboard alone. The page's own sections are the
// steps. The address keeps the place: #present=3

/** @type {HTMLElement | null} */
const lesson = document.querySelector("article[role=main]");
if (lesson && /\/lessons\/[^/]+\.html$/.test(location.pathname)) startPresenting(lesson);

/** @typedef {{section: Element, widget: boolean, blocks: HTMLElement[]}} Step */

/** @param {HTMLElement} lesson */
function startPresenting(lesson) {
  const AWAY = "kit-away";
  const root = document.documentElement;
  const steps = findSteps();
  let now = 0;

  const place = element("span", { role: "status" });
  const back = element("button", { type: "button", onclick: () => go(now - 1) }, "← Back");
  const next = element("button", { type: "button", onclick: () => go(now + 1) }, "Next →");
  const end = element("button", { type: "button", onclick: leave }, "End (Esc)");
  const bar = element("div", { class: "kit-stage", role: "group", "aria-label": "Presenting" }, back, next, place, end);
  const title = "One step at a time in large type, for a projector";
  const start = element("button", { type: "button", class: "kit-present", title, onclick: () => go(1) }, "Present");
  lesson.querySelector("h1")?.after(start);

  /**
   * @template {keyof HTMLElementTagNameMap} Tag
   * @param {Tag} tag
   * @param {Record<string, any>} attributes
   * @param {(Node | string)[]} children
   */
  function element(tag, attributes, ...children) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
      else node.setAttribute(name, value);
    }
    node.append(...children);
    return node;
  }

  /**
   * A step is a heading with its text, a widget, or the text after it: what was seen comes only when the teacher goes
   * on.
   */
  function findSteps() {
    /** @type {Step[]} */
    const found = [];
    /** @type {NodeListOf<HTMLElement>} */
    const all = lesson.querySelectorAll("section > :not(section)");
    for (const block of all) {
      if (block.closest(".kit-widget")) continue;
      const section = /** @type {Element} */ (block.parentElement);
      const widget = Boolean(block.querySelector(".kit-widget"));
      const open = found.at(-1);
      if (open && open.section === section && !open.widget && !widget) open.blocks.push(block);
      else found.push({ section, widget, blocks: [block] });
    }
    // Folded code is for the page; a step of nothing else is none.
    return found.filter(({ blocks }) =>
      blocks.some((block) =>
        block.matches("div.tag_hide-input") ? block.querySelector(".cell_output") : block.textContent.trim(),
      ),
    );
  }

  /** @param {number} number */
  function go(number) {
    if (number < 1 || number > steps.length) return;
    const moved = now !== number;
    now = number;
    const step = steps[now - 1];
    root.classList.add("kit-presenting");
    document.body.append(bar);
    for (const [i, { section, blocks }] of steps.entries()) {
      // What came before in the same section stays in sight.
      const shown = i === now - 1 || (i < now - 1 && section === step.section);
      for (const block of blocks) block.classList.toggle(AWAY, !shown);
    }
    start.classList.add(AWAY);
    back.disabled = now === 1;
    next.disabled = now === steps.length;
    place.textContent = `${now} of ${steps.length}`;
    if (moved) {
      history.replaceState(history.state, "", `#present=${now}`);
      const first = step.blocks[0];
      if (first.matches("h1, h2, h3")) scrollTo(0, 0);
      else first.scrollIntoView({ block: "start" });
      // The reading place goes along, so that Tab enters the step and a screen reader reads it.
      first.tabIndex = -1;
      first.focus({ preventScroll: true });
    }
  }

  function leave() {
    if (!now) return;
    const first = steps[now - 1].blocks[0];
    now = 0;
    root.classList.remove("kit-presenting");
    bar.remove();
    for (const block of lesson.querySelectorAll(`.${AWAY}`)) block.classList.remove(AWAY);
    history.replaceState(history.state, "", location.href.split("#")[0]);
    first.scrollIntoView();
    first.focus({ preventScroll: true });
  }

  /** @type {Record<string, () => number>} */
  const KEYS = {
    ArrowRight: () => now + 1,
    PageDown: () => now + 1,
    ArrowLeft: () => now - 1,
    PageUp: () => now - 1,
    Home: () => 1,
    End: () => steps.length,
  };
  addEventListener(
    "keydown",
    (event) => {
      if (!now || event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
      if (event.key === "Escape") return leave();
      // A control keeps its own keys, all but those of a presenter's remote.
      const own =
        event.target instanceof Element &&
        event.target.closest("input, select, textarea") &&
        !event.key.startsWith("Page");
      if (!KEYS[event.key] || own) return;
      event.preventDefault();
      go(KEYS[event.key]());
    },
    true,
  );

  function readAddress() {
    const wanted = Number(/^#present=(\d+)$/.exec(location.hash)?.[1]);
    if (wanted) go(Math.min(Math.max(wanted, 1), steps.length));
  }
  addEventListener("hashchange", readAddress);
  readAddress();
}
