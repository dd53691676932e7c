/* Turns the key to the pens into switches, and remembers them on this device.
   <pen-legend data-for="ID of the text"> around a .legend whose <li data-pen="named"> hold a <span>. */
customElements.define("pen-legend", class extends HTMLElement {
  connectedCallback() {
    this.text = document.getElementById(this.dataset.for);
    this.hidden_pens = new Set(this.remembered());
    for (const entry of this.querySelectorAll("[data-pen]")) this.addSwitch(entry);
  }

  addSwitch(entry) {
    const label = entry.querySelector(":scope > span");
    if (!label) return;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...label.childNodes);
    label.replaceWith(button);
    button.addEventListener("click", () => {
      const pen = entry.dataset.pen;
      if (!this.hidden_pens.delete(pen)) this.hidden_pens.add(pen);
      this.remember();
      this.show(button, pen);
    });
    this.show(button, entry.dataset.pen);
  }

  show(button, pen) {
    const off = this.hidden_pens.has(pen);
    button.setAttribute("aria-pressed", String(!off));
    this.text?.classList.toggle(`hide-${pen}`, off);
  }

  remembered() {
    try { return JSON.parse(localStorage.getItem("pens-hidden") || "[]"); } catch { return []; }
  }

  remember() {
    try { localStorage.setItem("pens-hidden", JSON.stringify([...this.hidden_pens])); } catch { /* private window */ }
  }
});
