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

// <filter-form> around a filter: asks again as soon as something is chosen, with an address that says only what was chosen, and gives the
// field that asked its focus back. Without it, the button asks.
class FilterForm extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector("form");
    if (!form) return;
    const key = `filter ${location.pathname}`;
    const fields = () => Array.from(form.elements).filter((field) => field instanceof HTMLSelectElement || field instanceof HTMLInputElement);
    // What is typed to be searched for keeps its button; everything else is asked for by itself, and by the return key.
    if (!fields().some((field) => field.type === "search")) form.querySelector("button")?.setAttribute("hidden", "");
    const asked = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    if (asked) document.getElementById(asked)?.focus();
    const ask = (field: HTMLElement) => {
      sessionStorage.setItem(key, field.id);
      form.requestSubmit();
    };
    form.addEventListener("change", (event) => {
      if (event.target instanceof HTMLSelectElement || (event.target instanceof HTMLInputElement && event.target.type === "checkbox")) ask(event.target);
    });
    // What is typed is asked for once it is left: a date changes with every digit of its year.
    form.addEventListener("focusout", (event) => {
      const [field, next] = [event.target, event.relatedTarget];
      if (next instanceof Element && (!form.contains(next) || next instanceof HTMLButtonElement)) return;
      if (field instanceof HTMLInputElement && ["date", "month", "number", "search", "text"].includes(field.type) && field.value !== field.defaultValue) ask(field);
    });
    form.addEventListener("submit", () => fields().forEach((field) => (field.disabled ||= field.value === "")));
    // Back in the browser shows the page as it was left: what was empty can be filled again.
    window.addEventListener("pageshow", () => fields().forEach((field) => (field.disabled = false)));
  }
}

customElements.define("live-filter", LiveFilter);
customElements.define("filter-form", FilterForm);
