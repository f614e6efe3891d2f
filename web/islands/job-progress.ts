// <job-progress src="..."> asks for the progress of long work and shows it in the bar that the server rendered inside.
interface Progress {
  state: string;
  share: number | null;
  text: string;
  isOver: boolean;
}

const everyMs = 1000;
const slowestMs = 10_000;

class JobProgress extends HTMLElement {
  private timer = 0;
  private wait = everyMs;

  connectedCallback(): void {
    this.timer = window.setTimeout(() => void this.ask(), this.wait);
  }

  disconnectedCallback(): void {
    window.clearTimeout(this.timer);
  }

  private async ask(): Promise<void> {
    const source = this.getAttribute("src");
    if (!source) return;
    try {
      const answer = await fetch(source, { headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error(String(answer.status));
      const progress = (await answer.json()) as Progress;
      this.wait = everyMs;
      if (progress.isOver) {
        window.location.reload();
        return;
      }
      this.show(progress);
    } catch {
      // The server may be restarting: ask again, less often.
      this.wait = Math.min(this.wait * 2, slowestMs);
    }
    this.timer = window.setTimeout(() => void this.ask(), this.wait);
  }

  private show(progress: Progress): void {
    const bar = this.querySelector("progress");
    if (bar && progress.share !== null) bar.value = progress.share;
    const text = this.querySelector("[data-text]");
    if (text) text.textContent = progress.text;
  }
}

customElements.define("job-progress", JobProgress);
