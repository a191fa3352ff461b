// The form that corrects an event: find a country by typing, see the chosen ones at once. It works without this.

for (const find of document.querySelectorAll("[data-find]")) {
  const box = document.getElementById(find.dataset.find);
  const labels = [...box.querySelectorAll("label")].map((label) => [label, fold(label.textContent)]);
  const narrow = () => {
    const words = fold(find.value);
    for (const [label, name] of labels) label.hidden = words !== "" && !name.includes(words);
    box.scrollTop = 0;
  };
  find.hidden = false;
  find.addEventListener("input", narrow);
  find.addEventListener("keydown", (event) => {
    if (event.key === "Escape") find.value = "";
    else if (event.key === "Enter") {
      // Enter takes the first one found, and never sends the form unawares.
      event.preventDefault();
      const first = find.value.trim() && labels.find(([label]) => !label.hidden);
      if (!first) return;
      first[0].querySelector("input").click();
      find.value = "";
    } else return;
    narrow();
  });
}

// A list scrolls inside itself: show what is chosen under its heading, without moving the page.
for (const box of document.querySelectorAll(".choices-defined")) {
  const chosen = box.querySelector(":checked")?.closest("label");
  const group = [...box.children].filter((line) => line.matches(".choices-head") && line.offsetTop < chosen?.offsetTop);
  box.scrollTop = (group.at(-1)?.offsetTop ?? box.offsetTop) - box.offsetTop;
}
