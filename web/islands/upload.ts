// Sends a form with files by itself, so that the bar in `bar` moves while they travel. What the server answers is what the form alone would
// have shown: the page that it leads to, or the page of a refusal. Large files go in pieces, which outlive the page (see kept-upload).
import { keep, send } from "./kept-upload";
import { begin, end, fill, mega, show, state } from "./upload-bar";

const header = "X-Pupitre-Upload";

export async function upload(form: HTMLFormElement, bar: HTMLElement): Promise<void> {
  if (bar.dataset.busy !== undefined) return;
  const tooLarge = largest(form, Number(bar.dataset.maxBytes));
  if (tooLarge) {
    end(bar, fill(bar.dataset.tooLarge, tooLarge.name, mega(tooLarge.size), mega(Number(bar.dataset.maxBytes))));
    return;
  }

  begin(bar, bar.dataset.sending);
  const kept = await keep(form);
  if (kept) await send(kept, bar, (request) => follow(request, bar));
  else whole(form, bar);
}

function whole(form: HTMLFormElement, bar: HTMLElement): void {
  const request = new XMLHttpRequest();
  const started = performance.now();
  const cancel = bar.querySelector("button");
  const abort = (): void => request.abort();
  const stop = (words: string | undefined): void => {
    window.removeEventListener("beforeunload", warn);
    cancel?.removeEventListener("click", abort);
    end(bar, words);
  };
  request.open("POST", form.action);
  request.setRequestHeader(header, "1");
  request.upload.addEventListener("progress", (event) => show(bar, event.loaded, event.total, event.loaded, (performance.now() - started) / 1000));
  request.upload.addEventListener("load", () => {
    window.removeEventListener("beforeunload", warn);
    if (cancel) cancel.hidden = true;
    state(bar, bar.dataset.arrived);
  });
  request.addEventListener("error", () => stop(bar.dataset.broken));
  request.addEventListener("abort", () => stop(bar.dataset.cancelled));
  request.addEventListener("load", () => follow(request, bar));
  cancel?.addEventListener("click", abort);
  window.addEventListener("beforeunload", warn);
  request.send(new FormData(form));
}

// While the bytes travel, leaving the page would cut them: the browser asks first. Once they are here, it does not matter.
function warn(event: Event): void {
  event.preventDefault();
}

function largest(form: HTMLFormElement, maxBytes: number): File | undefined {
  const files = [...form.querySelectorAll<HTMLInputElement>("input[type=file]")].flatMap((input) => [...(input.files ?? [])]);
  return files.find((file) => file.size > maxBytes);
}

function follow(request: XMLHttpRequest, bar: HTMLElement): void {
  const address = request.getResponseHeader("Location");
  if (address) {
    const before = window.location.href;
    window.location.assign(address);
    // The same page under another fragment is not asked for by itself.
    if (new URL(address, before).href.split("#")[0] === before.split("#")[0]) window.location.reload();
    return;
  }

  end(bar, undefined);
  const page = new DOMParser().parseFromString(request.responseText, "text/html");
  const [from, to] = [page.querySelector("main"), document.querySelector("main")];
  if (!from || !to) {
    window.location.reload();
    return;
  }

  document.title = page.title;
  to.replaceWith(from);
  from.focus();
  window.scrollTo(0, 0);
}
