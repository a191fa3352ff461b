// Charts of days: dragging across the bars chooses from the first to the last of them, and fills the date fields.
{
  const FARTHER = 6; // px; less is a click

  let drag = null; // {chart, from, to, mark}

  const bars = (chart) => [...chart.querySelectorAll("a:has(.catch)")];

  /** The bars that a stretch of the screen touches, from left to right. */
  const between = (chart, left, right) =>
    bars(chart).filter((bar) => {
      const box = bar.querySelector(".catch").getBoundingClientRect();
      return box.right > left && box.left < right;
    });

  const shadeDays = ({ chart, from, to, mark }) => {
    const box = chart.getBoundingClientRect();
    const [left, right] = [Math.min(from, to), Math.max(from, to)].map((x) => Math.min(Math.max(x, box.left), box.right));
    mark.setAttribute("x", left - box.left);
    mark.setAttribute("width", right - left);
  };

  const end = () => {
    drag?.mark?.remove();
    drag = null;
  };

  document.addEventListener("pointerdown", (event) => {
    const chart = event.target.closest("svg[data-brush]");
    if (!chart || event.button !== 0) return;
    drag = { chart, from: event.clientX, to: event.clientX };
  });

  document.addEventListener("pointermove", (event) => {
    if (!drag) return;
    drag.to = event.clientX;
    if (!drag.mark && Math.abs(drag.to - drag.from) > FARTHER) {
      drag.mark = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      drag.mark.setAttribute("class", "brush-window");
      drag.mark.setAttribute("y", "0");
      drag.mark.setAttribute("height", "100%");
      drag.chart.append(drag.mark);
    }
    if (drag.mark) shadeDays(drag);
  });

  document.addEventListener("pointerup", () => {
    if (!drag?.mark) return end();
    const chosen = between(drag.chart, Math.min(drag.from, drag.to), Math.max(drag.from, drag.to));
    end();
    // The click that follows is the end of the drag, not a choice of the bar under it.
    const swallow = (click) => { click.preventDefault(); click.stopPropagation(); };
    document.addEventListener("click", swallow, { capture: true, once: true });
    setTimeout(() => document.removeEventListener("click", swallow, { capture: true }));
    if (!chosen.length) return;
    const day = (bar, name) => new URL(bar.getAttribute("href"), location).searchParams.get(name);
    const from = document.getElementById("from");
    from.value = day(chosen[0], "from");
    document.getElementById("to").value = day(chosen.at(-1), "to");
    from.form.requestSubmit();
  });

  document.addEventListener("pointercancel", end);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") end(); });
  // Links can be dragged, too: here that would be in the way.
  document.addEventListener("dragstart", (event) => { if (event.target.closest?.("svg[data-brush]")) event.preventDefault(); });
}
