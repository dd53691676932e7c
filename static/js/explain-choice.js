/* Says below a <select> what the chosen entry means. <explain-choice data-from="ID"> goes around the
   select; the element with that ID holds a [data-choice="value"] for each, with a <dd>. */
customElements.define("explain-choice", class extends HTMLElement {
  connectedCallback() {
    this.words = document.createElement("p");
    this.words.className = "small quiet";
    this.words.setAttribute("aria-live", "polite");
    this.append(this.words);
    this.addEventListener("change", () => this.explain());
    addEventListener("DOMContentLoaded", () => this.explain());
    this.explain();
  }

  explain() {
    const value = this.querySelector("select").value;
    const entry = value && document.getElementById(this.dataset.from)?.querySelector(`[data-choice="${CSS.escape(value)}"] dd`);
    this.words.textContent = entry ? entry.textContent : "";
  }
});
