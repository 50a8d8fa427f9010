import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  nodeAt,
  riskTree,
  type TreeChanges,
  type TreeNode,
  type TreeOptions,
  type TreeRow,
  treeChanges,
} from '../../server/src/core/index';
import { type Loaded, load } from '../support/check';
import { SHOP } from '../support/shop';

const GROUPINGS = ['risk', 'stride', 'operation', 'status'] as const;
const SPEC = `${SHOP}  /orders/{orderId}:
    parameters: [{ name: orderId, in: path, required: true, schema: { type: string } }]
    get:
      operationId: getOrder
      responses: { "200": { description: One } }
  /refunds/{refundId}:
    parameters: [{ name: refundId, in: path, required: true, schema: { type: string } }]
    delete:
      responses: { "204": { description: Gone } }
`;
const MODEL = `//- a.threats.yaml
stridewise: 1
apis:
  shop: { spec: ./openapi.yaml }
threats:
  guess:
    title: Somebody guesses an order
    affects: shop GET /orders/{orderId}
    stride: disclosure
    dread: 8/8/8/8/8
  slow:
    title: Somebody is slow
    affects: shop DELETE /refunds/{refundId}
    stride: denial
    dread: 5/5/5/5/5
mitigations:
  owner:
    title: The caller must own it
    covers: guess
    status: implemented
  later:
    title: We look at it later
    covers: slow
    status: planned
`;

const treeOf = ({ analysis }: Loaded, groupBy: TreeOptions['groupBy'] = 'risk') =>
  riskTree(analysis, { groupBy, filter: '' });
const rowsIn = (tree: readonly TreeNode[]) => tree.flatMap(({ rows }) => rows);

function rowOf(tree: readonly TreeNode[], title: string): TreeRow {
  const row = rowsIn(tree).find(({ label }) => label === title);
  if (row === undefined) throw new Error(`no "${title}" among ${rowsIn(tree).map(({ label }) => label)}`);
  return row;
}

describe('The rows of the tree', () => {
  it('show the figures before and after answers, each and in groups', () => {
    const tree = treeOf(load(`${SPEC}${MODEL}`));
    expect(rowOf(tree, 'Somebody guesses an order').description).toBe('8.0 → 4.0 · GET /orders/{orderId}');
    expect(rowOf(tree, 'Somebody is slow')).toMatchObject({
      description: '5.0 → 5.0 · DELETE /refunds/{refundId}',
      accessibilityLabel:
        'Somebody is slow, DELETE /refunds/{refundId}, answer planned, not done, risk medium, 5.0 before and 5.0 after its answers',
    });
    const medium = tree.find(({ id }) => id === 'risk:medium');
    const figures = medium?.rows.map(({ description }) =>
      /^([\d.]+) → ([\d.]+)/.exec(description)?.slice(1).map(Number),
    );
    const worst = [0, 1].map((index) => Math.max(...(figures ?? []).map((pair) => pair?.[index] ?? 0)).toFixed(1));
    expect(medium?.description).toBe(`${medium?.size} · ${worst.join(' → ')}`);
    expect(medium?.tooltip).toContain('the worst of them');
  });

  it('tell what can be answered, and what is', () => {
    const tree = treeOf(load(`${SPEC}${MODEL}`));
    expect(rowOf(tree, 'Somebody guesses an order')).toMatchObject({ answerable: true, answered: true });
    expect(rowOf(tree, 'Somebody is slow')).toMatchObject({ answerable: true, answered: true });
    const node = tree.flatMap(({ children }) => children).find(({ label }) => label === 'Somebody is slow');
    expect(node?.answers.map(({ range }) => range.start.line)).toEqual([19]);
    expect(treeOf(load(SPEC)).find(({ label }) => label === 'Unanswered')?.rows[0]?.answerable).toBe(false);
  });

  it('end with the mitigations, what is to be done first', () => {
    const [group] = treeOf(load(`${SPEC}${MODEL}`)).slice(-1);
    expect(group).toMatchObject({ context: 'mitigations', description: '2' });
    expect(group?.rows.map(({ label, description }) => `${label}: ${description}`)).toEqual([
      'We look at it later: planned · answers 1 threat',
      'The caller must own it: implemented · answers 1 threat',
    ]);
    expect(group?.children[0]?.location?.range.start.line).toBe(19);
  });

  it('stay the same objects where an edit does not touch them', () => {
    const before = rowsIn(treeOf(load(`${SPEC}${MODEL}`)));
    expect(rowsIn(treeOf(load(`${SPEC}${MODEL}`)))).toEqual(before);
  });
});

