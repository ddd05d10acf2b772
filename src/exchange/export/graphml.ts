import { escapeXml } from '../xml.ts';
import { EDGE_ATTRIBUTES, type GraphSource, NODE_ATTRIBUTES, networkGraph } from './graph.ts';

/** The network as GraphML (yEd, igraph, networkx, Gephi), in pieces. */
export async function* writeGraphml(source: GraphSource): AsyncGenerator<string> {
  const declare = (type: string, names: readonly string[]) =>
    names
      .map((name) => `<key id="${type}-${name}" for="${type}" attr.name="${name}" attr.type="string"/>\n`)
      .join('');
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  yield declare('node', ['label', ...NODE_ATTRIBUTES]) + declare('edge', EDGE_ATTRIBUTES);
  yield '<key id="edge-weight" for="edge" attr.name="weight" attr.type="double"/>\n';
  yield '<graph id="network" edgedefault="undirected">\n';
  let edges = 0;
  for await (const part of networkGraph(source)) {
    if ('node' in part) {
      const { id, label, attributes } = part.node;
      yield `<node id="${escapeXml(id)}">${data('node', { label, ...attributes })}</node>\n`;
    } else {
      const { source: from, target, weight, attributes } = part.edge;
      const ends = `source="${escapeXml(from)}" target="${escapeXml(target)}"`;
      yield `<edge id="e${edges}" ${ends}>${data('edge', { ...attributes, weight: String(weight) })}</edge>\n`;
      edges += 1;
    }
  }
  yield '</graph>\n</graphml>\n';
}

function data(type: string, values: Record<string, string>): string {
  return Object.entries(values)
    .map(([name, value]) => `<data key="${type}-${name}">${escapeXml(value)}</data>`)
    .join('');
}
