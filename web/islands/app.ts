// Everything here enhances what the server already rendered: without it, each page works as plain links and forms.
import "./bpmn-edit";
import "./bpmn-view";
import "./file-drop";
import "./job-progress";
import "./kept-upload";
import "./live-filter";
import "./live-preview";
import "./month-grid";
import "./pdf-view";
import "./tick-count";
import "./zoom-view";

// The bar of a phone shows where one is, in its middle: its edge fades.
const bar = document.querySelector<HTMLElement>(".pu-side");
const place = bar?.querySelector<HTMLElement>(".pu-nav-here")?.closest("li");
if (bar && place) bar.scrollLeft = place.offsetLeft - (bar.clientWidth - place.offsetWidth) / 2;

// The search field is one key away; with a modifier, so that no letter of what somebody types is taken.
document.addEventListener("keydown", (event) => {
  const field = document.querySelector<HTMLInputElement>("#find, #find-here");
  if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && field && field.offsetParent) {
    event.preventDefault();
    field.select();
  }
});
