// Draws a BPMN 2.0 file into a <bpmn-view>, and on its elements what departs from it. Loaded on demand, with its style sheet.
import NavigatedViewer from "bpmn-js/lib/NavigatedViewer";
import "bpmn-js/dist/assets/diagram-js.css";
import "bpmn-js/dist/assets/bpmn-js.css";
import { colours, style, textOf } from "./bpmn-text";

const margin = 30;
const leastHeight = 160;

// Names of colours that a file gives to an element of its drawing.
const ownColours = ["color:background-color", "color:border-color", "bioc:fill", "bioc:stroke"];

interface Mark {
  element: string;
  kind: string;
  text: string;
  title: string;
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Canvas {
  viewbox(): { inner: Box };
  viewbox(box: Box): void;
  resized(): void;
  addMarker(element: string, name: string): void;
}

interface Drawn {
  id: string;
  di?: { get(name: string): unknown };
}

interface Registry {
  get(id: string): unknown;
  filter(keep: (element: Drawn) => boolean): Drawn[];
}

interface Overlays {
  add(element: string, overlay: { position: object; html: HTMLElement }): void;
}

export async function draw(view: HTMLElement): Promise<void> {
  const [answer] = await Promise.all([fetch(view.dataset.model ?? ""), style("/assets/bpmn-view.css")]);
  const box = view.querySelector<HTMLElement>("[data-canvas]");
  if (!answer.ok || !box) return;
  box.hidden = false;
  const viewer = new NavigatedViewer({ container: box, bpmnRenderer: colours });
  try {
    await viewer.importXML(await textOf(answer));
  } catch {
    // A file without a drawing: the list below says everything.
    viewer.destroy();
    box.hidden = true;
    view.querySelector<HTMLElement>("[data-undrawn]")?.removeAttribute("hidden");
    return;
  }

  const canvas = viewer.get<Canvas>("canvas");
  const overlays = viewer.get<Overlays>("overlays");
  const known = viewer.get<Registry>("elementRegistry");

  // What the file colours itself was coloured for white paper: it keeps that around it.
  for (const element of known.filter((one) => ownColours.some((name) => one.di?.get(name)))) canvas.addMarker(element.id, "pu-bpmn-own");

  for (const mark of JSON.parse(view.dataset.marks ?? "[]") as Mark[]) {
    if (!known.get(mark.element)) continue;
    canvas.addMarker(mark.element, `pu-bpmn-${mark.kind}`);
    const html = document.createElement("div");
    html.className = `pu-bpmn-mark pu-bpmn-mark-${mark.kind}`;
    html.textContent = mark.text;
    html.title = mark.title;
    overlays.add(mark.element, { position: { top: -14, right: 18 }, html });
  }

  // The whole drawing, with room for the figures that stand on its upper edge.
  const { inner } = canvas.viewbox();
  const wanted = Math.max(leastHeight, (box.clientWidth * (inner.height + 2 * margin)) / (inner.width + 2 * margin));
  if (wanted < box.clientHeight) {
    box.style.height = `${Math.round(wanted)}px`;
    canvas.resized();
  }

  canvas.viewbox({ x: inner.x - margin, y: inner.y - margin, width: inner.width + 2 * margin, height: inner.height + 2 * margin });
}
