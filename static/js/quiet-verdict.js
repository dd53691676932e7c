/* When feedback arrives, nothing on the page jumps: the verdict takes the focus, so that it is read
   out once, and comes into view only as far as it has to. */
document.addEventListener("htmx:afterSettle", ({ target }) => {
  const verdict = target.querySelector?.("[data-verdict]");
  if (!verdict) return;
  verdict.focus({ preventScroll: true });
  const bar = document.querySelector(".bottom-bar")?.offsetHeight || 0;
  const hidden = verdict.getBoundingClientRect().bottom + bar + 48 - innerHeight;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (hidden > 0) scrollBy({ top: hidden, behavior: calm ? "instant" : "smooth" });
});
