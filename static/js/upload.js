// Uploading file by file, with progress; and polling that rests while nobody looks. Everything works without it.

const AT_ONCE = 3; // files under way at the same time
const DETAILS = ["reference_date", "language", "publisher"]; // as the form says when a file is sent
const SOONEST = 1_500; // milliseconds between two looks at rows that change
const LATEST = 12_000; // … at rows that do not
const MANY = 100; // rows, which cost the server more
const HIDDEN = 30_000; // … while nobody looks

// --- Rows ask the server how far they have come: seldom while nothing changes or the tab is hidden. What the page has
// already is not sent again.
let wait = SOONEST;
let lastLook = 0;
document.addEventListener("htmx:before:request", (event) => {
  if (event.target.id !== "rows") return;
  if (Date.now() - lastLook < (document.hidden ? HIDDEN : wait) - 100) return event.preventDefault();
  lastLook = Date.now();
  event.detail.ctx.request.headers["If-None-Match"] = `"${event.target.dataset.version}"`;
});
document.addEventListener("htmx:after:request", (event) => {
  if (event.target.id !== "rows") return;
  const soonest = event.target.querySelectorAll("tr").length > MANY ? 2 * SOONEST : SOONEST;
  wait = event.detail.ctx.response.status === 304 ? Math.min(wait * 1.5, LATEST) : soonest;
});
document.addEventListener("visibilitychange", () => {
  if (document.hidden) return;
  wait = SOONEST;
  const url = document.getElementById("rows")?.getAttribute("hx-get");
  if (url) look(url);
});

function look(url) {
  lastLook = 0; // never too soon
  return htmx.ajax("GET", url, { target: "#rows", swap: "outerMorph" });
}

// --- Files of a drop, those in folders too; without what systems hide in folders.
const isUnseen = (name) => name.startsWith(".") || ["Thumbs.db", "desktop.ini"].includes(name);

async function dropped(transfer) {
  // The entries are asked for at once: they are gone when the event is over.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.());
  if (!entries.some((entry) => entry?.isDirectory)) return transfer.files;
  const files = [];
  for (const entry of entries) if (entry) await collect(entry, files);
  return files;
}

async function collect(entry, files) {
  if (isUnseen(entry.name)) return;
  if (entry.isFile) {
    const unreadable = { name: entry.name, size: 0, isUnreadable: true };
    files.push(await new Promise((done) => entry.file(done, () => done(unreadable))));
    return;
  }
  const reader = entry.createReader();
  for (;;) {
    const some = await new Promise((done, fail) => reader.readEntries(done, fail)).catch(() => null); // at most 100
    if (!some) files.push({ name: entry.name, size: 0, isUnreadable: true });
    if (!some?.length) return;
    for (const inside of some) await collect(inside, files);
  }
}

// --- The form of the upload page.
const form = document.querySelector("[data-upload]");
if (form) enhance(form);

