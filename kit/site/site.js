// What the site adds to the theme: searches above tables, meanings of terms, and the reader's own progress.

// The search and the choices above a table: a row stays if it holds every typed and every chosen word.
/** @type {NodeListOf<HTMLInputElement | HTMLSelectElement>} */
const searches = document.querySelectorAll("[data-filter]");
for (const box of searches) {
  /** @type {NodeListOf<HTMLTableRowElement>} */
  const rows = document.querySelectorAll(`#${box.dataset.filter} tbody tr`);
  const boxes = Array.from(searches).filter((one) => one.dataset.filter === box.dataset.filter);
  box.addEventListener("input", () => {
    const words = boxes
      .map((one) => one.value)
      .join(" ")
      .toLowerCase()
      .split(/\s+/);
    for (const row of rows) row.hidden = !words.every((word) => row.dataset.words?.includes(word));
  });
}

// A table that is wider than the screen scrolls by itself; the keyboard must reach it.
function reachTables() {
  /** @type {NodeListOf<HTMLElement>} */
  const boxes = document.querySelectorAll(".table-wrapper, .cell_output");
  for (const box of boxes) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  }
}
reachTables();
addEventListener("resize", reachTables);

// A term shows its meaning while the pointer or the focus is on it; Escape hides it.
const meaning = document.createElement("span");
meaning.id = "kit-meaning";
meaning.className = "kit-meaning";
meaning.setAttribute("role", "tooltip");
let hiding = 0;

/** @param {HTMLElement} term */
function showMeaning(term) {
  clearTimeout(hiding);
  meaning.textContent = term.dataset.meaning ?? "";
  term.after(meaning);
  term.setAttribute("aria-describedby", meaning.id);
  placeMeaning();
}

function placeMeaning() {
  const term = meaning.previousElementSibling;
  if (!term) return;
  const { left, bottom } = term.getBoundingClientRect();
  const width = document.documentElement.clientWidth;
  meaning.style.maxWidth = `${Math.min(340, width - 24)}px`;
  meaning.style.top = `${bottom + 4}px`;
  meaning.style.left = "0px";
  meaning.style.left = `${Math.max(12, Math.min(left, width - meaning.offsetWidth - 12))}px`;
}

function hideMeaning() {
  meaning.previousElementSibling?.removeAttribute("aria-describedby");
  meaning.remove();
}

/** @type {NodeListOf<HTMLElement>} */
const terms = document.querySelectorAll("a.kit-term");
for (const term of terms) {
  for (const event of ["focus", "pointerenter"]) term.addEventListener(event, () => showMeaning(term));
  for (const event of ["blur", "pointerleave"])
    term.addEventListener(event, () => (hiding = window.setTimeout(hideMeaning, 200)));
}
meaning.addEventListener("pointerenter", () => clearTimeout(hiding));
meaning.addEventListener("pointerleave", hideMeaning);
addEventListener("keydown", (event) => event.key === "Escape" && hideMeaning());
addEventListener("scroll", placeMeaning, { passive: true });

// What the reader guessed and answered stands on her own device only; the first page shows it and can clear it.
function kept() {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith("kit/"));
  } catch {
    return [];
  }
}

/** @param {string} key */
function readKept(key) {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

function showProgress() {
  const keys = kept();
  /** @type {NodeListOf<HTMLElement>} */
  const places = document.querySelectorAll("[data-progress]");
  for (const place of places) {
    const number = place.dataset.progress;
    const words = [];
    const cards = keys.filter((key) => key.split("/").at(-1)?.startsWith(`${number}-`));
    const answered = cards
      .filter((key) => key.split("/").at(-2) === "quiz")
      .map((key) => kit.countRight(readKept(key)));
    if (cards.some((key) => kit.latestRecord(readKept(key))?.said)) words.push("guess made");
    const [right, all] = [
      answered.reduce((sum, card) => sum + card.right, 0),
      answered.reduce((sum, card) => sum + card.all, 0),
    ];
    if (all) words.push(`${right} of ${all} questions right`);
    place.textContent = words.length ? `· ${words.join(", ")}` : "";
  }
  const line = document.getElementById("kit-kept");
  if (!line) return;
  line.hidden = !keys.length;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Clear it";
  button.addEventListener("click", () => {
    kept().forEach((key) => localStorage.removeItem(key));
    showProgress();
    /** @type {HTMLElement | null} */ (document.querySelector(".kit-cards a"))?.focus();
  });
  line.replaceChildren(
    `Your guesses and answers are kept on this device only (${keys.length} ${keys.length === 1 ? "entry" : "entries"}). `,
    button,
  );
}

showProgress();
addEventListener("pageshow", showProgress);
