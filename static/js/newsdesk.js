// What pages do better with a script. Everything works without it.

// Light, dark or as the system says: the same cookie that the form would set, without loading the page again.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-theme-switch]")) return;
  event.preventDefault();
  const theme = event.submitter?.value ?? "";
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `theme=${theme}; path=/; max-age=${theme ? 31536000 : 0}; samesite=lax${secure}`;
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

// "/" goes to the search box, unless one is typing already.
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
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