function enhance(form) {
  const words = JSON.parse(form.dataset.words);
  const maxBytes = Number(form.dataset.maxBytes);
  const maxFiles = Number(form.dataset.maxFiles);
  const language = document.documentElement.lang;
  const inputs = form.querySelectorAll("input[type=file]");
  const send = form.querySelector("[data-send]");
  const plainSend = send.textContent;
  const panel = document.getElementById("batch");
  const summary = panel.querySelector("[data-summary]");
  const sending = panel.querySelector("[data-sending]");
  const list = panel.querySelector("[data-unsent]");
  const template = panel.querySelector("[data-row]");
  const drop = form.querySelector("[data-drop]");

  let items = []; // of this page, in order; state: ready, waiting, sending, sent, refused, broken
  let address = ""; // of the batch, once something of it is on the server
  const of = (...states) => items.filter((item) => states.includes(item.state));

  const say = (sentence, values) => sentence.replace(/%\((\w+)\)[sd]/g, (_, key) => values[key]).replace("%%", "%");
  const count = new Intl.NumberFormat(language);
  const size = (bytes) => {
    const [value, unit] = bytes < 1024 ? [bytes, "B"] : bytes < 1048576 ? [bytes / 1024, "KB"] : [bytes / 1048576, "MB"];
    return `${new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value)}\u00a0${unit}`;
  };

  // --- What is to be sent
  function add(files) {
    const over = [];
    for (const file of files) {
      const refusal = file.isUnreadable ? words.unreadable : !file.size ? words.empty : file.size > maxBytes ? words.tooLarge : "";
      const isFull = of("ready", "waiting", "sending", "sent", "broken").length >= maxFiles;
      if (isFull && !refusal) over.push(file);
      else append({ name: file.name, bytes: file.size, sent: 0, fill: (data) => data.append("files", file) }, refusal);
    }
    if (over.length) {
      const name = over.length === 1 ? over[0].name : say(words.more, { count: count.format(over.length) });
      append({ name, bytes: over.reduce((sum, file) => sum + file.size, 0), sent: 0 }, words.tooMany);
    }
    show();
  }

  function takeText() {
    const { text, name } = form.elements;
    if (!text.value.trim()) return;
    const [body, title] = [text.value, name.value];
    const item = { name: title || words.pasted, bytes: new Blob([body]).size, sent: 0 };
    item.fill = (data) => (data.append("text", body), data.append("name", title));
    append(item, item.bytes > maxBytes ? words.tooLarge : "");
    if (item.state === "refused") return;
    text.value = name.value = "";
    document.getElementById("paste").open = false;
  }

  function append(item, refusal) {
    item.row = template.content.firstElementChild.cloneNode(true);
    const find = (name) => item.row.querySelector(`[data-${name}]`);
    find("name").textContent = item.name;
    find("size").textContent = size(item.bytes);
    item.say = find("say");
    item.bar = item.row.querySelector("progress");
    item.bar.setAttribute("aria-label", item.name);
    item.buttons = Object.fromEntries(["again", "cancel", "remove"].map((name) => [name, find(name)]));
    for (const button of Object.values(item.buttons)) button.setAttribute("aria-label", `${button.textContent}: ${item.name}`);
    item.buttons.cancel.addEventListener("click", () => cancel([item]));
    item.buttons.remove.addEventListener("click", () => cancel([item]));
    item.buttons.again.addEventListener("click", () => (become(item, "waiting", words.waits), next()));
    list.append(item.row);
    items.push(item);
    become(item, refusal ? "refused" : "ready", refusal || words.waits);
  }

  function become(item, state, sentence) {
    item.state = state;
    item.row.className = `upload-row is-${state}`;
    item.say.textContent = sentence;
    item.bar.hidden = state !== "sending";
    const icon = { sending: "upload", refused: "stop", broken: "stop", sent: "check" }[state] ?? "clock";
    const use = item.row.querySelector("use");
    use.setAttribute("href", use.getAttribute("href").replace(/#.*/, `#${icon}`));
    item.buttons.cancel.hidden = !["ready", "waiting", "sending"].includes(state);
    item.buttons.again.hidden = state !== "broken";
    item.buttons.remove.hidden = !["refused", "broken"].includes(state);
  }

  function cancel(some) {
    for (const item of some) {
      item.state = "gone";
      item.request?.abort();
      item.row.remove();
    }
    items = items.filter((item) => item.state !== "gone");
    next();
  }

  // --- Sending
  function next() {
    for (const item of of("waiting").slice(0, AT_ONCE - of("sending").length)) post(item);
    show();
  }

  function post(item) {
    const data = new FormData();
    data.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    data.append("batch", form.dataset.batch);
    for (const [name, value] of Object.entries(item.details)) data.append(name, value);
    item.fill(data);
    const request = new XMLHttpRequest();
    item.request = request;
    item.sent = 0;
    become(item, "sending", say(words.sending, { sent: size(0), all: size(item.bytes) }));
    item.bar.value = 0;
    request.upload.addEventListener("progress", (event) => {
      if (!event.total) return;
      const part = event.loaded / event.total;
      item.bar.value = part;
      item.sent = part * item.bytes;
      item.say.textContent = say(words.sending, { sent: size(item.sent), all: size(item.bytes) });
      show();
    });
    request.addEventListener("load", () => arrived(item, request));
    request.addEventListener("error", () => (become(item, "broken", words.offline), next()));
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.send(data);
  }

  function arrived(item, request) {
    const answer = readJson(request);
    if (answer?.rows) {
      item.key = answer.rows[0];
      item.sent = item.bytes;
      become(item, "sent", words.sent);
      if (!address) history.replaceState(null, "", answer.batch); // loading the page again shows the same rows
      address = answer.batch;
      lookSoon();
    } else if (answer?.title) become(item, "refused", answer.title);
    else if (request.status === 413) become(item, "refused", words.tooLarge);
    else become(item, "broken", request.status >= 500 ? words.broken : words.signedOut);
    next();
  }

  function readJson(request) {
    try {
      return JSON.parse(request.responseText);
    } catch {
      return null;
    }
  }

  // --- The server's rows take over from ours as soon as they are there.
  let looking = false;
  async function lookSoon() {
    if (looking) return;
    looking = true;
    await new Promise((done) => setTimeout(done, 400));
    looking = false;
    await look(address);
  }
  document.addEventListener("htmx:after:swap", () => {
    for (const item of of("sent")) if (document.getElementById(item.key)) item.row.remove();
  });

  // --- What the page says
  function show() {
    const open = of("ready", "waiting", "sending");
    const wanted = items.filter((item) => item.state !== "refused" && item.isWanted);
    const ready = of("ready").length;
    const busy = of("waiting", "sending").length > 0;
    panel.hidden = items.length === 0 && !address;
    sending.hidden = !busy;
    panel.classList.toggle("is-busy", busy);
    const bar = sending.querySelector("progress");
    bar.max = wanted.reduce((sum, item) => sum + item.bytes, 0) || 1;
    bar.value = wanted.reduce((sum, item) => sum + item.sent, 0);
    const done = wanted.filter((item) => item.state === "sent").length;
    const line = busy ? say(words.progress, { sent: count.format(done), all: count.format(wanted.length) }) : "";
    if (summary.textContent !== line) summary.textContent = line;
    send.querySelector("span").textContent = !ready
      ? plainSend.trim()
      : say(ready === 1 ? words.uploadOne : words.uploadMany, { count: count.format(ready) });
    const hasText = Boolean(form.elements.text.value.trim());
    form.classList.toggle("is-empty", !ready && !hasText);
    form.classList.toggle("has-text", hasText);
    form.classList.toggle("has-rows", open.length > 0);
  }

  form.addEventListener("submit", (event) => {
    if (event.submitter?.hasAttribute("formaction")) return; // to be tried, not uploaded
    takeText();
    const ready = of("ready");
    if (!items.length) return; // the server says what is missing
    event.stopPropagation(); // the guard against sending twice is for the plain form
    event.preventDefault();
    const details = Object.fromEntries(DETAILS.map((name) => [name, form.elements[name].value]));
    for (const item of ready) {
      Object.assign(item, { isWanted: true, details });
      become(item, "waiting", words.waits);
    }
    next();
  });
  panel.querySelector("[data-cancel-all]").addEventListener("click", () => cancel(of("waiting", "sending")));
  form.elements.text.addEventListener("input", show);
  function takeFiles(input) {
    add([...input.files].filter((file) => !isUnseen(file.name)));
    input.value = "";
  }
  for (const input of inputs) {
    input.addEventListener("change", () => takeFiles(input));
    takeFiles(input); // chosen before this script was there, or kept by the browser over a reload
  }

  // --- Dropping: anywhere on the page, so that a file beside the mark does not open in the browser.
  const carriesFiles = (event) => event.dataTransfer?.types.includes("Files");
  addEventListener("dragover", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    drop.classList.add("is-over");
  });
  addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) drop.classList.remove("is-over");
  });
  addEventListener("drop", async (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    drop.classList.remove("is-over");
    add(await dropped(event.dataTransfer));
  });

  // --- Pasting anywhere: a file that was copied, or a text.
  addEventListener("paste", (event) => {
    const { files } = event.clipboardData;
    const copied = event.clipboardData.getData("text/plain").trim();
    // Some systems give the name of a copied file as text too; a copied text may carry its picture.
    const areFiles = files.length && [...files].every((file) => !copied || copied.includes(file.name));
    if (!areFiles && (!copied || event.target.closest?.("input, textarea, select"))) return;
    event.preventDefault();
    if (areFiles) return add(files);
    const { text } = form.elements;
    document.getElementById("paste").open = true;
    text.value = [text.value.trimEnd(), copied].filter(Boolean).join("\n\n");
    text.focus();
    show();
  });

  addEventListener("beforeunload", (event) => {
    if (of("waiting", "sending").length) event.preventDefault();
  });

  show();
}
