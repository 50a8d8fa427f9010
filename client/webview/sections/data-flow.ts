import { diagramPicture, type Markup, markup } from '../../../server/src/pictures';
import type { Diagram, DiagramEdge, DiagramNode, Overview, WirePoint } from '../../../server/src/protocol';
import { counted, LEVEL_WORDS } from '../words';
import { button, levelChip, opens, saveButtons, section } from './parts';

/** The data-flow diagram, and beside it the same as lists. */
export function dataFlowSection(overview: Overview): Markup {
  const { diagram } = overview;
  return section(
    'data-flow',
    'Data flow',
    [zoomButtons(), saveButtons('data-flow', 'the data-flow diagram')],
    [
      ...guesses(diagram),
      markup('div', { class: 'diagram-and-list' }, [
        markup(
          'div',
          {
            class: 'diagram',
            id: 'diagram',
            tabindex: 0,
            role: 'group',
            'aria-label':
              'Data-flow diagram. Arrow keys move it, plus and minus zoom, 0 shows all of it. The lists beside it say the same in words.',
            'data-key': 'diagram',
          },
          [picture(diagram)],
        ),
        lists(overview),
      ]),
    ],
  );
}

function zoomButtons(): Markup {
  const zoom = (id: string, words: string, meaning: string) =>
    button(words, { id, class: 'secondary', 'data-key': id, title: meaning, 'aria-label': meaning });
  return markup('span', { class: 'zoom', role: 'group', 'aria-label': 'Zoom' }, [
    zoom('zoom-out', '−', 'Zoom out'),
    zoom('zoom-in', '+', 'Zoom in'),
    zoom('zoom-fit', 'Fit', 'Fit: show all of the diagram'),
  ]);
}

function guesses({ modelled, guesses: all }: Diagram): Markup[] {
  if (all.length === 0) return [];
  const words = modelled
    ? 'What the model does not say was guessed'
    : 'No model says what stands around the APIs, so it was guessed';
  return [
    markup('details', { class: 'legend' }, [
      markup('summary', {}, [`${words} (${all.length})`]),
      markup(
        'ul',
        {},
        all.map((guess) => markup('li', {}, [guess])),
      ),
    ]),
  ];
}

/** The drawing itself says nothing to a screen reader: the lists do. */
function picture(diagram: Diagram): Markup {
  const drawn = diagramPicture(diagram, 'all');
  const attributes = { ...drawn.attributes, role: null, 'aria-label': null, 'aria-hidden': 'true', focusable: 'false' };
  return { ...drawn, attributes };
}

function lists(overview: Overview): Markup {
  const { diagram } = overview;
  // A zone that is drawn as two boxes is told once.
  const labels = new Map([...diagram.zones.map(({ id, label }) => [id, label] as const), ['', 'Outside of any zone']]);
  const filled = [...new Set(labels.values())]
    .map((label) => ({ label, nodes: diagram.nodes.filter(({ zone }) => labels.get(zone) === label) }))
    .filter(({ nodes }) => nodes.length > 0);
  return markup('div', { class: 'diagram-list' }, [
    markup('h3', {}, ['Who and what']),
    ...filled.map(({ label, nodes }) =>
      markup('div', {}, [
        markup('h4', {}, [label]),
        markup(
          'ul',
          {},
          nodes.map((node) => nodeItem(overview, node)),
        ),
      ]),
    ),
    markup('h3', {}, ['Flows']),
    markup(
      'ul',
      {},
      diagram.edges.map((edge, index) => edgeItem(overview, edge, index)),
    ),
  ]);
}

function nodeItem(overview: Overview, { id, kind, label, detail, level, threats, guessed, at }: DiagramNode): Markup {
  const open = level === null ? '' : `${counted(threats, 'open threat')}, worst ${LEVEL_WORDS[level].toLowerCase()}`;
  const notes = [kind, detail, open, guessed ? 'guessed' : ''].filter((note) => note !== '');
  return item(overview, at, { key: `node-${id}`, part: id, title: label, notes, level });
}

function edgeItem(overview: Overview, edge: DiagramEdge, index: number): Markup {
  const { nodes } = overview.diagram;
  const nameOf = (id: string) => nodes.find((node) => node.id === id)?.label ?? id;
  const notes = [
    edge.carries.join(', '),
    edge.over,
    edge.clear ? 'in clear text' : '',
    edge.crosses ? 'crosses a trust boundary' : '',
    edge.guessed ? 'guessed' : '',
  ].filter((note) => note !== '');
  const title = `${nameOf(edge.from)} → ${nameOf(edge.to)}`;
  return item(overview, edge.at, { key: `edge-${index}`, part: `edge-${index}`, title, notes, level: null });
}

interface Item {
  readonly key: string;
  readonly part: string;
  readonly title: string;
  readonly notes: readonly string[];
  readonly level: DiagramNode['level'];
}

function item(overview: Overview, at: WirePoint | null, { key, part, title, notes, level }: Item): Markup {
  const leads = opens(overview, at);
  const inner = [
    markup('span', { class: 'title' }, [title]),
    ...(level === null ? [] : [levelChip(level)]),
    markup('span', { class: 'where' }, [notes.join(' · ')]),
  ];
  const place = { 'data-part': part, 'data-key': key };
  return markup('li', {}, [
    'data-open' in leads
      ? markup('button', { type: 'button', class: 'lead-to', ...place, ...leads }, inner)
      : markup('span', { class: 'plain', ...place }, inner),
  ]);
}
