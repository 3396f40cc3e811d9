// What the site's own scripts do to a page: search, meanings, progress, and the course planner.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { runInThisContext } from "node:vm";

import { find, freshRoot } from "./browser.js";
import * as kit from "../../kit/widgets/front/index.js"; // it looks for the window that browser.js makes

globalThis.kit = kit;

/** Run a script of the site on a page. @param {string} name @param {string} html */
function run(name, html) {
  const root = freshRoot();
  root.innerHTML = html;
  const path = new URL(`../../kit/site/${name}`, import.meta.url);
  runInThisContext(`(() => {${readFileSync(path, "utf8")}})()`);
  return root;
}

/** @param {ParentNode} root @param {string} selector */
function shown(root, selector) {
  return [...root.querySelectorAll(selector)].filter((row) => !(/** @type {any} */ (row).hidden)).map((row) => row.id);
}

test("a row stays if it holds every typed word", () => {
  const row = (/** @type {string} */ id, /** @type {string} */ words) => `<tr id="${id}" data-words="${words}"></tr>`;
  const root = run(
    "site.js",
    `<input data-filter="t"><table id="t"><tbody>${row("a", "robots china")}${row("b", "robots japan")}</tbody></table>`,
  );
  const box = find(root, "input");
  const found = { "": ["a", "b"], Robots: ["a", "b"], "robots china": ["a"], "china japan": [], " jap ": ["b"] };
  for (const [typed, rows] of Object.entries(found)) {
    box.value = typed;
    box.dispatchEvent(new Event("input"));
    assert.deepEqual(shown(root, "tr"), rows, typed);
  }
});

test("a term shows its meaning with the focus and hides it with Escape", () => {
  const root = run("site.js", '<a class="kit-term" href="#" data-meaning="robots per worker">density</a>');
  const term = find(root, "a");
  term.dispatchEvent(new Event("focus"));
  const meaning = find(root, "[role=tooltip]");
  assert.deepEqual([meaning.textContent, term.getAttribute("aria-describedby")], ["robots per worker", meaning.id]);
  dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
  assert.deepEqual([meaning.isConnected, term.hasAttribute("aria-describedby")], [false, false]);
});

test("the reader's progress is told and can be cleared", () => {
  const root = run("site.js", '<span data-progress="01"></span><span data-progress="02"></span><p id="kit-kept"></p>');
  const [first, second, line] = root.children;
  assert.equal(/** @type {any} */ (line).hidden, true);
  localStorage.setItem(
    "kit/course/predict/01-guess",
    JSON.stringify({ asked: ["v"], records: { v: { said: { guess: "3" } } } }),
  );
  localStorage.setItem(
    "kit/course/predict/02-guess",
    JSON.stringify({ asked: ["v"], records: { v: { assumed: "It grows." } } }),
  );
  const records = { a: { right: true }, b: { right: false }, old: { right: true } };
  localStorage.setItem("kit/course/quiz/01-check", JSON.stringify({ asked: ["a", "b", "c"], records }));
  localStorage.setItem("theme", "dark");
  dispatchEvent(new Event("pageshow"));
  assert.deepEqual([first.textContent, second.textContent], ["· guess made, 1 of 3 questions right", ""]);
  assert.ok(line.textContent?.includes("(3 entries)"));
  find(line, "button").click();
  assert.deepEqual([first.textContent, localStorage.length], ["", 1]);
});

const LESSON = (
  /** @type {string} */ n,
  /** @type {number} */ minutes,
  /** @type {number} */ age,
  /** @type {string} */ words,
) =>
  `<tr id="${n}" data-lesson="${n}" data-minutes="${minutes}" data-age="${age}" data-words="${words}"><td><input type="checkbox" hidden></td></tr>`;
const PLANNER = `<form id="planner" hidden><input name="minutes"><input name="age"><input name="theme"><input name="subject">
  <button type="button" name="fill"></button><button type="button" name="clear"></button><p class="kit-total"></p></form>
  <table id="lessons"><tbody>${LESSON("00", 40, 12, "work|maths")}${LESSON("01", 50, 16, "work|biology")}${LESSON("02", 30, 12, "health|maths")}</tbody></table>`;

test("the planner adds up minutes, fits lessons in, filters them and keeps the plan in the address", () => {
  history.replaceState(null, "", "#plan=01");
  const root = run("planner.js", PLANNER);
  const form = find(root, "form");
  const total = () => find(root, ".kit-total").textContent;
  const set = (/** @type {string} */ name, /** @type {string} */ value) => {
    find(form, `[name=${name}]`).value = value;
    form.dispatchEvent(new Event("input"));
  };
  assert.equal(form.hidden, false);
  assert.equal(total(), "1 lesson, 50 minutes.");
  set("minutes", "45");
  assert.equal(total(), "1 lesson, 50 minutes. That is 5 more than you have.");
  set("age", "14");
  assert.deepEqual(shown(root, "tbody tr"), ["00", "01", "02"], "what is in the plan stays in sight");
  set("minutes", "75");
  find(form, "[name=fill]").click();
  assert.deepEqual(
    [total(), location.hash],
    ["2 lessons, 70 minutes. 5 minutes are left. 2 of 3 lessons are shown.", "#plan=00,02"],
  );
  set("theme", "health");
  find(form, "[name=fill]").click();
  assert.equal(total(), "1 lesson, 30 minutes. 45 minutes are left. 1 of 3 lessons are shown.");
  set("minutes", "30");
  assert.ok(total().includes("That fills your time."));
  set("theme", "");
  set("age", "");
  set("minutes", "60");
  find(form, "[name=fill]").click();
  assert.equal(total(), "1 lesson, 40 minutes. 20 minutes are left.", "no lesson is longer than what is left");
  find(form, "[name=clear]").click();
  assert.deepEqual([total(), location.hash], ["0 lessons, 0 minutes.", ""]);
});

test("a lesson is presented step by step, by the keyboard, and the address keeps the place", () => {
  history.replaceState(null, "", "file:///site/lessons/01.html");
  const widget = '<div id="c"><div class="kit-widget"></div>widget</div>';
  const root = run(
    "present.js",
    `<article role="main"><section><h1 id="a">Lesson</h1><p id="b">text</p>${widget}<p id="d">seen</p></section></article>`,
  );
  const visible = () =>
    ["a", "b", "c", "d"].filter((id) => !find(root, `#${id}`).classList.contains("kit-away")).join("");
  const press = (/** @type {string} */ key) => dispatchEvent(new KeyboardEvent("keydown", { key }));
  press("ArrowRight");
  assert.equal(visible(), "abcd", "keys are the page's own before");
  find(root, "button.kit-present").click();
  assert.deepEqual([visible(), location.hash], ["ab", "#present=1"]);
  press("ArrowRight");
  assert.deepEqual([visible(), location.hash], ["abc", "#present=2"]);
  press("End");
  assert.deepEqual([visible(), find(document, ".kit-stage [role=status]").textContent], ["abcd", "3 of 3"]);
  press("ArrowRight");
  press("ArrowLeft");
  assert.equal(visible(), "abc");
  press("Escape");
  assert.deepEqual([visible(), location.hash, document.querySelector(".kit-stage")], ["abcd", "", null]);
});
