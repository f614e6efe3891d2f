// The editor of process models in a <bpmn-edit>: bpmn-js with a menu of all elements that the keyboard reaches (N creates, A appends). What is drawn is kept in
// this browser until it is saved; saving sends the form of the page, which makes a new version.
import Modeler from "bpmn-js/lib/Modeler";
import { CreateAppendAnythingModule } from "bpmn-js-create-append-anything";
import "bpmn-js/dist/assets/diagram-js.css";
import "bpmn-js/dist/assets/bpmn-js.css";
import "bpmn-js/dist/assets/bpmn-font/css/bpmn.css";
import { createStore, del, entries, get, set } from "idb-keyval";
import { colours, style, textOf } from "./bpmn-text";
import { french } from "./bpmn-words";

const keepAfterMs = 1500;
const paletteWidth = 130;
const margin = 24;
const keptMs = 7 * 24 * 60 * 60 * 1000;
const store = createStore("pupitre-drawings", "kept");

interface Kept {
  model: string;
  /** Newest version when it was drawn: once there is a newer one after sending, it has been saved. */
  latest: string;
  isSent: boolean;
  at: number;
}

interface Stack {
  canUndo(): boolean;
  canRedo(): boolean;
  undo(): void;
  redo(): void;
}

interface Canvas {
  viewbox(): { inner: DOMRect; outer: DOMRect };
  viewbox(box: { x: number; y: number; width: number; height: number }): void;
  zoom(to: number): number;
  zoom(): number;
  focus(): void;
}

function translated(template: string, values: Record<string, string> = {}): string {
  return (french[template] ?? template).replace(/{([^}]+)}/g, (whole, name: string) => (values[name] === undefined ? whole : french[values[name]] ?? values[name]));
}

// What nobody came back for: drawings do not stay in a browser that others use.
async function forgetOld(): Promise<void> {
  for (const [key, { at }] of await entries<string, Kept>(store)) if (Date.now() - at > keptMs) await del(key, store);
}

export async function edit(view: HTMLElement): Promise<void> {
  const form = view.closest("form");
  const box = view.querySelector<HTMLElement>("[data-canvas]");
  const field = form?.querySelector<HTMLTextAreaElement>("textarea[name=model]");
  if (!form || !box || !field) return;
  const part = (name: string): HTMLElement | null => form.querySelector<HTMLElement>(`[data-${name}]`);
  const button = (name: string): HTMLButtonElement | null => form.querySelector<HTMLButtonElement>(`button[value=${name}]`);
  const say = (name: string): void => {
    for (const other of ["busy", "broken", "ready", "changed"]) part(other)?.toggleAttribute("hidden", other !== name);
    part("tools")?.toggleAttribute("hidden", name === "busy" || name === "broken");
  };

  say("busy");
  const { model: address = "", key = "", latest = "" } = view.dataset;
  const [answer] = await Promise.all([fetch(address), style("/assets/bpmn-edit.css")]);
  if (!answer.ok) return say("broken");
  const opened = await textOf(answer);
  const additionalModules: Record<string, unknown>[] = [CreateAppendAnythingModule];
  if (document.documentElement.lang === "fr") additionalModules.push({ translate: ["value", translated] });
  box.hidden = false;
  const modeler = new Modeler({ container: box, bpmnRenderer: colours, additionalModules });
  const stack = modeler.get<Stack>("commandStack");
  const canvas = modeler.get<Canvas>("canvas");

  // The whole drawing, beside the palette and not under it; small ones are not blown up.
  const fit = (): void => {
    const { inner, outer } = canvas.viewbox();
    const scale = Math.min(1, (outer.width - paletteWidth - margin) / inner.width, (outer.height - 2 * margin) / inner.height);
    canvas.viewbox({ x: inner.x - paletteWidth / scale, y: inner.y - margin / scale, width: outer.width / scale, height: outer.height / scale });
  };

  const open = async (model: string): Promise<boolean> => {
    try {
      await modeler.importXML(model);
      fit();
      return true;
    } catch {
      return false;
    }
  };

  if (!(await open(opened))) {
    box.hidden = true;
    return say("broken");
  }

  await forgetOld().catch(() => undefined);

  // What an earlier visit drew and did not save: offered, never taken without a word.
  const kept = await get<Kept>(key, store).catch(() => undefined);
  const isSaved = kept?.isSent === true && kept.latest !== latest;
  if (isSaved) await del(key, store).catch(() => undefined);
  part("kept")?.toggleAttribute("hidden", !kept || isSaved);

  let [isChanged, isSending, waiting] = [false, false, 0];
  const xml = async (): Promise<string> => (await modeler.saveXML({ format: true })).xml ?? "";
  const keep = async (isSent: boolean): Promise<void> => {
    // No room, or a private window: the page still asks before it is left.
    await set(key, { model: await xml(), latest, isSent, at: Date.now() } satisfies Kept, store).catch(() => undefined);
  };

  const show = (): void => {
    button("save")?.toggleAttribute("disabled", !isChanged);
    button("undo")?.toggleAttribute("disabled", !stack.canUndo());
    button("redo")?.toggleAttribute("disabled", !stack.canRedo());
    say(isChanged ? "changed" : "ready");
  };

  modeler.on("commandStack.changed", () => {
    isChanged = true;
    part("kept")?.setAttribute("hidden", "");
    show();
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => void keep(false), keepAfterMs);
  });

  const acts: Record<string, () => void> = {
    undo: () => stack.undo(),
    redo: () => stack.redo(),
    fit,
    larger: () => canvas.zoom(canvas.zoom() * 1.25),
    smaller: () => canvas.zoom(canvas.zoom() / 1.25),
    take: () => {
      part("kept")?.setAttribute("hidden", "");
      void open(kept?.model ?? opened).then(() => {
        isChanged = true;
        show();
      });
    },
    forget: () => {
      part("kept")?.setAttribute("hidden", "");
      void del(key, store).catch(() => undefined);
    },
  };

  form.addEventListener("click", (event) => {
    const pressed = (event.target as Element).closest<HTMLButtonElement>("button[type=button][value]");
    const act = pressed && acts[pressed.value];
    if (act) act();
  });

  form.addEventListener("submit", (event) => {
    if (isSending) return;
    event.preventDefault();
    void xml().then(async (model) => {
      field.value = model;
      await keep(true);
      isSending = true;
      form.submit();
    });
  });

  window.addEventListener("beforeunload", (event) => {
    if (isChanged && !isSending) event.preventDefault();
  });
  show();
  canvas.focus();
}
