// Sends a form with files by itself, so that the bar in `bar` moves while they travel. What the server answers is what the form alone would
// have shown: the page that it leads to, or the page of a refusal. The words come from the server, in the reader's language.
const header = "X-Pupitre-Upload";
const byteInMega = 1 << 20;
const fewestSeconds = 2;
const secondsInMinute = 60;

export function upload(form: HTMLFormElement, bar: HTMLElement): void {
  if (bar.dataset.busy !== undefined) return;
  const tooLarge = largest(form, Number(bar.dataset.maxBytes));
  if (tooLarge) {
    say(bar, fill(bar.dataset.tooLarge, tooLarge.name, mega(tooLarge.size), mega(Number(bar.dataset.maxBytes))));
    return;
  }

  const request = new XMLHttpRequest();
  const started = performance.now();
  const cancel = bar.querySelector("button");
  const abort = (): void => request.abort();
  const end = (words: string): void => {
    window.removeEventListener("beforeunload", warn);
    cancel?.removeEventListener("click", abort);
    delete bar.dataset.busy;
    say(bar, words);
  };
  request.open("POST", form.action);
  request.setRequestHeader(header, "1");
  request.upload.addEventListener("progress", (event) => show(bar, event, (performance.now() - started) / 1000));
  request.upload.addEventListener("load", () => {
    window.removeEventListener("beforeunload", warn);
    if (cancel) cancel.hidden = true;
    state(bar, bar.dataset.arrived);
  });
  request.addEventListener("error", () => end(bar.dataset.broken ?? ""));
  request.addEventListener("abort", () => end(bar.dataset.cancelled ?? ""));
  request.addEventListener("load", () => follow(request, end));
  cancel?.addEventListener("click", abort);
  window.addEventListener("beforeunload", warn);
  begin(bar, cancel);
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

function begin(bar: HTMLElement, cancel: HTMLButtonElement | null): void {
  bar.dataset.busy = "";
  bar.hidden = false;
  if (cancel) cancel.hidden = false;
  const progress = bar.querySelector("progress");
  if (progress) progress.hidden = false;
  state(bar, bar.dataset.sending);
  bar.scrollIntoView({ block: "nearest" });
}

function show(bar: HTMLElement, event: ProgressEvent, seconds: number): void {
  const progress = bar.querySelector("progress");
  if (progress) progress.value = event.total > 0 ? event.loaded / event.total : 0;
  const text = bar.querySelector("[data-text]");
  if (text) text.textContent = fill(bar.dataset.sent, mega(event.loaded), mega(event.total)) + left(bar, event, seconds);
}

function left(bar: HTMLElement, event: ProgressEvent, seconds: number): string {
  if (seconds < fewestSeconds || event.loaded === 0 || event.loaded >= event.total) return "";
  const rest = Math.ceil((event.total - event.loaded) / (event.loaded / seconds));
  return rest < 2 * secondsInMinute ? fill(bar.dataset.seconds, String(rest)) : fill(bar.dataset.minutes, String(Math.ceil(rest / secondsInMinute)));
}

function follow(request: XMLHttpRequest, end: (words: string) => void): void {
  const address = request.getResponseHeader("Location");
  if (address) {
    const before = window.location.href;
    window.location.assign(address);
    // The same page under another fragment is not asked for by itself.
    if (new URL(address, before).href.split("#")[0] === before.split("#")[0]) window.location.reload();
    return;
  }

  end("");
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

function state(bar: HTMLElement, words: string | undefined): void {
  const line = bar.querySelector("[data-state]");
  if (line) line.textContent = words ?? "";
}

function say(bar: HTMLElement, words: string): void {
  bar.hidden = words.length === 0;
  for (const part of bar.querySelectorAll<HTMLElement>("progress, button")) part.hidden = true;
  const text = bar.querySelector("[data-text]");
  if (text) text.textContent = "";
  state(bar, words);
}

function mega(bytes: number): string {
  return new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: bytes < 10 * byteInMega ? 1 : 0 }).format(bytes / byteInMega);
}

function fill(words: string | undefined, ...values: string[]): string {
  return (words ?? "").replace(/\{(\d)\}/g, (_, at: string) => values[Number(at)] ?? "");
}
