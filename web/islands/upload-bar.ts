// The bar that says how far an upload is. Its words come from the server, in the reader's language.
const byteInMega = 1 << 20;
const fewestSeconds = 2;
const secondsInMinute = 60;

/** Shows the bar with `words`, and how to stop. */
export function begin(bar: HTMLElement, words: string | undefined): void {
  bar.dataset.busy = "";
  bar.hidden = false;
  const [progress, cancel, see] = [bar.querySelector("progress"), bar.querySelector("button"), bar.querySelector("a")];
  if (progress) [progress.hidden, progress.value] = [false, 0];
  if (cancel) cancel.hidden = false;
  if (see) see.hidden = true;
  state(bar, words);
  bar.scrollIntoView({ block: "nearest" });
}

/** How much of `total` is there, and how long the rest will take at the pace of the last `seconds`, in which `sent` went. */
export function show(bar: HTMLElement, loaded: number, total: number, sent: number, seconds: number): void {
  const progress = bar.querySelector("progress");
  if (progress) progress.value = total > 0 ? loaded / total : 0;
  const text = bar.querySelector("[data-text]");
  if (text) text.textContent = fill(bar.dataset.sent, mega(loaded), mega(total)) + left(bar, total - loaded, sent / seconds, seconds);
}

/** Ends with `words`; none hide the bar. */
export function end(bar: HTMLElement, words: string | undefined, address?: string): void {
  delete bar.dataset.busy;
  bar.hidden = !words;
  for (const part of bar.querySelectorAll<HTMLElement>("progress, button")) part.hidden = true;
  const text = bar.querySelector("[data-text]");
  if (text) text.textContent = "";
  const see = bar.querySelector("a");
  if (see) {
    see.hidden = !address;
    see.href = address ?? "";
  }
  state(bar, words);
}

export function state(bar: HTMLElement, words: string | undefined): void {
  const line = bar.querySelector("[data-state]");
  if (line && line.textContent !== words) line.textContent = words ?? "";
}

export function mega(bytes: number): string {
  return new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: bytes < 10 * byteInMega ? 1 : 0 }).format(bytes / byteInMega);
}

export function fill(words: string | undefined, ...values: string[]): string {
  return (words ?? "").replace(/\{(\d)\}/g, (_, at: string) => values[Number(at)] ?? "");
}

function left(bar: HTMLElement, bytes: number, pace: number, seconds: number): string {
  if (seconds < fewestSeconds || !(pace > 0) || bytes <= 0) return "";
  const rest = Math.ceil(bytes / pace);
  return rest < 2 * secondsInMinute ? fill(bar.dataset.seconds, String(rest)) : fill(bar.dataset.minutes, String(Math.ceil(rest / secondsInMinute)));
}
