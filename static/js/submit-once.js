/* A form is sent once: a second tap is ignored until an answer, an error, a Back, or ten seconds. */
(() => {
  const release = (form) => form.removeAttribute("data-busy");
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post") return;
    if (form.hasAttribute("data-busy")) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    form.setAttribute("data-busy", "");
    setTimeout(release, 10000, form);
  }, true);
  const releaseAll = () => document.querySelectorAll("[data-busy]").forEach(release);
  window.addEventListener("pageshow", releaseAll);
  for (const name of ["htmx:afterRequest", "htmx:sendError"]) document.addEventListener(name, releaseAll);
})();
