// <month-grid> around the grid of due dates: arrow keys move between cells, and a file dropped on a cell is sent for it.
class MonthGrid extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("keydown", (event) => this.move(event));
    this.addEventListener("dragover", (event) => this.over(event));
    this.addEventListener("dragleave", () => this.clear());
    this.addEventListener("drop", (event) => void this.drop(event));
  }

  private move(event: KeyboardEvent): void {
    const steps: Record<string, [number, number]> = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };
    const step = steps[event.key];
    const cell = (event.target as Element).closest("td");
    if (!step || !cell) return;
    const rows = [...this.querySelectorAll("tbody tr")].filter((row) => row.querySelector("td"));
    let row = rows.indexOf(cell.parentElement as HTMLTableRowElement);
    let column = (cell as HTMLTableCellElement).cellIndex;
    for (;;) {
      row += step[0];
      column += step[1];
      const next = (rows[row] as HTMLTableRowElement | undefined)?.cells[column];
      if (!next) return;
      const link = next.querySelector<HTMLElement>("a");
      if (link) {
        event.preventDefault();
        link.focus();
        return;
      }
    }
  }

  private target(event: DragEvent): HTMLElement | null {
    return event.dataTransfer?.types.includes("Files") ? (event.target as Element).closest<HTMLElement>("[data-drop]") : null;
  }

  private over(event: DragEvent): void {
    const cell = this.target(event);
    if (!cell) return;
    event.preventDefault();
    this.clear();
    cell.classList.add("is-over");
  }

  private clear(): void {
    for (const cell of this.querySelectorAll(".is-over")) cell.classList.remove("is-over");
  }

  private async drop(event: DragEvent): Promise<void> {
    const cell = this.target(event);
    const action = this.dataset.dropAction;
    if (!cell || !action || !event.dataTransfer) return;
    event.preventDefault();
    event.stopPropagation();
    const body = new FormData();
    const token = document.querySelector<HTMLInputElement>("input[name=__RequestVerificationToken]");
    if (token) body.append(token.name, token.value);
    for (const [name, value] of new URLSearchParams(cell.dataset.drop)) body.append(name, value);
    for (const file of event.dataTransfer.files) body.append("files", file);
    cell.classList.add("is-busy");
    const answer = await fetch(action, { method: "POST", body });
    window.location.href = answer.redirected ? answer.url : (cell as HTMLAnchorElement).href;
  }
}

customElements.define("month-grid", MonthGrid);
