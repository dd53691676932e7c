// <print-button>: opens the browser's own print window. Without JavaScript the menu does the same.
customElements.define(
  "print-button",
  class extends HTMLElement {
    connectedCallback() {
      const button = document.createElement("button");
      button.type = "button";
      button.className = this.dataset.look ?? "primary small";
      button.textContent = "Print";
      button.addEventListener("click", () => window.print());
      this.replaceChildren(button);
    }
  },
);
