/* From page to page without falling into a hole: a link or form with data-steady leads on when the
   site can be reached. Until then this page stays, says so, and goes on by itself. */
(() => {
  let going = false;

  const lead = async (act) => {
    if (going) return;
    going = true;
    const notice = document.querySelector("connection-notice");
    if (await notice.constructor.reachable()) return act();
    going = false;
    document.querySelectorAll("form[data-steady]").forEach((form) => form.removeAttribute("data-busy"));
    notice.hold(act);
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-steady]");
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    lead(() => location.assign(link.href));
  });

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("form[data-steady]") || event.defaultPrevented) return;
    event.preventDefault();
    lead(() => form.submit());
  });

  addEventListener("pageshow", () => { going = false; });
})();
