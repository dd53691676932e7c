/* Words selected in the text fill a form: [name=start] (code points of the whole text),
   [name=exact], and an <output>. <select-words data-for="ID of the text"> goes around the form.
   Each block of the text carries data-start, its offset; .vh inside a block is not counted. */
customElements.define("select-words", class extends HTMLElement {
  connectedCallback() {
    this.listen = () => this.changed();
    document.addEventListener("selectionchange", this.listen);
    this.addEventListener("reset", () => this.classList.remove("has-words"));
  }

  disconnectedCallback() {
    document.removeEventListener("selectionchange", this.listen);
  }

  changed() {
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    const text = document.getElementById(this.dataset.for);
    if (!text?.contains(range.commonAncestorContainer)) return;
    const start = this.offset(range.startContainer, range.startOffset);
    const end = this.offset(range.endContainer, range.endOffset);
    if (start !== null && end !== null && start < end) this.fill(start, this.words(range).trim());
  }

  offset(node, at) {
    const block = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
    if (!block) return null;
    const before = document.createRange();
    before.selectNodeContents(block);
    before.setEnd(node, at);
    return Number(block.dataset.start) + [...this.words(before)].length;
  }

  words(range) {
    const copy = range.cloneContents();
    copy.querySelectorAll(".vh").forEach((spoken) => spoken.remove());
    return copy.textContent;
  }

  fill(start, exact) {
    for (const [name, value] of Object.entries({ start, exact })) {
      const field = this.querySelector(`[name="${name}"]`);
      if (field) field.value = value;
    }
    const output = this.querySelector("output");
    if (output) output.textContent = `“${exact}”`;
    this.classList.add("has-words");
    this.dispatchEvent(new CustomEvent("words-chosen", { bubbles: true }));
  }
});
