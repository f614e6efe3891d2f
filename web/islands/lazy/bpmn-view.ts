// Draws a BPMN 2.0 file into a <bpmn-view>, and on its elements what departs from it. Loaded on demand, with its style sheet.
import NavigatedViewer from "bpmn-js/lib/NavigatedViewer";
import "bpmn-js/dist/assets/diagram-js.css";
import "bpmn-js/dist/assets/bpmn-js.css";

const margin = 30;
const leastHeight = 160;

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

interface Overlays {
  add(element: string, overlay: { position: object; html: HTMLElement }): void;
}

function style(): Promise<void> {
  return new Promise((done) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = "/assets/bpmn-view.css";
    link.onload = link.onerror = () => done();
    document.head.append(link);
  });
}

export async function draw(view: HTMLElement): Promise<void> {
  const [answer] = await Promise.all([fetch(view.dataset.model ?? ""), style()]);
  const box = view.querySelector<HTMLElement>("[data-canvas]");
  if (!answer.ok || !box) return;
  box.hidden = false;
  const viewer = new NavigatedViewer({ container: box });
  try {
    await viewer.importXML(await answer.text());
  } catch {
    // A file without a drawing: the list below says everything.
    viewer.destroy();
    box.hidden = true;
    view.querySelector<HTMLElement>("[data-undrawn]")?.removeAttribute("hidden");
    return;
  }

  const canvas = viewer.get<Canvas>("canvas");
  const overlays = viewer.get<Overlays>("overlays");
  const known = viewer.get<{ get(id: string): unknown }>("elementRegistry");
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
