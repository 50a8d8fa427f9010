import type { Diagram, DiagramEdge, DiagramNode } from '../../protocol';

/** The data-flow diagram in Mermaid's language, which sites that show Markdown draw. */
export function mermaidOf({ zones, nodes, edges }: Diagram): string {
  const names = new Map(nodes.map(({ id }, index) => [id, `n${index}`]));
  const nodeLine = (node: DiagramNode) => `${names.get(node.id)}${shapeOf(node)}`;
  const grouped = zones.flatMap(({ id, label, trust }, index) => [
    `  subgraph z${index}["${safe([label, trust ?? ''].filter((word) => word !== '').join(', '))}"]`,
    ...nodes.filter(({ zone }) => zone === id).map((node) => `    ${nodeLine(node)}`),
    '  end',
  ]);
  const known = new Set(zones.map(({ id }) => id));
  const loose = nodes.filter(({ zone }) => !known.has(zone)).map((node) => `  ${nodeLine(node)}`);
  const arrows = edges.map((edge) => `  ${names.get(edge.from)} ${arrowOf(edge)} ${names.get(edge.to)}`);
  return ['```mermaid', 'flowchart LR', ...grouped, ...loose, ...arrows, '```'].join('\n');
}

function shapeOf({ kind, label, detail }: DiagramNode): string {
  const words = `"${safe(label)}${detail === '' ? '' : `<br/>${safe(detail)}`}"`;
  if (kind === 'actor') return `([${words}])`;
  return kind === 'datastore' ? `[(${words})]` : `[${words}]`;
}

function arrowOf({ carries, over, clear, guessed }: DiagramEdge): string {
  const what = [carries.join(', '), clear ? `${over} in clear text` : over].filter((word) => word !== '').join('; ');
  const line = guessed ? '-.->' : '-->';
  return what === '' ? line : `${line}|"${safe(what)}"|`;
}

/** Letters, digits and a few signs stay; Mermaid writes others as their numbers, and reads no markup in them. */
function safe(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]+/gu, ' ')
    .replace(/[^\p{L}\p{N}\p{M} .,:/_-]/gu, (sign) => `#${sign.codePointAt(0)};`);
}
