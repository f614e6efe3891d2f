// Draws a PDF into a <pdf-view>, one page at a time. Nothing of the file is run: no scripts, no forms, no links, no XFA, and this version of
// pdf.js evaluates no text as a program. The worker is our own file; the few picture formats that want WebAssembly, which our pages do not
// allow, are read by the scripts that replace it.
import { AnnotationMode, getDocument, GlobalWorkerOptions, PDFDocumentProxy, RenderTask, TextLayer } from "pdfjs-dist/legacy/build/pdf.mjs";

const smallest = 0.5;
const largest = 4;
const step = 1.25;
const mostPixels = 16_777_216;
const mostImagePixels = 50_000_000;

class Paper {
  private page = 1;
  private zoom = 1;
  private task: RenderTask | null = null;
  private turn = 0;

  constructor(private readonly view: HTMLElement, private readonly file: PDFDocumentProxy) {}

  start(): void {
    this.page = this.within(Number(this.view.dataset.page) || 1);
    this.part("[data-count]").textContent = (this.view.dataset.of ?? "{0}").replace("{0}", String(this.file.numPages));
    const number = this.part<HTMLInputElement>("[data-number]");
    number.max = String(this.file.numPages);
    number.addEventListener("change", () => void this.show(Number(number.value) || this.page));
    this.view.querySelectorAll<HTMLButtonElement>("[data-do]").forEach((button) => button.addEventListener("click", () => void this.act(button.dataset.do ?? "")));
    this.part("[data-desk]").addEventListener("keydown", (event) => this.key(event));
    this.part("[data-paper]").hidden = false;
    this.part<HTMLDetailsElement>("[data-words]").open = false;
    void this.show(this.page);
  }

  private part<T extends HTMLElement = HTMLElement>(selector: string): T {
    return this.view.querySelector<T>(selector)!;
  }

  private within(page: number): number {
    return Math.min(Math.max(1, Math.round(page)), this.file.numPages);
  }

  private act(what: string): Promise<void> {
    if (what === "larger" || what === "smaller") this.zoom = Math.min(Math.max(smallest, this.zoom * (what === "larger" ? step : 1 / step)), largest);
    return this.show(this.page + (what === "next" ? 1 : what === "previous" ? -1 : 0));
  }

  private key(event: KeyboardEvent): void {
    const keys: Record<string, string> = { ArrowRight: "next", PageDown: "next", ArrowLeft: "previous", PageUp: "previous", "+": "larger", "-": "smaller" };
    const what = keys[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Home" || event.key === "End") void this.show(event.key === "Home" ? 1 : this.file.numPages);
    else if (what) void this.act(what);
    else return;
    event.preventDefault();
  }

  private async show(wanted: number): Promise<void> {
    const turn = ++this.turn;
    this.page = this.within(wanted);
    this.tell();
    this.task?.cancel();
    const page = await this.file.getPage(this.page);
    if (turn !== this.turn) return;
    const [desk, sheet, canvas, text] = [this.part("[data-desk]"), this.part("[data-sheet]"), this.part<HTMLCanvasElement>("[data-canvas]"), this.part("[data-text]")];
    const natural = page.getViewport({ scale: 1 });
    const scale = (Math.max(160, desk.clientWidth - 32) / natural.width) * this.zoom;
    const viewport = page.getViewport({ scale });
    const sharp = Math.min(devicePixelRatio || 1, Math.sqrt(mostPixels / (viewport.width * viewport.height)));
    canvas.width = Math.floor(viewport.width * sharp);
    canvas.height = Math.floor(viewport.height * sharp);
    sheet.style.setProperty("--scale-factor", String(scale));
    sheet.style.setProperty("--total-scale-factor", String(scale));
    sheet.style.width = canvas.style.width = `${viewport.width}px`;
    sheet.style.height = canvas.style.height = `${viewport.height}px`;
    this.task = page.render({ canvas, viewport, transform: sharp === 1 ? undefined : [sharp, 0, 0, sharp, 0, 0], annotationMode: AnnotationMode.DISABLE });
    try {
      await this.task.promise;
      text.replaceChildren();
      await new TextLayer({ textContentSource: page.streamTextContent(), container: text, viewport }).render();
      if (turn === this.turn) this.view.dataset.drawn = String(this.page);
    } catch (problem) {
      // Another page was asked for meanwhile; anything else is a page that cannot be drawn, and its text is below.
      if (turn === this.turn && (problem as Error).name !== "RenderingCancelledException") fail(this.view);
    }
  }

  private tell(): void {
    this.part<HTMLInputElement>("[data-number]").value = String(this.page);
    this.part("[data-zoom]").textContent = `${Math.round(this.zoom * 100)} %`;
    const [previous, next] = ["previous", "next"].map((what) => this.part<HTMLButtonElement>(`[data-do=${what}]`));
    previous!.disabled = this.page === 1;
    next!.disabled = this.page === this.file.numPages;
    this.part("[data-desk]").setAttribute("aria-label", `${this.view.dataset.label ?? ""}, ${this.page} / ${this.file.numPages}`);
  }
}

function say(view: HTMLElement, text: string | undefined): void {
  const state = view.querySelector<HTMLElement>("[data-state]");
  if (!state) return;
  state.hidden = !text;
  state.textContent = text ?? "";
}

function fail(view: HTMLElement): void {
  const state = view.querySelector<HTMLElement>("[data-state]");
  view.querySelector<HTMLElement>("[data-paper]")!.hidden = true;
  view.querySelector<HTMLDetailsElement>("[data-words]")!.open = true;
  say(view, state?.dataset.failed);
}

export async function open(view: HTMLElement): Promise<void> {
  const state = view.querySelector<HTMLElement>("[data-state]");
  say(view, state?.dataset.loading);
  GlobalWorkerOptions.workerSrc = view.dataset.worker ?? "";
  const asked = {
    url: view.dataset.file ?? "",
    isEvalSupported: false,
    enableXfa: false,
    useWasm: false,
    wasmUrl: view.dataset.fallback,
    useWorkerFetch: false,
    disableAutoFetch: true,
    maxImageSize: mostImagePixels,
  };
  try {
    new Paper(view, await getDocument(asked).promise).start();
    say(view, undefined);
  } catch {
    fail(view);
  }
}
