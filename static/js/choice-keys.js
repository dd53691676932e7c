/* A, B, C or 1, 2, 3 pick an answer; Enter sends it. <choice-keys> goes around the form. */
customElements.define("choice-keys", class extends HTMLElement {
  connectedCallback() {
    this.listen = (event) => this.pressed(event);
    document.addEventListener("keydown", this.listen);
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this.listen);
  }

  pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (!event.target.contains(this) && !this.contains(event.target)) return;
    if (event.target.closest('textarea, select, summary, a, button, input:not([type="radio"])')) return;
    const choices = [...this.querySelectorAll('.choices input[type="radio"]')];
    const key = event.key.toUpperCase();
    const index = /^[1-9]$/.test(key) ? Number(key) - 1 : key.length === 1 ? key.charCodeAt(0) - 65 : -1;
    if (choices[index]) {
      choices[index].checked = true;
      choices[index].focus();
    } else if (key === "ENTER" && choices.some((choice) => choice.checked)) {
      event.preventDefault();
      this.querySelector("form").requestSubmit();
    }
  }
});
