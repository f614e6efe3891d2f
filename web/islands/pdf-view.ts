// <pdf-view> draws a paper page by page; the viewer is large, and only the page of a file that is one needs it.
class PdfView extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const address = "/assets/pdf-view.js";
    const { open } = (await import(address)) as { open(view: HTMLElement): Promise<void> };
    await open(this);
  }
}

customElements.define("pdf-view", PdfView);
