// Words selected in an article become an event, a heading or are set aside. The forms beside each passage do the same.

const bar = document.getElementById("selection");

/** The offset in the article's text, in code points, of a place in one of its paragraphs; null outside them. */
function placeOf(node, offset) {
  const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  const paragraph = element.closest("[data-at]");
  if (!paragraph) return null;
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(node, offset);
  return Number(paragraph.dataset.at) + [...before.toString()].length;
}

function selected() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const pieces = document.querySelector(".pieces");
  if (!pieces?.contains(range.commonAncestorContainer)) return null;
  const paragraphs = [...pieces.querySelectorAll("[data-at]")].filter((one) => range.intersectsNode(one));
  if (!paragraphs.length) return null;
  // A selection may begin or end between paragraphs: then the paragraphs it touches count whole.
  const last = paragraphs.at(-1);
  const start = placeOf(range.startContainer, range.startOffset) ?? Number(paragraphs[0].dataset.at);
  let end = placeOf(range.endContainer, range.endOffset) ?? Number(last.dataset.at) + [...last.textContent].length;
  if (end === Number(last.dataset.at) && paragraphs.length > 1) {
    // A triple click ends at the beginning of the paragraph behind.
    const before = paragraphs.at(-2);
    end = Number(before.dataset.at) + [...before.textContent].length;
  }
  return start < end ? [start, end] : null;
}

function offer() {
  if (bar.contains(document.activeElement)) return;
  const words = selected();
  bar.hidden = !words;
  if (words) [bar.elements.at.value, bar.elements.end.value] = words;
}

document.addEventListener("selectionchange", offer);
bar.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  getSelection().removeAllRanges();
  document.activeElement.blur();
  bar.hidden = true;
});
