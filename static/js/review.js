// The review without waiting: the next event is fetched ahead and shown at once, while the verdict is on its way.
// Every link and form works without this.

const FRAGMENT = { headers: { "HX-Request": "true" } };
let ahead = null; // {url, html}: the next event, on its way or here
let sending = Promise.resolve(); // verdicts go one after the other, in the order they were given
let latest = 0; // number of the editor's latest doing: an answer to an earlier one shows nothing

const desk = () => document.getElementById("review");

async function get(url) {
  const answer = await fetch(url, FRAGMENT);
  return answer.ok ? answer.text() : null;
}

function fetchAhead() {
  const url = desk().dataset.next;
  ahead = url ? { url, html: get(url).catch(() => null) } : null;
}

/** Put a desk in place of the one shown, say what it says, and fetch what may come next. */
function show(html) {
  const fresh = new DOMParser().parseFromString(html, "text/html").getElementById("review");
  if (!fresh) return false;
  const queue = document.getElementById("queue");
  if (queue?.matches(":popover-open")) queue.hidePopover();
  const was = desk().dataset.here;
  desk().replaceWith(document.adoptNode(fresh));
  const now = desk();
  const isAnother = now.dataset.here !== was;
  if (now.dataset.here) history.replaceState(null, "", now.dataset.here);
  enhanceForms(now);
  const said = now.querySelector("[data-said]");
  if (said) document.getElementById("review-said").textContent = said.textContent;
  const field = now.querySelector(".field-form");
  if (field) {
    const control = [...field.querySelectorAll("input:not([type=hidden]), select, textarea, button")].find((one) => one.checkVisibility());
    (field.querySelector(":checked:not(option)") ?? control)?.focus();
  } else {
    now.querySelector("#review-title")?.focus({ preventScroll: true });
    if (isAnother) scrollTo(0, 0);
    now.querySelector("[role=alert]")?.scrollIntoView({ block: "nearest" });
  }
  fetchAhead();
  return true;
}

/** Send a form. A verdict shows the next event before it is answered; the answer brings queue and progress up to date. */
async function act(form, submitter) {
  const body = new FormData(form, submitter);
  const send = () => fetch(form.action, { method: "POST", body, ...FRAGMENT });
  const sent = sending.then(send, send);
  sending = sent;
  const next = ahead;
  const mine = ++latest;
  if (form.dataset.act === "on" && next) {
    const html = await next.html;
    if (html && mine === latest) show(html);
  }
  try {
    const answer = await sent;
    const html = await answer.text();
    // A refusal brings back its event, and stays; else only what nobody has moved on from is renewed.
    if (!answer.ok) latest += 1;
    const renews = mine === latest && !desk().querySelector(".field-form:not([action='" + form.getAttribute("action") + "'])");
    if ((!answer.ok || renews) && !show(html)) location.assign(answer.redirected ? answer.url : location.href);
  } catch {
    location.assign(location.href); // nobody answers: the page of the browser says so
  }
}

async function go(url) {
  const mine = ++latest;
  const html = ahead?.url === url ? await ahead.html : await get(url).catch(() => null);
  if (mine !== latest) return;
  if (!html || !show(html)) location.assign(url);
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("#review form[data-act]")) return;
  event.preventDefault();
  if (form.dataset.sent) return;
  form.dataset.sent = "yes";
  act(form, event.submitter);
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("#review a:is([data-go], [data-leave])");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  go(link.getAttribute("href").split("#")[0]);
});

// Keys: each belongs to the link or button that says so.
document.addEventListener("keydown", (event) => {
  if (isNoSingleKey(event)) return;
  if (event.key === "?") {
    event.preventDefault();
    document.getElementById("keys").togglePopover();
    return;
  }
  const open = desk().querySelector(".field-form");
  if (open?.contains(event.target)) return;
  const control = [...desk().querySelectorAll("[data-key]")].find((one) => one.dataset.key === event.key);
  if (!control) return;
  event.preventDefault();
  control.click();
});

fetchAhead();
