const mostNamed = 4;

// Brings out, on the box of a map that one points at or goes to by the keyboard, what depends on it and what it depends on, over all lines that are drawn; words say it too. Escape ends it.
export class Light {
  private readonly boxes = new Map<string, SVGElement>();
  private readonly lines: SVGElement[];
  private readonly after = new Map<string, string[]>();
  private readonly before = new Map<string, string[]>();
  private readonly hint: string;

  constructor(private readonly picture: SVGElement, private readonly words: HTMLElement) {
    for (const box of picture.querySelectorAll<SVGElement>("[data-node]")) this.boxes.set(box.dataset.node!, box);
    this.lines = [...picture.querySelectorAll<SVGElement>("[data-from]")];
    for (const { dataset } of this.lines) {
      this.after.set(dataset.from!, [...(this.after.get(dataset.from!) ?? []), dataset.to!]);
      this.before.set(dataset.to!, [...(this.before.get(dataset.to!) ?? []), dataset.from!]);
    }
    this.hint = words.textContent ?? "";
  }

  start(): void {
    const boxOf = (target: EventTarget | null) => (target instanceof Element ? target.closest<SVGElement>("[data-node]") : null);
    const focused = () => boxOf(document.activeElement);
    this.picture.addEventListener("pointerover", (event) => this.show(boxOf(event.target) ?? focused()));
    this.picture.addEventListener("pointerleave", () => this.show(focused()));
    this.picture.addEventListener("focusin", (event) => this.show(boxOf(event.target)));
    this.picture.addEventListener("focusout", () => this.show(null));
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.show(null));
  }

  private show(box: SVGElement | null): void {
    const here = box?.dataset.node;
    if (this.picture.dataset.lit === here) return;
    if (here === undefined) delete this.picture.dataset.lit;
    else this.picture.dataset.lit = here;
    const [down, up] = here === undefined ? [new Set<string>(), new Set<string>()] : [this.reached(here, this.after), this.reached(here, this.before)];
    for (const [key, one] of this.boxes) this.mark(one, key === here, down.has(key), up.has(key));
    for (const line of this.lines) {
      const { from, to } = line.dataset;
      this.mark(line, false, (from === here || down.has(from!)) && down.has(to!), up.has(from!) && (to === here || up.has(to!)));
    }
    this.words.textContent = here === undefined ? this.hint : this.fill(this.words.dataset.says, this.nameOf(here), this.named(down), this.named(up));
  }

  private mark(part: SVGElement, isHere: boolean, isAfter: boolean, isBefore: boolean): void {
    part.classList.toggle("pu-lit-here", isHere);
    part.classList.toggle("pu-lit-after", isAfter);
    part.classList.toggle("pu-lit-before", isBefore);
  }

  // Circles end where they began: what one asks about does not depend on itself.
  private reached(from: string, next: Map<string, string[]>): Set<string> {
    const seen = new Set<string>();
    const open = [from];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      for (const other of next.get(at) ?? []) {
        if (other === from || seen.has(other)) continue;
        seen.add(other);
        open.push(other);
      }
    }
    return seen;
  }

  private nameOf(key: string): string {
    return this.boxes.get(key)?.dataset.name ?? "";
  }

  private named(keys: Set<string>): string {
    const names = [...keys].map((key) => this.nameOf(key));
    if (names.length === 0) return this.words.dataset.none ?? "";
    const first = names.slice(0, mostNamed).join(" · ");
    return names.length > mostNamed ? this.fill(this.words.dataset.more, first, String(names.length - mostNamed)) : first;
  }

  private fill(text: string | undefined, ...values: string[]): string {
    return (text ?? "").replace(/\{(\d)\}/g, (_, at: string) => values[Number(at)] ?? "");
  }
}
