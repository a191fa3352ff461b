// What pages do better with a script. Everything works without it.

// For every script: as newsdesk_fold() in the database: no case, no diacritics, đ as d, words apart by single spaces.
const fold = (text) =>
  text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[đð]/g, "d")
    .normalize("NFKC").replace(/[^\p{L}\p{N}]+/gu, " ").trim();

// For every script: whether a single key is for somebody who types, or for the browser, or turned off.
const keysAreOff = () => document.cookie.split("; ").includes("keys=off");
const isTyping = (element) =>
  Boolean(element?.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]"));
const isNoSingleKey = (event) =>
  event.ctrlKey || event.metaKey || event.altKey || keysAreOff() || isTyping(event.target);

// What this browser keeps for a year; an empty value forgets it.
function keep(name, value) {
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `${name}=${value}; path=/; max-age=${value ? 31536000 : 0}; samesite=lax${secure}`;
}

// The setting that turns single keys off, for people who speak to the machine.
for (const setting of document.querySelectorAll("[data-keys]")) {
  setting.checked = !keysAreOff();
  setting.addEventListener("change", () => keep("keys", setting.checked ? "on" : "off"));
}

// Light, dark or as the system says: the same cookie that the form would set, without loading the page again.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-theme-switch]")) return;
  event.preventDefault();
  const theme = event.submitter?.value ?? "";
  keep("theme", theme);
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  for (const button of form.querySelectorAll("button[name=theme]")) {
    button.setAttribute("aria-pressed", String(button.value === theme));
  }
});

// Morphing keeps a checkbox that was clicked as it was; what the server says must win.
document.addEventListener("htmx:after:swap", () => {
  for (const input of document.querySelectorAll("#browse input:is([type=checkbox], [type=radio])")) {
    input.checked = input.defaultChecked;
  }
});

// The sheet of filters on a phone closes when its button asks for the results.
document.addEventListener("submit", (event) => {
  const sheet = document.getElementById("facets");
  if (event.target.id === "filters" && sheet?.matches(":popover-open")) sheet.hidePopover();
});

// Behind an open sheet nothing can be reached, neither by Tab nor by a screen reader. Answers of the server replace
// parts of the page meanwhile, so it is done again after each.
function shade(sheet) {
  for (const element of document.querySelectorAll("[data-shaded]")) {
    element.inert = false;
    delete element.dataset.shaded;
  }
  for (let inside = sheet; inside && inside !== document.body; inside = inside.parentElement) {
    for (const beside of inside.parentElement.children) {
      if (beside === inside || beside.inert || beside.matches("script")) continue;
      beside.inert = true;
      beside.dataset.shaded = "";
    }
  }
}
document.addEventListener("beforetoggle", (event) => {
  // Before it closes: the browser gives the focus back to the button that opened it, which must not be inert then.
  if (event.newState === "closed" && event.target.matches(".side-sheet")) shade(null);
}, true);
document.addEventListener("toggle", (event) => {
  if (event.newState !== "open" || !event.target.matches(".side-sheet")) return;
  shade(event.target);
  event.target.querySelector("button").focus();
}, true);
document.addEventListener("htmx:after:swap", () => shade(document.querySelector(".side-sheet:popover-open")));

// "/" goes to the search box, unless one is typing already.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || isNoSingleKey(event)) return;
  const search = document.querySelector(".search input");
  if (!search) return;
  event.preventDefault();
  search.focus();
});

// A second click on "Upload" must not send the files twice.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-upload]")) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "yes";
});
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("[data-upload]")) delete form.dataset.sent;
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) print();
});
