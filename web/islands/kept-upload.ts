// Large files are sent in pieces, and the browser keeps them until they have arrived: whoever leaves the page cuts nothing. <kept-upload> stands on
// every page of a company and goes on with what its person had begun to send, where the server says that it was.
import { clear, createStore, del, entries, get, set } from "idb-keyval";
import { begin, end, fill, show, state } from "./upload-bar";

const pieceBytes = 4 << 20;
const leastBytes = 8 << 20;
const keptMs = 24 * 60 * 60 * 1000;
const pauseMs = 1000;
const longestPauseMs = 30_000;
const token = "__RequestVerificationToken";

interface KeptFile {
  id: string;
  file: File;
}

export interface KeptUpload {
  id: string;
  account: string;
  /** Address below which pieces arrive. */
  arriving: string;
  /** Address of the form that names the files once they are there. */
  action: string;
  fields: [string, string][];
  files: KeptFile[];
  since: number;
}

interface Answer {
  status: number;
  request: XMLHttpRequest;
  /** Whether it was asked for more than once, because the answer before was lost. */
  isAgain?: boolean;
}

const store = createStore("pupitre-uploads", "kept");

/** Keeps what a form would send; undefined when it is small, or when this browser cannot. */
export async function keep(form: HTMLFormElement): Promise<KeptUpload | undefined> {
  const account = document.querySelector<HTMLElement>("kept-upload")?.dataset.account;
  const arriving = form.dataset.arriving;
  const data = [...new FormData(form)];
  const files = data.flatMap(([, value]) => (value instanceof File && value.size > 0 ? [value] : []));
  if (!account || !arriving || !("locks" in navigator) || files.reduce((sum, file) => sum + file.size, 0) < leastBytes) return undefined;
  const kept: KeptUpload = {
    id: crypto.randomUUID(),
    account,
    arriving,
    action: form.action,
    fields: data.flatMap(([name, value]) => (typeof value === "string" && name !== token ? [[name, value] as [string, string]] : [])),
    files: files.map((file) => ({ id: crypto.randomUUID(), file })),
    since: Date.now(),
  };
  try {
    await set(kept.id, kept, store);
    return kept;
  } catch {
    // No room for it, or a private window: the form is sent whole then.
    return undefined;
  }
}

/** Sends what was kept. `led` is given the answer to the form, once everything has arrived. */
export async function send(kept: KeptUpload, bar: HTMLElement, led: (request: XMLHttpRequest) => void): Promise<void> {
  const lock = "pupitre-upload-" + kept.id;
  const isElsewhere = (await navigator.locks.query()).held?.some((held) => held.name === lock) ?? false;
  const cancel = bar.querySelector("button");
  if (cancel) cancel.hidden = isElsewhere;
  if (isElsewhere) state(bar, fill(bar.dataset.elsewhere, names(kept)));
  await navigator.locks.request(lock, async () => {
    // The tab that had the lock may have come to the end.
    if (await get(kept.id, store)) await new Sending(kept, bar).run(led);
    else end(bar, undefined);
  });
}

class Sending {
  private request: XMLHttpRequest | undefined;
  private isCancelled = false;
  private pause = pauseMs;
  private readonly total: number;
  private readonly started = performance.now();
  private sent = 0;

  constructor(
    private readonly kept: KeptUpload,
    private readonly bar: HTMLElement,
  ) {
    this.total = kept.files.reduce((sum, { file }) => sum + file.size, 0);
  }

  async run(led: (request: XMLHttpRequest) => void): Promise<void> {
    const cancel = (): void => this.cancel();
    const button = this.bar.querySelector("button");
    button?.addEventListener("click", cancel);
    if (button) button.hidden = false;
    state(this.bar, fill(this.bar.dataset.sendingKept, names(this.kept)));
    const answer = (await this.pieces()) ?? (await this.form());
    button?.removeEventListener("click", cancel);
    if (this.isCancelled) {
      await this.forget();
      end(this.bar, this.bar.dataset.cancelled);
    } else if (answer.status === 401) {
      // Signed out: it goes on when its person is back.
      end(this.bar, fill(this.bar.dataset.waiting, names(this.kept)));
    } else if (answer.status === 404 && answer.isAgain) {
      // What had arrived is gone because the form was taken: only the answer that said so was lost.
      await del(this.kept.id, store);
      end(this.bar, fill(this.bar.dataset.done, names(this.kept)));
    } else {
      await del(this.kept.id, store);
      led(answer.request);
    }
  }

  /** Sends what the server does not have. Undefined once it has everything, else the answer that stands in the way. */
  private async pieces(): Promise<Answer | undefined> {
    let before = 0;
    for (const { id, file } of this.kept.files) {
      let answer = await this.ask("GET", this.address(id));
      while (answer.status === 200 && !this.isCancelled) {
        const at = lengthIn(answer.request);
        this.show(before + at);
        if (at >= file.size) break;
        answer = await this.ask("POST", `${this.address(id)}?at=${at}`, file.slice(at, at + pieceBytes), (loaded) => this.show(before + at + loaded));
        // Nothing was added: the server still writes a piece that the page before this one had sent.
        if (answer.status === 200 && lengthIn(answer.request) <= at) await wait(pauseMs);
        else this.sent += pieceBytes;
      }
      if (answer.status !== 200 || this.isCancelled) return answer;
      before += file.size;
    }
    return undefined;
  }

