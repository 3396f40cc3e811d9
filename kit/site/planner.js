// The course planner: tick lessons by hand or by time, age, theme and subject; the minutes are added up.
// Without this script the page is a plain table. The plan stands in the address: #plan=00,01

const planner = document.getElementById("planner");
if (planner) {
  const rows = [...document.querySelectorAll("#lessons tbody tr")];
  const boxes = rows.map((row) => row.querySelector("input"));
  const total = planner.querySelector(".kit-total");
  const { minutes, age, theme, subject, fill, clear } = planner.elements;

  function readAddress() {
    const wanted = /^#plan=([\d,]*)$/.exec(location.hash)?.[1].split(",") ?? [];
    rows.forEach((row, i) => (boxes[i].checked = wanted.includes(row.dataset.lesson)));
    tell();
  }
  function fits(row) {
    const words = row.dataset.words.split("|");
    return (!age.value || Number(row.dataset.age) <= Number(age.value)) && [theme.value, subject.value].every((word) => !word || words.includes(word));
  }
  function sum(chosen) {
    return chosen.reduce((all, row) => all + Number(row.dataset.minutes), 0);
  }
  function tell() {
    const chosen = rows.filter((_, i) => boxes[i].checked);
    // A lesson that is in the plan stays in sight, whatever the filter says.
    rows.forEach((row, i) => (row.hidden = !fits(row) && !boxes[i].checked));
    rows.forEach((row, i) => row.classList.toggle("kit-chosen", boxes[i].checked));
    const seen = rows.filter((row) => !row.hidden).length;
    const room = Number(minutes.value) - sum(chosen);
    const words = [`${chosen.length} ${chosen.length === 1 ? "lesson" : "lessons"}, ${sum(chosen)} minutes.`];
    if (minutes.value && chosen.length) words.push(room < 0 ? `That is ${-room} more than you have.` : room ? `${room} minutes are left.` : "That fills your time.");
    if (seen < rows.length) words.push(`${seen} of ${rows.length} lessons are shown.`);
    total.textContent = words.join(" ");
  }
  function keep() {
    const chosen = rows.filter((_, i) => boxes[i].checked).map((row) => row.dataset.lesson);
    history.replaceState(null, "", chosen.length ? `#plan=${chosen.join(",")}` : location.pathname.split("/").at(-1));
    tell();
  }
  fill.addEventListener("click", () => {
    let room = minutes.value ? Number(minutes.value) : Infinity;
    rows.forEach((row, i) => {
      boxes[i].checked = fits(row) && Number(row.dataset.minutes) <= room;
      if (boxes[i].checked) room -= Number(row.dataset.minutes);
    });
    keep();
  });
  clear.addEventListener("click", () => {
    planner.reset();
    boxes.forEach((box) => (box.checked = false));
    keep();
  });
  planner.addEventListener("submit", (event) => event.preventDefault());
  planner.addEventListener("input", tell);
  boxes.forEach((box) => {
    box.hidden = false;
    box.addEventListener("change", keep);
  });
  addEventListener("hashchange", () => {
    readAddress();
    planner.scrollIntoView();
  });
  planner.hidden = false;
  readAddress();
}
