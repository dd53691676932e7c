/* Rows of a list can be dragged by a handle, with a finger or a mouse. <drag-order> goes around the
   list; each row has a form.places with up and down buttons, which stay for the keyboard. The new
   place is sent by that form, as "at". */
customElements.define("drag-order", class extends HTMLElement {
  connectedCallback() {
    const rows = this.rows();
    if (rows.length > 1) rows.forEach((row) => this.addHandle(row));
  }

  rows() {
    return [...this.querySelectorAll(":scope > ol > li")].filter((row) => row.querySelector("form.places"));
  }

  addHandle(row) {
    const handle = document.createElement("span");
    handle.className = "handle";
    handle.title = "Drag to move";
    handle.setAttribute("aria-hidden", "true");
    handle.textContent = "⠿";
    handle.addEventListener("pointerdown", (event) => this.lift(event, row, handle));
    row.querySelector("form.places").append(handle);
  }

  lift(event, row, handle) {
    if (event.button) return;
    event.preventDefault();
    const from = this.rows().indexOf(row);
    const move = (moved) => this.over(moved.clientY, row);
    const drop = (dropped) => {
      handle.removeEventListener("pointermove", move);
      row.classList.remove("lifted");
      if (dropped.type === "pointerup") this.send(row, from);
      else this.back(row, from);
    };
    handle.setPointerCapture(event.pointerId);
    row.classList.add("lifted");
    handle.addEventListener("pointermove", move);
    handle.addEventListener("pointerup", drop, { once: true });
    handle.addEventListener("pointercancel", drop, { once: true });
  }

  over(y, row) {
    if (y < 80) window.scrollBy(0, -12);
    if (y > innerHeight - 80) window.scrollBy(0, 12);
    const under = this.rows().find((each) => {
      const box = each.getBoundingClientRect();
      return each !== row && y > box.top && y < box.bottom;
    });
    if (!under) return;
    const box = under.getBoundingClientRect();
    if (y < box.top + box.height / 2) under.before(row);
    else under.after(row);
  }

  back(row, from) {
    const others = this.rows().filter((each) => each !== row);
    if (others[from]) others[from].before(row);
    else others.at(-1).after(row);
  }

  send(row, from) {
    const to = this.rows().indexOf(row);
    if (to === from) return;
    const form = row.querySelector("form.places");
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "at", value: to }));
    form.requestSubmit();
  }
});
