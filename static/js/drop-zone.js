/* A file may be dropped on the field. <drop-zone> goes around a label, an <input type="file">
   and an <output> that names the file. */
customElements.define("drop-zone", class extends HTMLElement {
  connectedCallback() {
    this.input = this.querySelector('input[type="file"]');
    for (const name of ["dragenter", "dragover"]) this.addEventListener(name, (event) => this.over(event, true));
    for (const name of ["dragleave", "drop"]) this.addEventListener(name, (event) => this.over(event, false));
    this.addEventListener("drop", (event) => {
      if (event.dataTransfer.files.length) this.input.files = event.dataTransfer.files;
      this.tell();
    });
    this.input.addEventListener("change", () => this.tell());
  }

  over(event, inside) {
    event.preventDefault();
    this.classList.toggle("over", inside);
  }

  tell() {
    const file = this.input.files[0];
    const size = file && file.size < 1048576 ? `${Math.ceil(file.size / 1024)} KB` : file && `${(file.size / 1048576).toFixed(1)} MB`;
    this.querySelector("output").textContent = file ? `${file.name} · ${size}` : "";
  }
});
