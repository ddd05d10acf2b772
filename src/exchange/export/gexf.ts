import { escapeXml } from '../xml.ts';
import { EDGE_ATTRIBUTES, type GraphSource, NODE_ATTRIBUTES, networkGraph } from './graph.ts';

/** The network as GEXF 1.2 (Gephi, and networkx, which reads 1.3 in its newest versions only), in pieces. `day`: `YYYY-MM-DD`. */
export async function* writeGexf(source: GraphSource, day: string): AsyncGenerator<string> {
  const declare = (type: string, names: readonly string[]) =>
    `<attributes class="${type}">${names
      .map((name) => `<attribute id="${name}" title="${name}" type="string"/>`)
      .join('')}</attributes>\n`;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n';
  yield `<meta lastmodifieddate="${escapeXml(day)}"><creator>Weitblick</creator></meta>\n`;
  yield '<graph mode="static" defaultedgetype="undirected">\n';
  yield declare('node', NODE_ATTRIBUTES) + declare('edge', EDGE_ATTRIBUTES);
  yield '<nodes>\n';
  let edges = 0;
  for await (const part of networkGraph(source)) {
    if ('node' in part) {
      const { id, label, attributes } = part.node;
      yield `<node id="${escapeXml(id)}" label="${escapeXml(label)}">${values(attributes)}</node>\n`;
    } else {
      const { source: from, target, weight, attributes } = part.edge;
      if (edges === 0) yield '</nodes>\n<edges>\n';
      yield `<edge id="e${edges}" source="${escapeXml(from)}" target="${escapeXml(target)}" type="undirected" weight="${weight}">${values(attributes)}</edge>\n`;
      edges += 1;
    }
  }
  if (edges === 0) yield '</nodes>\n<edges>\n';
  yield '</edges>\n</graph>\n</gexf>\n';
}

function values(attributes: Record<string, string>): string {
  const entries = Object.entries(attributes).map(
    ([name, value]) => `<attvalue for="${name}" value="${escapeXml(value)}"/>`,
  );
  return `<attvalues>${entries.join('')}</attvalues>`;
}
