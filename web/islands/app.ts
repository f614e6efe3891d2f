// Everything here enhances what the server already rendered: without it, each page works as plain links and forms.
import "./bpmn-view";
import "./file-drop";
import "./job-progress";
import "./kept-upload";
import "./live-filter";
import "./live-preview";
import "./month-grid";
import "./pdf-view";
