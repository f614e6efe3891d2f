// <tick-count> inside a form says how many of its boxes in rows are ticked, while they are. Without it, what the server wrote stands.
class TickCount extends HTMLElement {
  connectedCallback(): void {
    const form = this.closest("form");
    const said = this.querySelector("p");
    if (!form || !said) return;
    const say = () => {
      const count = form.querySelectorAll("td input[type=checkbox]:checked").length;
      const text = (count === 0 ? this.dataset.none : count === 1 ? this.dataset.one : this.dataset.many)?.replace("{0}", String(count)) ?? "";
      if (said.textContent !== text) said.textContent = text;
    };
    form.addEventListener("change", say);
    // Back in the browser shows the boxes as they were left.
    window.addEventListener("pageshow", say);
    say();
  }
}

customElements.define("tick-count", TickCount);
