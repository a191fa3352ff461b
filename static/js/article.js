// The list of passages follows the text: the passage being read is marked in it and kept in sight.

const list = document.getElementById("contents");
const pieces = [...document.querySelectorAll(".piece")];

function follow() {
  // What stands at a third of the window is being read; at the very end, the last; before the first passage, the first.
  const { scrollHeight } = document.documentElement;
  const line = scrollY + innerHeight >= scrollHeight - 2 ? innerHeight : innerHeight / 3;
  const read = pieces.findLast((piece) => piece.getBoundingClientRect().top <= line) ?? pieces[0];
  const link = list.querySelector(`a[href="#${read.id}"]`);
  const marked = list.querySelector("[aria-current]");
  if (link === marked) return;
  marked?.removeAttribute("aria-current");
  link.setAttribute("aria-current", "true");
  if (list.matches(":popover-open")) return;
  list.scrollTo({ top: link.offsetTop - list.clientHeight / 2 });
}

if (list && pieces.length) {
  let waits = false;
  addEventListener("scroll", () => {
    if (waits) return;
    waits = true;
    requestAnimationFrame(() => {
      waits = false;
      follow();
    });
  }, { passive: true });
  follow();
  // On a phone the list is a sheet before the text: it closes when a passage is chosen.
  list.addEventListener("click", (event) => {
    if (event.target.closest("a") && list.matches(":popover-open")) list.hidePopover();
  });
}
