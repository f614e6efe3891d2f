// <live-filter> around a slider: shows its value while it moves, and asks again when it is let go. Without it, "Afficher" asks.
class LiveFilter extends HTMLElement {
  connectedCallback(): void {
    const range = this.querySelector("input");
    const output = this.querySelector("output");
    if (!range || !output) return;
    range.addEventListener("input", () => (output.textContent = range.value));
    range.addEventListener("change", () => range.form?.requestSubmit());
  }
}

customElements.define("live-filter", LiveFilter);
