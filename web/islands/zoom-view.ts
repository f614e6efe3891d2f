import { Light } from "./map-light";

const smallest = 0.1;
const largest = 3;
const step = 1.25;
const dragFromPx = 4;
const wheelSpeed = 0.002;
const keptAfterMs = 250;

// <zoom-view> around a picture in its frame: larger and smaller by buttons, by + - 0, by the wheel with Ctrl and by two fingers; moved by dragging, and by the frame's own bars and arrow
// keys. Nothing moves by itself. How it is looked at is kept with the entry of the browser's history: back shows it as it was left. Without it, the picture scrolls in its frame.
class ZoomView extends HTMLElement {
  private frame!: HTMLElement;
  private picture!: SVGSVGElement;
  private natural = { width: 0, height: 0 };
  private scale = 1;
  private timer = 0;

  connectedCallback(): void {
    const frame = this.querySelector<HTMLElement>("[data-frame]");
    const picture = frame?.querySelector("svg");
    if (!frame || !picture) return;
    [this.frame, this.picture] = [frame, picture];
    this.natural = { width: picture.width.baseVal.value, height: picture.height.baseVal.value };
    for (const part of this.querySelectorAll<HTMLElement>("[data-tools], [data-words]")) part.hidden = false;
    for (const button of this.querySelectorAll<HTMLButtonElement>("button[data-zoom]")) button.addEventListener("click", () => this.act(button.dataset.zoom ?? ""));
    this.addEventListener("keydown", (event) => this.key(event));
    frame.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    frame.addEventListener("scroll", () => this.keepSoon(), { passive: true });
    this.drags();
    this.pinches();
    const words = this.querySelector<HTMLElement>("[data-words]");
    if (words) new Light(picture, words).start();
    const kept = (history.state as Record<string, number[]> | null)?.[this.place];
    if (kept) this.show(kept[0] ?? 1, kept[1] ?? 0, kept[2] ?? 0);
    this.tell();
  }

  private get place(): string {
    return `zoom ${[...document.querySelectorAll("zoom-view")].indexOf(this)}`;
  }

  private act(what: string): void {
    // The frame is as high as its picture until it may grow no more.
    const { maxHeight, paddingLeft, paddingTop } = getComputedStyle(this.frame);
    const width = this.frame.clientWidth - 2 * parseFloat(paddingLeft);
    const height = (parseFloat(maxHeight) || Infinity) - 2 * parseFloat(paddingTop);
    const fits = Math.min(1, width / this.natural.width, height / this.natural.height);
    this.zoom(what === "larger" ? this.scale * step : what === "smaller" ? this.scale / step : what === "fit" ? fits : 1);
  }

  private key(event: KeyboardEvent): void {
    const what = ({ "+": "larger", "=": "larger", "-": "smaller", "0": "same" } as Record<string, string>)[event.key];
    if (!what || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.act(what);
  }

  private wheel(event: WheelEvent): void {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const box = this.frame.getBoundingClientRect();
    this.zoom(this.scale * Math.exp(-event.deltaY * wheelSpeed), event.clientX - box.left, event.clientY - box.top);
  }

  // What lies under the point stays there; the middle where none is given.
  private zoom(wanted: number, x = this.frame.clientWidth / 2, y = this.frame.clientHeight / 2): void {
    const scale = Math.min(Math.max(smallest, wanted), largest);
    const grown = scale / this.scale;
    this.show(scale, (this.frame.scrollLeft + x) * grown - x, (this.frame.scrollTop + y) * grown - y);
    this.tell();
    this.keepSoon();
  }

  private show(scale: number, left: number, top: number): void {
    this.scale = scale;
    this.picture.setAttribute("width", String(this.natural.width * scale));
    this.picture.setAttribute("height", String(this.natural.height * scale));
    [this.frame.scrollLeft, this.frame.scrollTop] = [left, top];
  }

  private tell(): void {
    const said = this.querySelector("[data-scale]");
    if (said) said.textContent = `${Math.round(this.scale * 100)} %`;
    for (const [what, at] of [["smaller", smallest], ["larger", largest]] as const) {
      this.querySelector(`button[data-zoom=${what}]`)?.setAttribute("aria-disabled", String(this.scale === at));
    }
  }

  private keepSoon(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.keep(), keptAfterMs);
  }

  private keep(): void {
    history.replaceState({ ...(history.state as object | null), [this.place]: [this.scale, this.frame.scrollLeft, this.frame.scrollTop] }, "");
  }

  // A mouse takes hold of the picture anywhere, on a box too: what moved further than a tremble is no click.
  private drags(): void {
    let from: { x: number; y: number; left: number; top: number } | null = null;
    let moved = false;
    this.frame.addEventListener("dragstart", (event) => event.preventDefault());
    this.frame.addEventListener("pointerdown", (event) => {
      moved = false;
      from = event.pointerType === "touch" || event.button !== 0 ? null : { x: event.clientX, y: event.clientY, left: this.frame.scrollLeft, top: this.frame.scrollTop };
    });
    this.frame.addEventListener("pointermove", (event) => {
      // A frame's own bar lets go without a word.
      if (!(event.buttons & 1)) from = null;
      if (!from) return;
      const [x, y] = [event.clientX - from.x, event.clientY - from.y];
      if (!moved && Math.hypot(x, y) < dragFromPx) return;
      if (!moved) this.frame.setPointerCapture(event.pointerId);
      moved = true;
      [this.frame.scrollLeft, this.frame.scrollTop] = [from.left - x, from.top - y];
    });
    for (const end of ["pointerup", "pointercancel"]) this.frame.addEventListener(end, () => (from = null));
    this.frame.addEventListener("click", (event) => {
      if (moved) event.preventDefault();
      else this.keep();
    }, { capture: true });
  }

  private pinches(): void {
    let before: { far: number; scale: number } | null = null;
    const far = (event: TouchEvent) => Math.hypot(event.touches[0]!.clientX - event.touches[1]!.clientX, event.touches[0]!.clientY - event.touches[1]!.clientY);
    this.frame.addEventListener("touchstart", (event) => (before = event.touches.length === 2 ? { far: far(event), scale: this.scale } : null), { passive: true });
    this.frame.addEventListener("touchmove", (event) => {
      if (event.touches.length !== 2 || !before) return;
      event.preventDefault();
      const box = this.frame.getBoundingClientRect();
      const [one, other] = [event.touches[0]!, event.touches[1]!];
      this.zoom((before.scale * far(event)) / Math.max(1, before.far), (one.clientX + other.clientX) / 2 - box.left, (one.clientY + other.clientY) / 2 - box.top);
    }, { passive: false });
  }
}

customElements.define("zoom-view", ZoomView);
