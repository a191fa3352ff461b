// The forms that correct an event: find a country by typing, add names with suggestions. They work without this.

/** A box that narrows a list of checkboxes; Enter takes the first one found, and never sends the form unawares. */
function findable(find) {
  const box = document.getElementById(find.dataset.find);
  const labels = [...box.querySelectorAll("label")].map((label) => [label, fold(label.textContent), label.dataset.also ?? ""]);
  const narrow = () => {
    const words = fold(find.value);
    for (const [label, name, also] of labels) {
      label.hidden = words !== "" && !name.includes(words) && !` ${also}`.includes(` ${words}`);
    }
    box.scrollTop = 0;
  };
  find.hidden = false;
  find.addEventListener("input", narrow);
  find.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && find.value) {
      find.value = "";
      event.stopPropagation();
    } else if (event.key === "Enter") {
      event.preventDefault();
      const found = find.value.trim() ? labels.filter(([label]) => !label.hidden) : [];
      const first = found.find(([, name]) => ` ${name}`.includes(` ${fold(find.value)}`)) ?? found[0];
      if (!first) return;
      first[0].querySelector("input").click();
      find.value = "";
    } else return;
    narrow();
  });
}

/** A box that offers names of the vocabulary and adds the one entered to the lines below it. */
function suggesting(find) {
  const lines = document.getElementById(find.dataset.names);
  const offered = document.getElementById(`${find.dataset.names}-found`);
  let asking = null;
  find.hidden = false;
  find.addEventListener("input", async () => {
    asking?.abort();
    asking = new AbortController();
    const { signal } = asking;
    try {
      await new Promise((resolve) => setTimeout(resolve, 120)); // until typing pauses
      if (signal.aborted) return;
      const query = new URLSearchParams({ field: find.dataset.names, find: find.value });
      const answer = await fetch(`${find.dataset.ask}?${query}`, { signal });
      if (!answer.ok) return;
      offered.replaceChildren(...(await answer.json()).map((name) => new Option(name, name)));
    } catch {
      // Another letter was typed, or nobody answers: the name may be entered all the same.
    }
  });
  find.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    const name = find.value.trim();
    if (!name && event.ctrlKey) return;
    event.preventDefault();
    if (!name) return;
    const listed = lines.value.split("\n").map((line) => line.trim()).filter(Boolean);
    if (!listed.includes(name)) lines.value = [...listed, name].join("\n");
    find.value = "";
    offered.replaceChildren();
  });
}

/** A list scrolls inside itself: show what is chosen under its heading, without moving the page. */
function showChosen(box) {
  const chosen = box.querySelector(":checked")?.closest("label");
  const group = [...box.children].filter((line) => line.matches(".choices-head") && line.offsetTop < chosen?.offsetTop);
  box.scrollTop = (group.at(-1)?.offsetTop ?? box.offsetTop) - box.offsetTop;
}

/** Make the forms inside `root` more able; for each again when new ones came. */
function enhanceForms(root) {
  root.querySelectorAll("[data-find]").forEach(findable);
  root.querySelectorAll("[data-names]").forEach(suggesting);
  root.querySelectorAll(".choices-defined").forEach(showChosen);
}

enhanceForms(document);

// Ctrl+Enter saves, Escape leaves, from anywhere in a form for one field.
document.addEventListener("keydown", (event) => {
  const form = event.target.closest?.(".field-form");
  if (!form) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    form.requestSubmit();
  } else if (event.key === "Escape") {
    event.preventDefault();
    form.querySelector("[data-leave]").click();
  }
});
