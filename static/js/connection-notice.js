/* Says so when htmx could not reach the server, or the server failed; offers to try again.
   <connection-notice role="alert" data-offline="…" data-failed="…" data-kept="…" data-again="Try again"> */
customElements.define("connection-notice", class extends HTMLElement {
  connectedCallback() {
    const offline = (event) => this.say(this.dataset.offline, event.detail.elt);
    document.addEventListener("htmx:sendError", offline);
    document.addEventListener("htmx:timeout", offline);
    document.addEventListener("htmx:responseError", (event) => {
      this.say(this.dataset.failed, event.detail.elt);
    });
    document.addEventListener("htmx:afterOnLoad", () => this.replaceChildren());
  }

  say(words, source) {
    const sentence = document.createElement("span");
    sentence.textContent = `${words} ${this.dataset.kept}`;
    const again = document.createElement("button");
    again.type = "button";
    again.textContent = this.dataset.again;
    again.addEventListener("click", () => {
      this.replaceChildren();
      if (source.matches("form")) source.requestSubmit();
      else source.click();
    });
    this.replaceChildren(sentence, again);
  }
});
