/* Keeps an answer in this browser until the server has it: over a reload, a closed window, a lost
   network, a server that is down. <keep-answer data-key="…"> goes around the form of a question, and
   around the question once it is answered. What is kept is which option was picked, how sure, and
   when the question was first shown; what is right is not on the page. An answer that was sent and
   not acknowledged is sent again when the page comes back; the server counts the first one. */
customElements.define("keep-answer", class extends HTMLElement {
  static WEEK = 7 * 24 * 60 * 60 * 1000;

  connectedCallback() {
    this.key = `answer:${this.dataset.key}`;
    this.form = this.querySelector("form");
    if (!this.form) return this.forget();
    this.tidy();
    this.restore();
    this.addEventListener("change", () => this.keep({ sent: false }));
    this.form.addEventListener("submit", () => this.keep({ sent: true }));
    this.form.addEventListener("htmx:beforeSwap", ({ detail }) => detail.xhr.status === 422 && this.keep({ sent: false }));
    this.form.addEventListener("htmx:responseError", ({ detail }) => [404, 410].includes(detail.xhr.status) && this.forget());
  }

  radios() {
    return [...this.form.querySelectorAll('input[type="radio"]')];
  }

  keep(more) {
    const picked = Object.fromEntries(this.radios().filter((each) => each.checked).map((each) => [each.name, each.value]));
    const shown = this.form.elements.shown?.value;
    try { localStorage.setItem(this.key, JSON.stringify({ at: Date.now(), shown, picked, ...more })); } catch { /* full, or a private window */ }
  }

  restore() {
    const kept = this.read(this.key);
    if (!kept) return this.keep({ sent: false });
    if (kept.shown && this.form.elements.shown) this.form.elements.shown.value = kept.shown;
    if (this.radios().some((each) => each.checked)) return;
    this.radios().forEach((each) => { each.checked = kept.picked?.[each.name] === each.value; });
    const ready = this.radios().some((each) => each.name === "choice" && each.checked);
    if (kept.sent && ready) setTimeout(() => this.form.requestSubmit()); // once htmx has seen the form
  }

  read(key) {
    try { return JSON.parse(localStorage.getItem(key)); } catch { return null; }
  }

  forget() {
    try { localStorage.removeItem(this.key); } catch { /* nothing was kept */ }
  }

  /* What was never answered is forgotten after a week. */
  tidy() {
    const keys = (() => { try { return Object.keys(localStorage); } catch { return []; } })();
    const old = (key) => key.startsWith("answer:") && Date.now() - (this.read(key)?.at || 0) > this.constructor.WEEK;
    keys.filter(old).forEach((key) => localStorage.removeItem(key));
  }
});
