/* On a phone the text lies over the question as a sheet. Closing it leads back to the very place,
   and opening it again to where one was reading. Without script, both are links to the top. */
(() => {
  const sheet = () => document.getElementById("text");
  let place = null; // where the page was, and what opened the sheet
  let read = 0; // how far down the text

  document.addEventListener("click", (event) => {
    const opener = event.target.closest('a[href="#text"], a[href^="#evidence-"]');
    if (opener && !document.querySelector(":target")?.closest("#text")) {
      place = { top: scrollY, opener };
    } else if (event.target.closest(".passage-back") && place) {
      event.preventDefault();
      history.back();
    }
  });

  addEventListener("hashchange", () => {
    const passage = sheet()?.querySelector(".passage");
    if (!passage) return;
    if (document.querySelector(":target")?.closest("#text")) {
      if (location.hash === "#text") passage.scrollTop = read;
      sheet().focus({ preventScroll: true });
    } else if (place) {
      scrollTo({ top: place.top, behavior: "instant" });
      if (place.opener.isConnected) place.opener.focus({ preventScroll: true });
      place = null;
    }
  });

  document.addEventListener("scroll", ({ target }) => { if (target.matches?.("#text .passage")) read = target.scrollTop; }, true);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && place && document.querySelector(":target")?.closest("#text")) history.back(); });
})();
