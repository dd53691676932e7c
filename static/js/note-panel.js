/* Opens one note at a time: in the margin, or on a phone as a sheet from below. Escape closes it.
   <note-panel> holds .note elements with an id. A mark opens its note with href="#note-3", or with
   data-note="note-3" where a link may not stand (inside another link, or a second stretch of words).
   Without script every note is in view, and a mark is a link to it. With data-fetch="#notes", a note
   that is not on the page is fetched from its mark's own address into that element, by htmx. */
customElements.define("note-panel", class extends HTMLElement {
  connectedCallback() {
    document.addEventListener("click", (event) => this.clicked(event));
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.close());
    this.addEventListener("htmx:afterSettle", () => this.fetched());
    const close = document.createElement("button");
    close.type = "button";
    close.className = "close";
    close.setAttribute("aria-label", this.dataset.close || "Close the note");
    close.textContent = "✕";
    close.addEventListener("click", () => this.close());
    this.append(close);
    if (location.hash.startsWith("#note-")) this.open(location.hash.slice(1));
  }

  clicked(event) {
    const mark = event.target.closest('[href^="#note-"], [data-note]');
    if (!mark || event.metaKey || event.ctrlKey) return;
    const id = mark.dataset.note || mark.hash.slice(1);
    const link = document.querySelector(`a[data-note="${CSS.escape(id)}"]:not([href^="#"])`);
    const selecting = event.detail && !document.getSelection().isCollapsed;
    this.mark = mark;
    if (selecting) event.preventDefault();
    else if (this.open(id)) this.arrive(event);
    else if (this.dataset.fetch && window.htmx && link) this.fetch(event, link.href);
  }

  arrive(event) {
    if (!this.mark.hash || this.mark.hash.startsWith("#note-")) event?.preventDefault();
    this.querySelector(".note.is-open").focus({ preventScroll: true });
    this.uncover(this.mark);
  }

  fetch(event, address) {
    if (!this.mark.hash) event.preventDefault();
    this.asked = true;
    htmx.ajax("GET", address, { target: this.dataset.fetch, swap: "innerHTML" });
  }

  fetched() {
    const note = this.querySelector(`${this.dataset.fetch} > .note`);
    if (!note || !this.open(note.id)) return;
    if (this.asked) this.arrive();
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
    this.marks(id).forEach((mark) => mark.classList.add("is-open"));
    return true;
  }

  uncover(mark) {
    if (getComputedStyle(this).position !== "fixed") return;
    const hidden = mark.getBoundingClientRect().bottom + 64 - this.getBoundingClientRect().top;
    if (hidden > 0) window.scrollBy({ top: hidden });
  }

  marks(id) {
    return document.querySelectorAll(`[href="#${CSS.escape(id)}"], [data-note="${CSS.escape(id)}"]`);
  }

  clear() {
    this.classList.remove("has-note");
    document.querySelectorAll(".note.is-open, .pen.is-open").forEach((one) => one.classList.remove("is-open"));
  }

  close() {
    if (!this.classList.contains("has-note")) return;
    this.clear();
    this.mark?.focus();
  }
});
