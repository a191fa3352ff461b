// Single keys for reading: through a list and into it, from day to day, to the main pages. One setting turns them off.
{
  const GO = { t: "home", e: "events", c: "countries" };
  const SOON = 1500; // ms between "g" and the letter after it

  const titles = () => [...document.querySelectorAll("main .event-title a")].filter((link) => link.offsetParent);

  /** Goes to the next event of the page, or the one before; the first time to the first that is in sight. */
  const move = (step) => {
    const all = titles();
    if (!all.length) return;
    const row = document.activeElement?.closest(".event-row, .brief");
    const at = all.findIndex((link) => link.closest(".event-row, .brief") === row && row);
    const inSight = all.findIndex((link) => link.getBoundingClientRect().top >= 0);
    const next = at < 0 ? Math.max(inSight, 0) : Math.min(Math.max(at + step, 0), all.length - 1);
    all[next].focus({ preventScroll: true });
    all[next].closest(".event-row, .brief").scrollIntoView({ block: "nearest" });
  };

  let asked = 0; // when "g" was pressed

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || isNoSingleKey(event)) return;
    const isSoon = event.timeStamp - asked < SOON;
    asked = 0;
    const follow = (selector) => document.querySelector(selector)?.click();
    if (isSoon && GO[event.key]) follow(`.nav [data-go=${GO[event.key]}]`);
    else if (event.key === "g") asked = event.timeStamp;
    else if (event.key === "j") move(1);
    else if (event.key === "k") move(-1);
    else if (event.key === "o") document.activeElement?.closest(".event-row, .brief")?.querySelector(".event-title a").click();
    else if (event.key === "[") follow("main a[rel=prev]");
    else if (event.key === "]") follow("main a[rel=next]");
    else if (event.key === "?") document.getElementById("keys").togglePopover();
    else return;
    event.preventDefault();
  });
}
