/* Keeps what was typed and chosen until the server has it. <keep-draft data-key="…"
   data-restored="…" data-forget="…"> goes around a form; passwords and files are never kept. */
customElements.define("keep-draft", class extends HTMLElement {
  connectedCallback() {
    this.key = `draft:${this.dataset.key || location.pathname}`;
    this.restore();
    for (const name of ["input", "change", "words-chosen"]) this.addEventListener(name, () => this.keep());
    this.addEventListener("submit", () => sessionStorage.setItem("draft-sent", this.key));
    this.addEventListener("htmx:afterRequest", ({ detail }) => detail.successful && detail.elt.matches("form") && this.forget());
  }

  fields() {
    const kept = 'textarea, select, input:is([type="text"], [type="url"], [type="date"], [type="radio"], [type="checkbox"], [name="start"], :not([type]))';
    return [...this.querySelectorAll(kept)].filter((field) => field.name);
  }

  ticked(field) {
    return field.type === "radio" || field.type === "checkbox";
  }

  id(field) {
    return this.ticked(field) ? `${field.name}=${field.value}` : field.name;
  }

  value(field) {
    return this.ticked(field) ? String(field.checked) : field.value;
  }

  /* What it held when the page came. */
  first(field) {
    if (this.ticked(field)) return String(field.defaultChecked);
    if (!field.matches("select")) return field.defaultValue;
    return ([...field.options].find((option) => option.defaultSelected) || field.options[0])?.value ?? "";
  }

  put(field, value) {
    if (this.ticked(field)) field.checked = value === "true";
    else field.value = value;
  }

  keep() {
    const words = this.fields().map((field) => [this.id(field), this.value(field)]);
    try { sessionStorage.setItem(this.key, JSON.stringify(words)); } catch { /* full, or a private window */ }
  }

  restore() {
    const kept = new Map(JSON.parse(sessionStorage.getItem(this.key) || "[]"));
    const lost = this.fields().filter((field) => this.value(field) === this.first(field) && (kept.get(this.id(field)) ?? this.value(field)).trim() !== this.value(field).trim());
    if (!lost.length) return this.querySelector(".has-errors") || this.forget();
    lost.forEach((field) => this.put(field, kept.get(this.id(field))));
    this.tell(lost);
    addEventListener("load", () => lost[0].dispatchEvent(new Event("change", { bubbles: true })));
  }

  tell(lost) {
    const notice = document.createElement("p");
    notice.className = "problem warn";
    notice.setAttribute("role", "status");
    notice.textContent = `${this.dataset.restored || "We kept what you had typed."} `;
    const forget = Object.assign(document.createElement("button"), { type: "button", className: "small", textContent: this.dataset.forget || "Start afresh" });
    forget.addEventListener("click", () => { lost.forEach((field) => this.put(field, this.first(field))); this.forget(); notice.remove(); });
    notice.append(forget);
    this.prepend(notice);
  }

  forget() {
    sessionStorage.removeItem(this.key);
  }
});
/* A form that was sent, and whose page came back as something else than an error, a sign-in, or the
   form itself, is saved. */
(() => {
  const sent = sessionStorage.getItem("draft-sent");
  const unsure = document.querySelector('[data-error-page], [type="password"], .has-errors') ||
    [...document.querySelectorAll("keep-draft")].some((form) => form.key === sent);
  if (sent && !unsure) sessionStorage.removeItem(sent);
  sessionStorage.removeItem("draft-sent");
})();
