/* <pass-key data-do="create|get">: its form opens the browser's passkey dialogue, then posts what that
   gave. The options are on the page (data-options) or at an address (data-from). */
customElements.define("pass-key", class extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector("form");
    const asks = this.dataset.do === "create" || this.dataset.options;
    if (!window.PublicKeyCredential || /^[\d.]+$|^\[/.test(location.hostname)) {
      if (asks) this.say("Passkeys do not work at this address, or not in this browser.");
      return;
    }
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.run(form);
    });
    form.querySelector("button").addEventListener("click", () => this.run(form));
  }

  say(words) {
    this.querySelector("[role=alert]").textContent = words;
  }

  async options() {
    if (this.dataset.options) {
      const found = JSON.parse(document.getElementById(this.dataset.options).textContent);
      return found.creation_options ?? found.request_options;
    }
    const answer = await fetch(this.dataset.from, { headers: { Accept: "application/json" } });
    return (await answer.json()).request_options;
  }

  async run(form) {
    this.say("");
    try {
      const options = await this.options();
      const create = this.dataset.do === "create";
      if (create) {
        const chosen = options.publicKey.authenticatorSelection;
        Object.assign(chosen, { residentKey: "required", requireResidentKey: true, userVerification: "required" });
      }
      const credential = await window.webauthnJSON[create ? "create" : "get"](options);
      form.elements.credential.value = JSON.stringify(credential);
      form.submit();
    } catch {
      this.say("That did not work, or you stopped it. Nothing has changed. Try again when you like.");
    }
  }
});
