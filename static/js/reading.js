// From a list into an event and on to its neighbours: the list is remembered in this window, and told on the event's page.
{
  const LIST = "list"; // of sessionStorage: {url, events: [{href, title, lang}]}

  document.addEventListener("click", (event) => {
    if (!event.target.closest("main .event-title a")) return;
    const events = [...document.querySelectorAll("main .event-title a")].map((link) => ({
      href: link.pathname,
      title: link.textContent.trim(),
      lang: link.closest("[lang]").lang,
    }));
    sessionStorage.setItem(LIST, JSON.stringify({ url: location.pathname + location.search, events }));
  });

  const neighbours = document.getElementById("neighbours");
  const list = neighbours && JSON.parse(sessionStorage.getItem(LIST) ?? "null");
  const at = list ? list.events.findIndex(({ href }) => href === location.pathname) : -1;
  if (at >= 0) {
    neighbours.querySelector("[data-list]").href = list.url;
    neighbours.querySelector("[data-place]").textContent = `${at + 1} / ${list.events.length}`;
    for (const [rel, other] of [["prev", list.events[at - 1]], ["next", list.events[at + 1]]]) {
      const link = neighbours.querySelector(`[rel=${rel}]`);
      if (!other) {
        link.remove();
        continue;
      }
      link.href = other.href;
      link.title = other.title;
    }
    neighbours.hidden = false;
  }

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
