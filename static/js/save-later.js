/* A form inside <keep-draft> is only sent when the site can be reached. Until then the page says
   that the words are not saved yet, looks again, and sends them when the connection is back. */
(() => {
  const WAIT = 4000;
  let waiting = null;

  const reachable = async () => {
    if (!navigator.onLine) return false;
    const icon = document.querySelector('link[rel="icon"]').href;
    return fetch(icon, { method: "HEAD", cache: "no-store" }).then(() => true, () => false);
  };

  const say = (form) => {
    sessionStorage.removeItem("draft-sent"); // what keep-draft keeps is needed still
    const notice = form.querySelector(".not-saved") || document.createElement("p");
    notice.className = "problem warn not-saved";
    notice.setAttribute("role", "alert");
    notice.textContent = "Not saved yet: no connection. Your words are kept in this window, and are saved when the connection is back. ";
    const stop = Object.assign(document.createElement("button"), { type: "button", className: "small", textContent: "Do not wait" });
    stop.addEventListener("click", () => { waiting = null; notice.remove(); });
    notice.append(stop);
    form.querySelector(".save-bar, .row:last-of-type, button:not([type='button'])").before(notice);
  };

  const send = (form, button) => {
    waiting = null;
    form.querySelector(".not-saved")?.remove();
    form.removeAttribute("data-busy");
    form.dataset.reached = "yes";
    form.requestSubmit(button);
    delete form.dataset.reached;
  };

  const tryAgain = async () => {
    if (!waiting) return;
    const { form, button } = waiting;
    if (await reachable()) { if (waiting) send(form, button); } else setTimeout(tryAgain, WAIT);
  };

  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!form.closest("keep-draft") || form.method !== "post" || form.dataset.reached || event.defaultPrevented) return;
    event.preventDefault();
    const button = event.submitter;
    if (await reachable()) return send(form, button);
    form.removeAttribute("data-busy");
    waiting = { form, button };
    say(form);
    setTimeout(tryAgain, WAIT);
  });
  addEventListener("online", tryAgain);
})();