/** What a client has that shows the rows of `before` and takes the changes in. */
function taken(before: readonly TreeNode[], { changed, moved }: TreeChanges): ReadonlyMap<string, readonly TreeRow[]> {
  const shown = new Map<string, readonly TreeRow[]>([
    ['', before],
    ...before.map(({ id, rows }) => [id, rows] as const),
  ]);
  const anew = new Map(changed.map((row) => [row.id, row]));
  for (const [parent, rows] of shown) {
    const move = moved.find((one) => one.parent === parent);
    const kept = rows.filter(({ id }) => !move?.gone.includes(id)).map((row) => anew.get(row.id) ?? row);
    for (const { index, row } of move?.come ?? []) kept.splice(index, 0, row);
    shown.set(parent, kept);
  }
  return shown;
}

const shownBy = ({ label, description, icon, color, accessibilityLabel, size, context }: TreeRow) =>
  [label, description, icon, color, accessibilityLabel, size, context].join(' | ');

describe('The changes of a tree', () => {
  const texts = [
    MODEL,
    MODEL.replace('8/8/8/8/8', '2/2/2/2/2'),
    MODEL.replace('5/5/5/5/5', '9/9/9/9/9'),
    MODEL.replace('5/5/5/5/5', '5/5/5/5/6'),
    MODEL.replace('Somebody is slow', 'Somebody is very slow'),
    MODEL.replace('implemented', 'planned'),
    MODEL.replace(/ {2}later:\n.*\n.*\n.*\n/, ''),
    MODEL.replace(/mitigations:\n(?:.*\n)*/, ''),
    MODEL.replace('guess\n', 'slow\n'),
    '',
  ];
  const specs = [
    SPEC,
    SPEC.replace('getOrder', 'oneOrder'),
    SPEC.replace('    delete:', '    post:\n      responses: {}\n    delete:'),
  ];
  const anyText = fc.tuple(fc.constantFrom(...specs), fc.constantFrom(...texts)).map((parts) => parts.join(''));

  it('lead from any tree to any other', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.constantFrom(...GROUPINGS), (first, second, groupBy) => {
        const [before, after] = [treeOf(load(first), groupBy), treeOf(load(second), groupBy)];
        const shown = taken(before, treeChanges(before, after));
        expect(shown.get('')?.map(shownBy)).toEqual(after.map(shownBy));
        const old = new Set(before.map(({ id }) => id));
        for (const { id, rows } of after)
          if (old.has(id)) expect(shown.get(id)?.map(shownBy)).toEqual(rows.map(shownBy));
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['a title', MODEL.replace('Somebody is slow', 'Somebody is very slow'), ['Somebody is very slow'], []],
    ['nothing that is shown', `${MODEL}# A comment.\n`, [], []],
    ['a state', MODEL.replace('status: planned', 'status: missing'), ['Somebody is slow', 'We look at it later'], []],
  ])('are one row for one threat: %s', (_what, text, rows, moved) => {
    const changes = treeChanges(treeOf(load(`${SPEC}${MODEL}`)), treeOf(load(`${SPEC}${text}`)));
    expect(changes.changed.map(({ label }) => label)).toEqual(rows);
    expect(changes.moved).toEqual(moved);
  });

  it('take one row out of its place where its figures change', () => {
    const text = `${SPEC}${MODEL.replace('5/5/5/5/5', '5/5/5/5/6')}`;
    const { changed, moved } = treeChanges(treeOf(load(`${SPEC}${MODEL}`)), treeOf(load(text)));
    const told = [...changed, ...moved.flatMap(({ come }) => come.map(({ row }) => row))];
    expect(told.filter(({ context }) => context !== 'group').map(({ label }) => label)).toEqual(['Somebody is slow']);
  });
});

