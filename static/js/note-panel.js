/* Opens one note at a time: in the margin, or on a phone as a sheet from below. Escape closes it.
   <note-panel> holds .note elements with an id. A mark opens its note with href="#note-3", or with
   data-note="note-3" where a link may not stand (inside another link, or a second stretch of words).
   Without script every note is in view, and a mark is a link to it. With data-fetch="#notes", a note
   that is not on the page is fetched from its mark's own address into that element, by htmx.
   Words with data-scope="note-3" are lit while that note is open, and do not open it. */
customElements.define("note-panel", class extends HTMLElement {
  connectedCallback() {
    document.addEventListener("click", (event) => this.clicked(event));
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.close());
    this.addEventListener("htmx:afterSettle", () => this.fetched());
    const close = Object.assign(document.createElement("button"), { type: "button", className: "close", textContent: "✕" });
    close.setAttribute("aria-label", this.dataset.close || "Close the note");
    close.addEventListener("click", () => this.close());
    this.append(close);
    if (location.hash.startsWith("#note-")) this.open(location.hash.slice(1));
  }

  clicked(event) {
    const mark = event.target.closest('[href^="#note-"], [data-note]');
    if (!mark || event.metaKey || event.ctrlKey) return;
    const id = mark.dataset.note || mark.hash.slice(1);
    this.mark = mark;
    if (event.detail && !document.getSelection().isCollapsed) return event.preventDefault(); // selecting words
    if (this.open(id)) this.arrive();
    else if (!this.fetch(id)) return;
    if (!mark.hash || mark.hash === `#${id}`) event.preventDefault();
  }

  arrive() {
    this.querySelector(".note.is-open").focus({ preventScroll: true });
    this.uncover(this.mark);
  }

  fetch(id) {
    this.asked = Boolean(this.dataset.fetch && window.htmx && this.link(id));
    if (this.asked) htmx.ajax("GET", this.link(id).href, { target: this.dataset.fetch, swap: "innerHTML" });
    return this.asked;
  }

  fetched() {
    const note = this.querySelector(`${this.dataset.fetch} > .note`);
    if (note && this.open(note.id) && this.asked) this.arrive();
    this.asked = false;
  }

  open(id) {
    const note = document.getElementById(id);
    if (!note || !this.contains(note)) return false;
    this.clear();
    this.classList.add("has-note");
    note.classList.add("is-open");
    note.tabIndex = -1;
    this.parentElement.scrollTop = 0;
    document.querySelectorAll(`[href="#${CSS.escape(id)}"], [data-note="${CSS.escape(id)}"], [data-scope="${CSS.escape(id)}"]`).forEach((mark) => mark.classList.add("is-open"));
    return true;
  }

  uncover(mark) {
    if (getComputedStyle(this).position !== "fixed") return;
    const hidden = mark.getBoundingClientRect().bottom + 64 - this.getBoundingClientRect().top;
    if (hidden > 0) window.scrollBy({ top: hidden });
  }

  link(id) {
    return document.querySelector(`a[data-note="${CSS.escape(id)}"]:not([href^="#"])`);
  }

  clear() {
    this.classList.remove("has-note");
    document.querySelectorAll(".note.is-open, .pen.is-open, .scope.is-open").forEach((one) => one.classList.remove("is-open"));
  }

  close() {
    if (!this.classList.contains("has-note")) return;
    const mark = this.mark?.isConnected ? this.mark : this.link(this.querySelector(".note.is-open").id);
    this.clear();
    mark?.focus({ preventScroll: true });
  }
});
