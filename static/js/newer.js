// Events that came since the page was made are offered, in the page and in the title of its tab; the rows never move by
// themselves. The place with the id "newer" says whom to ask, and which page shows them where the answer names another.
{
  const ASK_EVERY = 30_000; // ms

  async function offerNewer() {
    const place = document.getElementById("newer");
    if (!place || document.hidden) return;
    const address = place.dataset.ask;
    try {
      const answer = await fetch(address);
      if (!answer.ok) return;
      const offered = new DOMParser().parseFromString(await answer.text(), "text/html").body;
      if (!place.isConnected || place.dataset.ask !== address) return;
      const link = offered.querySelector("a");
      if (link && place.dataset.show) link.href = place.dataset.show;
      document.title = (link ? `(${link.dataset.count}) ` : "") + document.title.replace(/^\(\d+\) /, "");
      const isSame = offered.textContent.trim() === place.textContent.trim(); // else it would be read out again
      if (!isSame) place.replaceChildren(...offered.childNodes);
    } catch {
      // Without a connection there is nothing to offer.
    }
  }
  setInterval(offerNewer, ASK_EVERY);
  document.addEventListener("visibilitychange", offerNewer);
}
