// The page of events: the chart fills the date fields, long facets are searched by name.

const form = document.getElementById("filters");

// A bar, or a row of the chart's table, fills the date fields; the form does the rest. Choosing the same days again
// takes the choice back.
form.addEventListener("click", (event) => {
  const link = event.target.closest("#histogram a[href]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const wanted = new URL(link.getAttribute("href"), location).searchParams;
  const fields = ["from", "to"].map((name) => form.elements.namedItem(name));
  const again = fields.every((field) => field.value === wanted.get(field.name));
  for (const field of fields) field.value = again ? "" : wanted.get(field.name);
  // The bar may be gone when the answer comes: a coarser or finer chart has others.
  document.getElementById("histogram").focus({ preventScroll: true });
  form.requestSubmit();
});

// Enter asks for the very words: what waited for a pause in typing must not ask for their beginnings afterwards, nor
// get as far as taking back what Enter asked for.
const search = document.querySelector("input[type=search][name=q]");
let wordsSent = search?.value;
form.addEventListener("submit", () => {
  wordsSent = search?.value;
});
document.addEventListener("htmx:config:request", (event) => {
  if (event.target !== search) return;
  if (search.value === wordsSent) event.preventDefault();
  wordsSent = null; // what was typed since may be taken back
});

const asked = new Map(); // facet: the lookup under way

/** Show the values of a facet one of whose words begins as what is typed; ask for those that are not listed. */
async function find(input) {
  const facet = input.closest(".facet");
  const found = facet.querySelector("[id^=found-]");
  const words = fold(input.value);
  asked.get(facet.id)?.abort();
  found.replaceChildren();
  facet.classList.toggle("is-finding", words !== "");
  const rows = [...facet.querySelectorAll("li")];
  for (const row of rows) {
    row.hidden = !` ${fold(row.querySelector(".name").title)}`.includes(words && ` ${words}`);
  }
  if (words && input.dataset.more) {
    const lookup = new AbortController();
    asked.set(facet.id, lookup);
    const listed = new Set(rows.map((row) => row.querySelector("input").value));
    for (const row of await unlisted(input, lookup.signal)) {
      if (!listed.has(row.querySelector("input").value)) found.append(row);
    }
    if (lookup.signal.aborted) return;
  }
  facet.querySelector("[id^=nothing-]").hidden = !words || facet.querySelector("li:not([hidden])") !== null;
}

/** Rows from the server, under the choices of the form; none where it cannot be asked. */
async function unlisted(input, signal) {
  const query = new URLSearchParams(new FormData(form));
  query.set("facet", input.dataset.facet);
  query.set("find", input.value);
  try {
    await new Promise((resolve) => setTimeout(resolve, 150)); // until typing pauses
    if (signal.aborted) return [];
    const answer = await fetch(`${input.dataset.more}?${query}`, { signal });
    if (!answer.ok) return [];
    const page = new DOMParser().parseFromString(`<ul>${await answer.text()}</ul>`, "text/html");
    return [...page.querySelectorAll("li")].map((row) => document.adoptNode(row));
  } catch {
    return [];
  }
}

form.addEventListener("input", (event) => {
  if (event.target.matches("[data-facet]")) find(event.target);
});

// What is typed there is no choice: neither leaving the field nor Enter asks for events.
form.addEventListener("change", (event) => {
  if (event.target.matches("[data-facet]")) event.stopPropagation();
}, true);
form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches("[data-facet]")) event.preventDefault();
});

// Whoever opens the rest of a long facet with mouse or keyboard wants to type; on a phone the keyboard would hide it.
form.addEventListener("toggle", (event) => {
  const more = event.target;
  if (!more.matches(".facet-more[open]") || matchMedia("(pointer: coarse)").matches) return;
  const field = more.closest(".facet").querySelector("[data-facet]");
  if (field && more.contains(document.activeElement)) field.focus({ preventScroll: true });
}, true);

// New rows came: what was typed still holds.
document.addEventListener("htmx:after:swap", () => {
  for (const input of document.querySelectorAll("#filters [data-facet]")) if (input.value) find(input);
});

// Going back brings the earlier list; the groups of filters stay as open as they are.
let groups = [];
document.addEventListener("htmx:before:history:restore", () => {
  groups = [...document.querySelectorAll("#filters details[id]")].map((group) => [group.id, group.open]);
});
document.addEventListener("htmx:after:swap", () => {
  for (const [id, open] of groups) document.getElementById(id)?.toggleAttribute("open", open);
  groups = [];
});
