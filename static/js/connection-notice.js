/* Says so when the server could not be reached, or failed; and tries again.
   <connection-notice role="alert" data-offline="…" data-failed="…" data-kept="…" data-again="Try again" …>
   What failed in a form with data-retry is sent again by itself: with growing pauses, and at once
   when the network comes back. Anything else waits for the button. Other scripts use reachable(),
   and hold(): wait until the site can be reached, then act. */
customElements.define("connection-notice", class extends HTMLElement {
  static async reachable() {
    if (!navigator.onLine) return false;
    const icon = document.querySelector('link[rel="icon"]').href;
    const limit = { method: "HEAD", cache: "no-store", signal: AbortSignal.timeout(6000) };
    return fetch(icon, limit).then((answer) => answer.status < 500, () => false);
  }

  connectedCallback() {
    const offline = ({ detail }) => this.lost(detail.elt, this.dataset.offline);
    document.addEventListener("htmx:sendError", offline);
    document.addEventListener("htmx:timeout", offline);
    document.addEventListener("htmx:responseError", ({ detail }) => this.refused(detail.elt, detail.xhr.status));
    document.addEventListener("htmx:afterOnLoad", ({ detail }) => detail.successful && this.clear());
    addEventListener("online", () => this.retry());
    document.addEventListener("visibilitychange", () => document.hidden || this.retry());
  }

  refused(source, status) {
    if (status === 404 || status === 410) this.end(this.dataset.gone, "/", this.dataset.library);
    else if (status === 403) this.end(this.dataset.stale, location.href, this.dataset.reload);
    else this.lost(source, this.dataset.failed);
  }

  lost(source, words) {
    const act = () => source.matches("form") ? source.requestSubmit() : source.click();
    if (source.matches("form[data-retry]")) this.hold(act, `${words} ${this.dataset.kept} ${this.dataset.later}`);
    else this.say(`${words} ${this.dataset.kept}`, () => { this.clear(); act(); });
  }

  /* Nothing more can be done here: say so, and where to go. */
  end(words, href, label) {
    clearTimeout(this.timer);
    this.act = null;
    this.show(words, Object.assign(document.createElement("a"), { className: "button", href, textContent: label }));
  }

  hold(act, words = this.dataset.paused) {
    this.act = act;
    this.tries = (this.tries || 0) + 1;
    this.say(words, () => this.retry());
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.retry(), Math.min(30000, 1000 * 2 ** this.tries));
  }

  async retry() {
    const { act } = this;
    if (!act) return;
    this.act = null; // one at a time
    if (await this.constructor.reachable()) act();
    else this.hold(act, this.textOf());
  }

  say(words, pressed) {
    if (this.textOf() === words && this.querySelector("button")) return this.querySelector("button").onclick = pressed;
    this.show(words, Object.assign(document.createElement("button"), { type: "button", textContent: this.dataset.again, onclick: pressed }));
  }

  show(words, way) {
    this.replaceChildren(Object.assign(document.createElement("span"), { textContent: words }), way);
  }

  textOf() {
    return this.querySelector("span")?.textContent;
  }

  clear() {
    clearTimeout(this.timer);
    this.act = null;
    this.tries = 0;
    this.replaceChildren();
  }
});
