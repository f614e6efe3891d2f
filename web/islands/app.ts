// Everything here enhances what the server already rendered: without it, each page works as plain links and forms.
import "./bpmn-view";
import "./file-drop";
import "./job-progress";
import "./kept-upload";
import "./live-filter";
import "./live-preview";
import "./month-grid";
import "./pdf-view";

// The bar of a phone shows where one is; a part that the bar leaves out stands below an entry that it has.
const bar = document.querySelector<HTMLElement>(".pu-side");
let place = bar?.querySelector("[aria-current]")?.closest("li") ?? null;
while (place?.classList.contains("pu-nav-below") && place.offsetWidth === 0) place = place.previousElementSibling as HTMLLIElement | null;
if (bar && place) bar.scrollLeft = place.offsetLeft - (bar.clientWidth - place.offsetWidth) / 2;
