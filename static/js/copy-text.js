// <copy-text data-from="id">: a button that copies a field. Without JavaScript the field is selected by hand.
customElements.define(
  "copy-text",
  class extends HTMLElement {
    connectedCallback() {
      const field = document.getElementById(this.dataset.from);
      const button = document.createElement("button");
      button.type = "button";
      button.className = "small";
      button.textContent = "Copy";
      button.addEventListener("click", async () => {
        field.select();
        try {
          await navigator.clipboard.writeText(field.value);
          button.textContent = "Copied";
        } catch {
          button.textContent = "Selected: now copy it"; // no clipboard outside HTTPS
        }
        setTimeout(() => (button.textContent = "Copy"), 4000);
      });
      this.setAttribute("aria-live", "polite");
      this.replaceChildren(button);
    }
  },
);
