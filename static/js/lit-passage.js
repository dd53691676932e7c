/* Brings the lit words of a passage into view inside its own box, and leaves the page where it is. */
customElements.define("lit-passage", class extends HTMLElement {
  connectedCallback() {
    requestAnimationFrame(() => {
      const lit = this.querySelector(".lit");
      if (lit) this.scrollTop += lit.getBoundingClientRect().top - this.getBoundingClientRect().top - this.clientHeight / 3;
    });
  }
});