  private async form(): Promise<Answer> {
    state(this.bar, this.bar.dataset.arrived);
    const cancel = this.bar.querySelector("button");
    if (cancel) cancel.hidden = true;
    const data = new FormData();
    data.append(token, formToken());
    for (const [name, value] of this.kept.fields) data.append(name, value);
    for (const { id, file } of this.kept.files) data.append("arrived", new Blob([id]), file.name);
    return this.ask("POST", this.kept.action, data);
  }

  /** Asks until there is an answer: a lost connection or a server that restarts only costs time. */
  private async ask(method: string, address: string, body?: Blob | FormData, progress?: (loaded: number) => void): Promise<Answer> {
    for (let isAgain = false; ; isAgain = true) {
      const answer = await this.askOnce(method, address, body, progress);
      const isLost = answer.status === 0 || answer.status === 502 || answer.status === 503 || answer.status === 504;
      if (!isLost || this.isCancelled) {
        this.pause = pauseMs;
        return { ...answer, isAgain };
      }
      state(this.bar, fill(this.bar.dataset.waiting, names(this.kept)));
      await wait(this.pause);
      this.pause = Math.min(2 * this.pause, longestPauseMs);
      state(this.bar, fill(this.bar.dataset.sendingKept, names(this.kept)));
      // A piece is not sent again before the server has said where it stands.
      if (progress) [method, address, body, progress] = ["GET", address.split("?")[0] ?? address, undefined, undefined];
    }
  }

  private askOnce(method: string, address: string, body?: Blob | FormData, progress?: (loaded: number) => void): Promise<Answer> {
    return new Promise((resolve) => {
      const request = (this.request = new XMLHttpRequest());
      request.open(method, address);
      request.setRequestHeader("X-Pupitre-Upload", "1");
      // A person who is signed out is then told so, rather than led to the page where one signs in.
      request.setRequestHeader("X-Requested-With", "XMLHttpRequest");
      request.setRequestHeader("RequestVerificationToken", formToken());
      if (progress) request.upload.addEventListener("progress", (event) => progress(event.loaded));
      request.addEventListener("loadend", () => resolve({ status: request.status, request }));
      request.send(body);
    });
  }

  private cancel(): void {
    this.isCancelled = true;
    this.request?.abort();
  }

  private async forget(): Promise<void> {
    for (const { id } of this.kept.files) await this.askOnce("POST", this.address(id) + "/removal");
    await del(this.kept.id, store);
  }

  private show(loaded: number): void {
    show(this.bar, loaded, this.total, this.sent, (performance.now() - this.started) / 1000);
  }

  private address(id: string): string {
    return `${this.kept.arriving}/${id}`;
  }
}

class KeptUploads extends HTMLElement {
  connectedCallback(): void {
    void this.resume();
  }

  private async resume(): Promise<void> {
    const bar = this.querySelector<HTMLElement>("[data-upload]");
    if (!bar) return;
    for (const kept of await this.mine()) {
      begin(bar, fill(bar.dataset.sendingKept, names(kept)));
      await send(kept, bar, (request) => {
        const address = request.getResponseHeader("Location");
        end(bar, fill(address ? bar.dataset.done : bar.dataset.refused, names(kept)), address ?? undefined);
      });
    }
  }

  /** What this person had begun to send; what somebody else did, or long ago, is dropped. */
  private async mine(): Promise<KeptUpload[]> {
    const all = await entries<string, KeptUpload>(store).catch(() => []);
    const isMine = (kept: KeptUpload): boolean => kept.account === this.dataset.account && Date.now() - kept.since < keptMs;
    for (const [key, kept] of all) if (!isMine(kept)) await del(key, store);
    return all.map(([, kept]) => kept).filter(isMine);
  }
}

function names(kept: KeptUpload): string {
  return kept.files.map(({ file }) => file.name).join(", ");
}

function formToken(): string {
  return document.querySelector<HTMLInputElement>(`input[name=${token}]`)?.value ?? "";
}

function lengthIn(request: XMLHttpRequest): number {
  return (JSON.parse(request.responseText) as { length: number }).length;
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => window.setTimeout(resolve, ms));
}

// Whoever signs out leaves nothing behind for the next person at this machine.
document.addEventListener("submit", (event) => {
  const form = event.target as HTMLFormElement;
  if (!form.action.endsWith("/account/sign-out")) return;
  event.preventDefault();
  // The page ends with the form, and what it has begun to clear may end with it: it is cleared first.
  void clear(store)
    .catch(() => undefined)
    .then(() => form.submit());
});

customElements.define("kept-upload", KeptUploads);
