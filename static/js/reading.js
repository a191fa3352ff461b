// Pointing at a value of an event lights its words; words to cite are copied; the map says what is pointed at.
{
  // Pointing at one value of several lights its words alone; without a script the words of all of them are lit.
  const page = document.querySelector(".event-page");
  const point = (event) => {
    const value = event.target.closest?.(".fact a[href^='#w-']");
    for (const mark of page.querySelectorAll(".is-one")) mark.classList.remove("is-one");
    page.toggleAttribute("data-one", Boolean(value));
    if (!value) return;
    const { fact } = value.closest("[data-fact]").dataset;
    // Where words gave other facts, too, they are marked in pieces; the first bears the address.
    let piece = document.getElementById(value.hash.slice(1));
    while (piece?.matches?.(".evidence") && piece.dataset.gives.split(" ").includes(fact)) {
      piece.classList.add("is-one");
      piece = piece.nextSibling;
    }
  };
  if (page) for (const kind of ["pointerover", "focusin"]) page.addEventListener(kind, point);

  // A tooltip comes late, and never to the keyboard.
  const says = document.querySelector("[data-map-says]");
  const tell = (event) => {
    says.textContent = event.target.closest?.(".world-map a")?.querySelector("title").textContent ?? "";
  };
  if (says) for (const kind of ["pointerover", "focusin"]) document.addEventListener(kind, tell);

  // Copies the words of the element that is named; says so on the button for a moment.
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const words = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(words.textContent.trim().replace(/\s+/g, " "));
    } catch {
      getSelection().selectAllChildren(words); // then the keyboard copies it
      return;
    }
    const label = button.querySelector("span");
    const before = label.textContent;
    label.textContent = button.dataset.copied;
    setTimeout(() => { label.textContent = before; }, 2000);
  });
}
