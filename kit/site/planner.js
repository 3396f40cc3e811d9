// The course planner: tick lessons by hand or by time, age, theme and subject; the minutes are added up.
// Without this script the page is a plain table. The plan stands in the address: #plan=00,01

/** @type {HTMLFormElement | null} */
const planner = document.querySelector("form#planner");
if (planner) startPlanner(planner);

/** @param {HTMLFormElement} form */
function startPlanner(form) {
  /** @type {NodeListOf<HTMLTableRowElement>} */
  const rows = document.querySelectorAll("#lessons tbody tr");
  const lessons = [...rows].map((row) => ({
    row,
    box: /** @type {HTMLInputElement} */ (row.querySelector("input")),
    number: row.dataset.lesson ?? "",
    minutes: Number(row.dataset.minutes),
    age: Number(row.dataset.age),
    words: (row.dataset.words ?? "").split("|"),
  }));
  const total = /** @type {HTMLElement} */ (form.querySelector(".kit-total"));
  const field = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ (form.elements.namedItem(name));

  function readAddress() {
    const wanted = /^#plan=([\d,]*)$/.exec(location.hash)?.[1].split(",") ?? [];
    for (const { box, number } of lessons) box.checked = wanted.includes(number);
    update();
  }
  /** @param {typeof lessons[0]} lesson */
  function fits({ age, words }) {
    const limit = field("age").value;
    return (
      (!limit || age <= Number(limit)) &&
      ["theme", "subject"].every((name) => !field(name).value || words.includes(field(name).value))
    );
  }
  function chosen() {
    return lessons.filter(({ box }) => box.checked);
  }
  function update() {
    for (const lesson of lessons) {
      // A lesson that is in the plan stays in sight, whatever the filter says.
      lesson.row.hidden = !fits(lesson) && !lesson.box.checked;
      lesson.row.classList.toggle("kit-chosen", lesson.box.checked);
    }
    const count = chosen().length;
    const sum = chosen().reduce((all, { minutes }) => all + minutes, 0);
    const seen = lessons.filter(({ row }) => !row.hidden).length;
    const sentences = [`${count} ${count === 1 ? "lesson" : "lessons"}, ${sum} minutes.`];
    if (field("minutes").value && count) sentences.push(timeLeft(Number(field("minutes").value) - sum));
    if (seen < lessons.length) sentences.push(`${seen} of ${lessons.length} lessons are shown.`);
    total.textContent = sentences.join(" ");
  }
  /** @param {number} left in minutes */
  function timeLeft(left) {
    if (left < 0) return `That is ${-left} more than you have.`;
    return left ? `${left} minutes are left.` : "That fills your time.";
  }
  function keep() {
    const plan = chosen()
      .map(({ number }) => number)
      .join(",");
    history.replaceState(null, "", plan ? `#plan=${plan}` : location.pathname.split("/").at(-1));
    update();
  }
  field("fill").addEventListener("click", () => {
    let left = field("minutes").value ? Number(field("minutes").value) : Infinity;
    for (const lesson of lessons) {
      lesson.box.checked = fits(lesson) && lesson.minutes <= left;
      if (lesson.box.checked) left -= lesson.minutes;
    }
    keep();
  });
  field("clear").addEventListener("click", () => {
    form.reset();
    for (const { box } of lessons) box.checked = false;
    keep();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", update);
  for (const { box } of lessons) {
    box.hidden = false;
    box.addEventListener("change", keep);
  }
  addEventListener("hashchange", () => {
    readAddress();
    form.scrollIntoView();
  });
  form.hidden = false;
  readAddress();
}
