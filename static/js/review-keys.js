/* Keys for a queue: j and k move between [data-item]; other keys press the button in the current
   item that carries them, as in data-key="a". <review-keys> goes around the queue. */
customElements.define("review-keys", class extends HTMLElement {
  connectedCallback() {
    this.listen = (event) => this.pressed(event);
    document.addEventListener("keydown", this.listen);
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this.listen);
  }

  pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.target.closest("input, textarea, select")) return;
    if (event.key === "j" || event.key === "k") this.move(event.key === "j" ? 1 : -1);
    else if (/^[a-z]$/.test(event.key)) this.current()?.querySelector(`[data-key="${event.key}"]`)?.click();
  }

  items() {
    return [...this.querySelectorAll("[data-item]")];
  }

  current() {
    return document.activeElement?.closest("[data-item]") || this.items()[0];
  }

  move(step) {
    const items = this.items();
    const here = document.activeElement?.closest("[data-item]");
    const next = here ? items[items.indexOf(here) + step] : items[0];
    if (!next) return;
    next.tabIndex = -1;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  }
});
