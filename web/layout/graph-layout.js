// Runs inside the program, not in a browser: lays a graph out in layers with dagre and gives positions back.
// In: {nodes: [[width, height]], edges: [[from, to, weight, labelWidth, labelHeight]]}. Out: {width, height, nodes: [[x, y]], edges: [{points: [[x, y]], label: [x, y]}]}.
import * as dagre from "@dagrejs/dagre";

// The interpreter has no structuredClone; dagre copies plain options with it.
globalThis.structuredClone ??= (value) => JSON.parse(JSON.stringify(value));

globalThis.layOut = (json) => {
  const input = JSON.parse(json);
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: "TB", nodesep: 36, edgesep: 24, ranksep: 44, ranker: "tight-tree" });
  input.nodes.forEach(([width, height], node) => graph.setNode(String(node), { width, height }));
  input.edges.forEach(([from, to, weight, width, height], edge) => graph.setEdge(String(from), String(to), { weight, width, height, labelpos: "c" }, String(edge)));
  dagre.layout(graph);
  const { width, height } = graph.graph();
  return JSON.stringify({
    width,
    height,
    nodes: input.nodes.map((_, node) => [graph.node(String(node)).x, graph.node(String(node)).y]),
    edges: input.edges.map(([from, to], edge) => {
      const { points, x, y } = graph.edge(String(from), String(to), String(edge));
      return { points: points.map((point) => [point.x, point.y]), label: [x, y] };
    }),
  });
};
