// <bpmn-edit> opens the editor of process models on the one page that has it: it is by far the largest script, and loaded only there.
class BpmnEdit extends HTMLElement {
  connectedCallback(): void {
    void this.load();
  }

  private async load(): Promise<void> {
    const address = "/assets/bpmn-edit.js";
    const { edit } = (await import(address)) as { edit(view: HTMLElement): Promise<void> };
    await edit(this);
  }
}

customElements.define("bpmn-edit", BpmnEdit);
