/* <read-aloud data-reads="#stem"> puts a button where it stands that reads those words out in the
   browser's own voice, and stops when pressed again. Where the browser has no voice there is none. */
customElements.define("read-aloud", class extends HTMLElement {
  connectedCallback() {
    this.button = this.querySelector("button");
    this.button.addEventListener("click", () => this.press());
    if (!("speechSynthesis" in window)) return;
    this.look = () => { this.button.hidden = !speechSynthesis.getVoices().length; };
    speechSynthesis.addEventListener?.("voiceschanged", this.look);
    this.look();
  }

  disconnectedCallback() {
    if (!this.look) return;
    speechSynthesis.removeEventListener?.("voiceschanged", this.look);
    this.stop();
  }

  press() {
    const reading = this.button.getAttribute("aria-pressed") === "true";
    speechSynthesis.cancel();
    if (!reading) this.start();
  }

  start() {
    const spoken = new SpeechSynthesisUtterance(this.words());
    spoken.lang = document.documentElement.lang;
    spoken.onend = spoken.onerror = () => this.button.setAttribute("aria-pressed", "false");
    this.button.setAttribute("aria-pressed", "true");
    speechSynthesis.speak(spoken);
  }

  stop() {
    if (this.button.getAttribute("aria-pressed") === "true") speechSynthesis.cancel();
  }

  words() {
    const what = this.dataset.reads ? document.querySelectorAll(this.dataset.reads) : [this.parentElement];
    const plain = [...what].map((each) => {
      const copy = each.cloneNode(true);
      copy.querySelectorAll("read-aloud, button, .vh, script").forEach((extra) => extra.remove());
      return copy.textContent.replace(/\s+/g, " ").trim();
    });
    return plain.join(". ");
  }
});
