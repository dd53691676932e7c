/* <work-clock data-now data-starts data-ends> counts down to the end that the server keeps. It goes
   by the server's clock as it was when the page came, so a wrong clock here does no harm. It speaks
   at half the time and at the last minute, and is silent otherwise. */
customElements.define("work-clock", class extends HTMLElement {
  connectedCallback() {
    const [now, starts, ends] = ["now", "starts", "ends"].map((name) => Date.parse(this.dataset[name]));
    this.ends = Date.now() + (ends - now);
    this.half = (ends - starts) / 2;
    this.before = this.ends - Date.now();
    this.tick();
    this.timer = setInterval(() => this.tick(), 1000);
  }

  disconnectedCallback() {
    clearInterval(this.timer);
  }

  tick() {
    const left = this.ends - Date.now();
    const passed = (mark) => this.before > mark && left <= mark;
    if (left > 86400000) return; // a day or more: the date says it better
    this.querySelector("span").textContent = this.words(left);
    this.toggleAttribute("data-short", left < 60000);
    if (left <= 0) this.say("The time is up. Everything that you answered is saved.");
    else if (passed(60000)) this.say("One minute left.");
    else if (passed(this.half)) this.say(`Half of the time is over. ${this.words(left)}.`);
    this.before = left;
    if (left <= 0) clearInterval(this.timer);
  }

  say(words) {
    this.querySelector("output").textContent = words;
  }

  words(left) {
    if (left <= 0) return "The time is up. What you answered is saved.";
    if (left < 60000) return `${Math.ceil(left / 1000)} seconds left`;
    const minutes = Math.ceil(left / 60000);
    const hours = Math.floor(minutes / 60);
    const rest = `${minutes % 60} minute${minutes % 60 === 1 ? "" : "s"}`;
    return hours ? `${hours} hour${hours === 1 ? "" : "s"} ${rest} left` : `${rest} left`;
  }
});
