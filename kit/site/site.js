// The search above a table: a row stays if it holds every typed word.
for (const box of document.querySelectorAll("input[data-filter]")) {
  const rows = document.querySelectorAll(`#${box.dataset.filter} tbody tr`);
  box.addEventListener("input", () => {
    const words = box.value.toLowerCase().split(/\s+/);
    for (const row of rows) row.hidden = !words.every((word) => row.dataset.words.includes(word));
  });
}
