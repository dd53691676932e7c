/* Keys for a queue: a key presses the button or link in the current [data-item] that carries it, as
   in data-key="a"; else j and k move between the items. <review-keys> goes around the queue. */
customElements.define("review-keys", class extends HTMLElement {
  connectedCallback() {
    this.since = performance.now();
    this.addEventListener("click", (event) => this.tooSoon(event), true);
    this.listen = (event) => this.pressed(event);
    document.addEventListener("keydown", this.listen);
    const queue = this.querySelector(".queue");
    const here = queue?.querySelector("[aria-current]");
    if (here) queue.scrollTop = here.offsetTop - queue.offsetTop - queue.clientHeight / 3;
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this.listen);
  }

  pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.target.closest("input, textarea, select")) return;
    if (!/^[a-z?]$/.test(event.key)) return;
    const here = `[data-key="${event.key}"]`;
    const button = this.current()?.querySelector(here) || this.querySelector(`${here}:not([data-item] *)`);
    if (button) button.click();
    else if (event.key === "j" || event.key === "k") this.move(event.key === "j" ? 1 : -1);
  }

  /* The second half of a double click must not decide the item that has just come into view. */
  tooSoon(event) {
    if (performance.now() - this.since > 400 || !event.target.closest("[data-item] button[data-key]")) return;
    event.preventDefault();
    event.stopPropagation();
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
