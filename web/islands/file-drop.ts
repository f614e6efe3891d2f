// <file-drop> around an upload form: files dropped on it are put into the form's file input and sent, and a bar shows how far they are.
import { upload } from "./upload";

class FileDrop extends HTMLElement {
  connectedCallback(): void {
    const zone: EventTarget = this.hasAttribute("whole-page") ? document.body : this;
    zone.addEventListener("dragover", (event) => this.over(event as DragEvent));
    zone.addEventListener("dragleave", () => this.classList.remove("is-over"));
    zone.addEventListener("drop", (event) => this.drop(event as DragEvent));
    this.querySelector("input[type=file]")?.addEventListener("change", () => this.announce());
    this.querySelector("form")?.addEventListener("submit", (event) => this.send(event));
  }

  private over(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    this.classList.add("is-over");
  }

  private drop(event: DragEvent): void {
    const files = event.dataTransfer?.files;
    const input = this.querySelector<HTMLInputElement>("input[type=file]");
    if (!files?.length || !input?.form) return;
    event.preventDefault();
    this.classList.remove("is-over");
    input.files = files;
    // How far it is must be in sight, even where the place to drop waits behind a title.
    this.closest("details")?.setAttribute("open", "");
    input.form.requestSubmit();
  }

  private send(event: SubmitEvent): void {
    const bar = this.querySelector<HTMLElement>("[data-upload]");
    if (!bar) return;
    event.preventDefault();
    void upload(event.target as HTMLFormElement, bar);
  }

  private announce(): void {
    const input = this.querySelector<HTMLInputElement>("input[type=file]");
    const names = this.querySelector("[data-names]");
    if (input?.files && names) names.textContent = [...input.files].map((file) => file.name).join(", ");
  }
}

customElements.define("file-drop", FileDrop);
