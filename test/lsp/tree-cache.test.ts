import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CheckedThreats } from '../../client/src/views/checked-threats';
import { TreeCache } from '../../client/src/views/tree-cache';
import type { RiskTreeNode } from '../../server/src/protocol';

const node = (id: string, label = id, finding = ''): RiskTreeNode => ({
  id,
  label,
  description: '',
  icon: '',
  color: '',
  accessibilityLabel: label,
  children: 0,
  finding,
  operation: '',
  context: '',
  answerable: true,
  answered: false,
});
const idsIn = (nodes: readonly RiskTreeNode[] | undefined) => nodes?.map(({ id }) => id);

/** A group with three items, of which the client knows. */
function filled() {
  const cache = new TreeCache();
  const [group] = cache.put(undefined, [node('g')]);
  const items = cache.put(group, [node('g/a', 'a', 'a'), node('g/b', 'b', 'b'), node('g/c', 'c', 'c')]);
  return { cache, group, items };
}

describe('What the client keeps of the tree', () => {
  it('is the same object for an id, with what it shows now', () => {
    const { cache, group, items } = filled();
    const drawn = cache.apply({ changed: [node('g/b', 'other', 'b')], moved: [] });
    expect(drawn).toEqual([items[1]]);
    expect(items[1]?.label).toBe('other');
    expect(cache.parentOf(items[1] as RiskTreeNode)).toBe(group);
  });

  it('is drawn by its parent where something moves, and all where a group comes', () => {
    const { cache, group, items } = filled();
    const move = { parent: 'g', gone: ['g/a'], come: [{ index: 2, node: node('g/a', 'last', 'a') }] };
    expect(cache.apply({ changed: [], moved: [move] })).toEqual([group]);
    expect(idsIn(cache.childrenOf(group))).toEqual(['g/b', 'g/c', 'g/a']);
    expect(cache.childrenOf(group)?.[2]).toBe(items[0]);
    const top = { parent: '', gone: [], come: [{ index: 0, node: node('h') }] };
    expect(cache.apply({ changed: [], moved: [top] })).toBeUndefined();
    expect(idsIn(cache.childrenOf(undefined))).toEqual(['h', 'g']);
  });

  it('asks again for the operations of a threat that has changed or moved', () => {
    const { cache, items } = filled();
    for (const item of items) cache.put(item, [node(`${item.id}/x`, 'x', item.finding)]);
    const move = { parent: 'g', gone: ['g/b'], come: [{ index: 0, node: node('g/b', 'b', 'b') }] };
    cache.apply({ changed: [node('g/a', 'other', 'a')], moved: [move] });
    expect(items.map((item) => cache.childrenOf(item)?.length)).toEqual([undefined, undefined, 1]);
  });

  it('leaves alone what was never asked for', () => {
    const cache = new TreeCache();
    cache.put(undefined, [node('g')]);
    const changes = {
      changed: [node('g/a')],
      moved: [{ parent: 'g', gone: [], come: [{ index: 0, node: node('g/a') }] }],
    };
    expect(cache.apply(changes)).toEqual([]);
    expect(cache.childrenOf(node('g'))).toBeUndefined();
  });

  it('forgets what has gone, with all below it', () => {
    const { cache, items } = filled();
    cache.put(items[0], [node('g/a/x', 'x', 'a')]);
    cache.apply({ changed: [], moved: [{ parent: 'g', gone: ['g/a'], come: [] }] });
    expect([cache.get('g/a'), cache.get('g/a/x'), cache.ofFinding('a')]).toEqual([undefined, undefined, []]);
  });
});

describe('What is checked', () => {
  const whole = { finding: 'f', operation: '' };
  const one = (operation: string) => ({ finding: 'f', operation });

  it('is a threat with all of its operations, of which one can be left out', () => {
    const checked = new CheckedThreats();
    checked.add(whole);
    expect([checked.has(whole), checked.has(one('a')), checked.size]).toEqual([true, true, 1]);
    checked.remove(one('a'), ['a', 'b', 'c']);
    expect([checked.has(whole), checked.has(one('a')), checked.has(one('b')), checked.size]).toEqual([
      false,
      false,
      true,
      2,
    ]);
    expect(checked.subjects()).toEqual([
      { finding: 'f', operation: 'b', alone: true },
      { finding: 'f', operation: 'c', alone: true },
    ]);
  });

  const click = (checked: CheckedThreats, clicked: { finding: string; operation: string }, isOn: boolean) =>
    isOn ? checked.add(clicked) : checked.remove(clicked, ['a', 'b']);

  it('never names anything twice, whatever is clicked', () => {
    const row = fc.record({ finding: fc.constantFrom('f', 'g'), operation: fc.constantFrom('', 'a', 'b') });
    fc.assert(
      fc.property(fc.array(fc.tuple(row, fc.boolean())), (clicks) => {
        const checked = new CheckedThreats();
        for (const [clicked, isOn] of clicks) {
          click(checked, clicked, isOn);
          expect(checked.has(clicked)).toBe(isOn);
        }
        const names = checked.subjects().map(({ finding, operation = '' }) => `${finding} ${operation}`);
        expect(new Set(names).size).toBe(names.length);
        expect(names.length).toBe(checked.size);
        for (const finding of ['f', 'g'])
          if (names.includes(`${finding} `)) expect(names).not.toContain(`${finding} a`);
      }),
    );
  });
});
