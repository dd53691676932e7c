/* Keeps what was typed until the server has it. <keep-draft data-key="…" data-restored="…"
   data-forget="…"> goes around a form; passwords and files are never kept. */
customElements.define("keep-draft", class extends HTMLElement {
  connectedCallback() {
    this.key = `draft:${this.dataset.key || location.pathname}`;
    this.restore();
    this.addEventListener("input", () => this.keep());
    this.addEventListener("submit", () => sessionStorage.setItem("draft-sent", this.key));
    this.addEventListener("htmx:afterRequest", ({ detail }) => detail.successful && detail.elt.matches("form") && this.forget());
  }

  fields() {
    return [...this.querySelectorAll('textarea, input:is([type="text"], [type="url"], :not([type]))')].filter((field) => field.name);
  }

  keep() {
    const words = this.fields().map((field) => [field.name, field.value]);
    try { sessionStorage.setItem(this.key, JSON.stringify(words)); } catch { /* full, or a private window */ }
  }

  restore() {
    const kept = new Map(JSON.parse(sessionStorage.getItem(this.key) || "[]"));
    const lost = this.fields().filter((field) => field.value === field.defaultValue && (kept.get(field.name) ?? field.value).trim() !== field.value.trim());
    if (!lost.length) return this.querySelector(".has-errors") || this.forget();
    lost.forEach((field) => { field.value = kept.get(field.name); });
    const notice = document.createElement("p");
    const forget = document.createElement("button");
    notice.className = "problem warn";
    notice.setAttribute("role", "status");
    notice.textContent = `${this.dataset.restored || "We kept what you had typed."} `;
    forget.type = "button";
    forget.className = "small";
    forget.textContent = this.dataset.forget || "Start afresh";
    forget.addEventListener("click", () => { lost.forEach((field) => { field.value = field.defaultValue; }); this.forget(); notice.remove(); });
    notice.append(forget);
    this.prepend(notice);
    addEventListener("load", () => lost[0].dispatchEvent(new Event("change", { bubbles: true })));
  }

  forget() {
    sessionStorage.removeItem(this.key);
  }
});
/* A form that was sent, and whose page came back as something else than an error or a sign-in, is saved. */
(() => {
  const sent = sessionStorage.getItem("draft-sent");
  const unsure = document.querySelector('[data-error-page], [type="password"], .has-errors, keep-draft');
  if (sent && !unsure) sessionStorage.removeItem(sent);
  sessionStorage.removeItem("draft-sent");
})();
