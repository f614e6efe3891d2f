// Draws a BPMN 2.0 file into a <bpmn-view>, and on its elements what departs from it. Loaded on demand, with its style sheet.
import NavigatedViewer from "bpmn-js/lib/NavigatedViewer";
import "bpmn-js/dist/assets/diagram-js.css";
import "bpmn-js/dist/assets/bpmn-js.css";

const margin = 30;
const leastHeight = 160;
const declarationLength = 300;

// The page's own colours, so that the drawing follows light and dark, also when they change while it is shown (app.css has them for paper).
const colours = { defaultFillColor: "var(--pu-paper)", defaultStrokeColor: "var(--pu-ink)", defaultLabelColor: "var(--pu-ink)" };

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

function style(): Promise<void> {
  return new Promise((done) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = "/assets/bpmn-view.css";
    link.onload = link.onerror = () => done();
    document.head.append(link);
  });
}

// The file as its XML declaration says, which may be that of Windows: fetch would read everything as UTF-8.
async function textOf(answer: Response): Promise<string> {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "";
  const start = new TextDecoder("iso-8859-1").decode(bytes.subarray(0, declarationLength));
  const declared = /^<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._:-]+)["']/.exec(start)?.[1] ?? "utf-8";
  try {
    return new TextDecoder(marked || declared).decode(bytes);
  } catch {
    // An encoding that browsers do not know.
    return new TextDecoder().decode(bytes);
  }
}

export async function draw(view: HTMLElement): Promise<void> {
  const [answer] = await Promise.all([fetch(view.dataset.model ?? ""), style()]);
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
