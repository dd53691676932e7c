/* Rows of a list can be dragged by a handle, by finger or mouse. <drag-order> goes around the list;
   each row has a form.places with buttons, which stay for the keyboard, and which sends "at". */
const EDGE = 80; // pixels from the top or the bottom of the screen
customElements.define("drag-order", class extends HTMLElement {
  connectedCallback() {
    const rows = this.rows();
    if (rows.length > 1) rows.forEach((row) => this.addHandle(row));
  }

  rows() {
    return [...this.querySelectorAll(":scope > ol > li")].filter((row) => row.querySelector("form.places"));
  }

  addHandle(row) {
    const handle = Object.assign(document.createElement("span"), { className: "handle", title: "Drag to move", textContent: "⠿" });
    handle.setAttribute("aria-hidden", "true");
    handle.addEventListener("pointerdown", (event) => this.lift(event, row, handle));
    row.querySelector("form.places").append(handle);
  }

  lift(event, row, handle) {
    if (event.button) return;
    event.preventDefault();
    const from = this.rows().indexOf(row);
    const move = (moved) => { this.y = moved.clientY; };
    const drop = (dropped) => {
      handle.removeEventListener("pointermove", move);
      this.over(row);
      row.classList.remove("lifted");
      if (dropped.type === "pointerup") this.send(row, from);
      else this.back(row, from);
    };
    this.y = event.clientY;
    handle.setPointerCapture(event.pointerId);
    row.classList.add("lifted");
    handle.addEventListener("pointermove", move);
    handle.addEventListener("pointerup", drop, { once: true });
    handle.addEventListener("pointercancel", drop, { once: true });
    this.follow(row);
  }

  /* Frame by frame, so that holding a row at the edge of the screen goes on scrolling. */
  follow(row) {
    if (!row.classList.contains("lifted")) return;
    const edge = this.y < EDGE ? -1 : this.y > innerHeight - EDGE ? 1 : 0;
    if (edge) window.scrollBy({ top: 10 * edge, behavior: "instant" });
    this.over(row);
    requestAnimationFrame(() => this.follow(row));
  }

  over(row) {
    const others = this.rows().filter((each) => each !== row);
    const next = others.find((each) => {
      const box = each.getBoundingClientRect();
      return this.y < box.top + box.height / 2;
    });
    this.put(row, next || null);
  }

  /* The others change places with the row: the row stays in the page, and so keeps the pointer. */
  put(row, next) {
    const up = next && row.compareDocumentPosition(next) & Node.DOCUMENT_POSITION_PRECEDING;
    while (row.nextElementSibling !== next) {
      if (up) row.after(row.previousElementSibling);
      else row.before(row.nextElementSibling);
    }
  }

  back(row, from) {
    this.put(row, this.rows().filter((each) => each !== row)[from] || null);
  }

  send(row, from) {
    const to = this.rows().indexOf(row);
    if (to === from) return;
    const form = row.querySelector("form.places");
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "at", value: to }));
    form.requestSubmit();
  }
});
