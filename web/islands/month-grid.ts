// Rows by months: arrow keys move between cells, and a file dropped on a cell is sent with the fields that the cell names.
// Without this element the cells are links, and the page behind each has an upload form.
class MonthGrid extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("keydown", (event) => this.move(event));
    this.addEventListener("dragover", (event) => this.hover(event));
    this.addEventListener("dragleave", () => this.leave());
    this.addEventListener("drop", (event) => void this.drop(event));
  }

  private move(event: KeyboardEvent): void {
    const cell = (event.target as Element).closest("td");
    const row = cell?.parentElement;
    if (!cell || !row || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }

    const column = Array.prototype.indexOf.call(row.children, cell) as number;
    const rows = Array.from(this.querySelectorAll<HTMLTableRowElement>("tbody tr:not(.pu-grid-group)"));
    const at = rows.indexOf(row as HTMLTableRowElement);
    const next = this.next(event.key, rows, at, column);
    if (next) {
      event.preventDefault();
      next.focus();
    }
  }

  // The nearest cell that holds something, in the direction of the key.
  private next(key: string, rows: HTMLTableRowElement[], row: number, column: number): HTMLAnchorElement | null {
    const [down, right] = ({ ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] } as Record<string, number[]>)[key] ?? [0, 0];
    if (down === 0 && right === 0) {
      return null;
    }

    for (let r = row + down, c = column + right; r >= 0 && r < rows.length && c > 0 && c < rows[r].children.length; r += down, c += right) {
      const link = rows[r].children[c].querySelector("a");
      if (link) {
        return link;
      }
    }

    return null;
  }

  private target(event: DragEvent): HTMLElement | null {
    return (event.target as Element).closest<HTMLElement>("[data-drop]");
  }

  private hover(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes("Files")) {
      return;
    }

    this.leave();
    const cell = this.target(event);
    if (cell) {
      event.preventDefault();
      cell.classList.add("pu-drop-over");
    }
  }

  private leave(): void {
    this.querySelectorAll(".pu-drop-over").forEach((cell) => cell.classList.remove("pu-drop-over"));
  }

  private async drop(event: DragEvent): Promise<void> {
    const cell = this.target(event);
    const action = this.dataset.dropAction;
    this.leave();
    if (!cell || !action || !event.dataTransfer || event.dataTransfer.files.length === 0) {
      return;
    }

    event.preventDefault();
    event.stopPropagation();
    const body = new FormData();
    const token = document.querySelector<HTMLInputElement>("input[name=__RequestVerificationToken]");
    body.append("__RequestVerificationToken", token?.value ?? "");
    new URLSearchParams(cell.dataset.drop).forEach((value, name) => body.append(name, value));
    for (const file of event.dataTransfer.files) {
      body.append("files", file);
    }

    const answer = await fetch(action, { method: "POST", body });
    location.href = answer.redirected ? answer.url : (cell as HTMLAnchorElement).href;
  }
}

customElements.define("month-grid", MonthGrid);
