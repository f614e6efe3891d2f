// <bpmn-view> shows a process model with its deviations, once it comes near the window: the viewer is large and few pages need it.
class BpmnView extends HTMLElement {
  connectedCallback(): void {
    const near = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      near.disconnect();
      void this.load();
    }, { rootMargin: "400px" });
    near.observe(this);
  }

  private async load(): Promise<void> {
    const address = "/assets/bpmn-view.js";
    const { draw } = (await import(address)) as { draw(view: HTMLElement): Promise<void> };
    await draw(this);
  }
}

customElements.define("bpmn-view", BpmnView);