describe('The node at a place', () => {
  const at = (text: string, words: string, groupBy: TreeOptions['groupBy'] = 'risk', uri = 'openapi.yaml') => {
    const loaded = load(text);
    const tree = treeOf(loaded, groupBy);
    const file = `file:///workspace/${uri}`;
    const source = loaded.files.find((one) => one.uri === file)?.text ?? '';
    const before = source.slice(0, source.indexOf(words));
    const position = { line: before.split('\n').length - 1, character: before.length - before.lastIndexOf('\n') - 1 };
    const path = nodeAt(loaded.workspace, loaded.analysis, tree, file, position);
    const group = tree.find(({ id }) => id === path[0]);
    return [group?.label, group?.rows.find(({ id }) => id === path[1])?.label];
  };

  it('is the riskiest open threat of the operation around it', () => {
    expect(at(`${SPEC}${MODEL}`, 'operationId')[1]).toBe('GET /orders/{orderId}');
    expect(at(`${SPEC}${MODEL}`, '"204"', 'operation')[0]).toBe('DELETE /refunds/{refundId}');
  });

  it('is what stands there in a model: the threat, or the mitigation', () => {
    expect(at(`${SPEC}${MODEL}`, 'Somebody is slow', 'risk', 'a.threats.yaml')).toEqual(['Medium', 'Somebody is slow']);
    expect(at(`${SPEC}${MODEL}`, 'covers: slow', 'stride', 'a.threats.yaml')).toEqual([
      'Mitigations',
      'We look at it later',
    ]);
    expect(at(`${SPEC}${MODEL}`, 'stridewise', 'risk', 'a.threats.yaml')).toEqual([undefined, undefined]);
  });

  it('is nothing outside of the operations and in files that nobody knows', () => {
    expect(at(`${SPEC}${MODEL}`, 'title: Shop')).toEqual([undefined, undefined]);
    expect(at(`${SPEC}${MODEL}`, 'x', 'risk', 'none.yaml')).toEqual([undefined, undefined]);
  });
});

describe('Titles that somebody made to do harm', () => {
  const HOSTILE = [
    '<img src=x onerror=alert(1)>',
    '[click](command:stridewise.restart)',
    '](command:workbench.action.quit) x',
    '![x](https://evil.example/x.png)',
    '</script><script>alert(1)</script>',
    '$(alert) `code` **bold** <b>b</b>',
    'https://evil.example/?q=1 www.evil.example',
    'right\u202eleft \u2066isolate\u2069',
    '\u001b[31mred\u001b[0m',
    'a\u2028b\u0007c',
  ];
  const written = (title: string) =>
    `${SPEC}${MODEL.replace('Somebody is slow', JSON.stringify(title)).replace('We look at it later', JSON.stringify(title))}`;

  it.each(HOSTILE)('are words alone: %j', (title) => {
    const tree = treeOf(load(written(title)));
    const nodes = tree.flatMap((group) => [group, ...group.children.flatMap((node) => [node, ...node.children])]);
    for (const { label, description, accessibilityLabel, tooltip } of nodes) {
      for (const plain of [label, description, accessibilityLabel]) {
        expect(plain).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
      }
      // Markdown: nothing that opens a tag, a link, a picture or an address is left without its escape.
      const words = tooltip.replace(/\\[^\n]/g, '').replaceAll('\n', '');
      expect(words).not.toMatch(/<(?!\/?$)|\]\(|!\[|command:|https?:|\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
    }
    expect(nodes.filter(({ accessibilityLabel }) => accessibilityLabel.length > 0).length).toBe(nodes.length);
  });
});
