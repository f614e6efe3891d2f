// <live-preview field="..."> inside a form shows what the form would mean while it is edited: the form is sent as its preview button
// would, and what the server rendered inside this element takes the place of what was there.
const pauseMs = 600;

class LivePreview extends HTMLElement {
  private timer = 0;
  private sent = 0;

  connectedCallback(): void {
    const form = this.closest("form");
    form?.addEventListener("input", () => this.soon());
    form?.addEventListener("change", () => this.soon());
    if (!this.children.length || this.querySelector("[data-empty]")) void this.show();
  }

  disconnectedCallback(): void {
    window.clearTimeout(this.timer);
  }

  private soon(): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.show(), pauseMs);
  }

  private async show(): Promise<void> {
    const form = this.closest("form");
    const field = this.getAttribute("field");
    if (!form || !field) return;
    const body = new FormData(form);
    body.set(field, "true");
    // Looking is not sending: the key that keeps a form from being saved twice stays unused.
    body.delete("_once");
    const turn = ++this.sent;
    try {
      const answer = await fetch(form.action, { method: "POST", body });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const shown = page.querySelector(`live-preview[field="${field}"]`);
      if (turn === this.sent) this.replaceChildren(...(shown?.childNodes ?? []));
    } catch {
      // Without an answer the last preview stays; the button asks again.
    }
  }
}

customElements.define("live-preview", LivePreview);
