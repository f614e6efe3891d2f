import { upload } from "./upload";

// <month-grid> around the grid of due dates: arrow keys move between cells, Home and End go to the ends of a row, and a file dropped on a cell, or beside them, is sent.
class MonthGrid extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("keydown", (event) => this.move(event));
    if (!this.dataset.dropAction) return;
    document.body.addEventListener("dragover", (event) => this.over(event));
    document.body.addEventListener("dragleave", () => this.clear());
    document.body.addEventListener("drop", (event) => this.drop(event));
  }

  private move(event: KeyboardEvent): void {
    const steps: Record<string, [number, number]> = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };
    const step = steps[event.key];
    const cell = (event.target as Element).closest("td");
    if (!cell) return;
    if (event.key === "Home" || event.key === "End") {
      const links = [...cell.parentElement!.querySelectorAll<HTMLElement>("td a")];
      event.preventDefault();
      links.at(event.key === "Home" ? 0 : -1)?.focus();
      return;
    }
    if (!step) return;
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

  private over(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    this.clear();
    this.cellOf(event)?.classList.add("is-over");
  }

  private clear(): void {
    for (const cell of this.querySelectorAll(".is-over")) cell.classList.remove("is-over");
  }

  // Dropped on a cell, a file is its proof; dropped elsewhere, its cells are proposed.
  private drop(event: DragEvent): void {
    const files = event.dataTransfer?.files;
    if (!files?.length) return;
    event.preventDefault();
    const cell = this.cellOf(event);
    const form = Object.assign(document.createElement("form"), { action: this.dataset.dropAction, method: "post", enctype: "multipart/form-data", hidden: true });
    const add = (name: string, value: string) => form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
    add("__RequestVerificationToken", document.querySelector<HTMLInputElement>("input[name=__RequestVerificationToken]")?.value ?? "");
    for (const [name, value] of new URLSearchParams(cell?.dataset.drop)) add(name, value);
    form.append(Object.assign(document.createElement("input"), { type: "file", name: "files", multiple: true, files }));
    const bar = this.querySelector<HTMLElement>("[data-upload]");
    if (bar) upload(form, bar);
  }

  private cellOf(event: DragEvent): HTMLElement | null {
    return (event.target as Element).closest<HTMLElement>("[data-drop]");
  }
}

customElements.define("month-grid", MonthGrid);
