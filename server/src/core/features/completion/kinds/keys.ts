import type { KeyDefinition, SectionDefinition } from '../../../model';
import { NEEDS } from '../../../model/schema/answers';
import { SECTIONS } from '../../../model/schema/sections';
import { ruleById } from '../../../rules';
import type { Draft, Template } from '../item';
import { type Around, textOfKey } from '../slot';
import type { Source } from '../source';
import { titleOfNext } from './api-entries';
import { defaultOf } from './defaults';
import { skeletonsOf } from './entries';
import { textItems } from './texts';

/** The keys that say most, by section, in the order in which they are best written. */
const FIRST: Readonly<Record<string, readonly string[]>> = {
  apis: ['spec', 'exposure'],
  goals: ['regulation', 'property', 'protects', 'acceptable'],
  risk: ['method', 'acceptable'],
  data: ['class', 'schemas', 'fields'],
  zones: ['trust'],
  actors: ['zone', 'calls'],
  components: ['kind', 'zone', 'holds'],
  flows: ['carries', 'over'],
  businessFlows: ['operations'],
  threats: ['title', 'affects', 'stride', 'rule', 'dread'],
  assumptions: ['title', 'covers', 'owner', 'until'],
  rules: ['level', 'reason'],
  notApplicable: ['reason'],
  environments: ['servers'],
};

/** Keys that belong to one strategy alone. */
const OF_STRATEGY: Readonly<Record<string, string>> = {
  removes: 'avoid',
  to: 'transfer',
  reason: 'accept',
  until: 'accept',
};

const LAST: ReadonlySet<string> = new Set(['notes', 'owner', 'ticket', 'tags']);

/** Keys that an entry may have and has not, those that it needs first. */
export function keyItems(
  source: Source,
  around: Around,
  keys: readonly KeyDefinition[],
  present: ReadonlySet<string>,
): Template[] {
  const order = orderOf(around);
  return [...keys, ...parametersOf(around)]
    .filter(({ name }) => !present.has(name))
    .map((key, index) => ({ key, index, rank: rankOf(key.name, order, around) }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ key, rank }) => keyItem(source, around, key, rank < order.length));
}

/** What the rule at the cursor lets a model set. */
function parametersOf({ section, entryId }: Around): KeyDefinition[] {
  const parameters = section?.entries === 'rule' ? (ruleById(entryId)?.parameters ?? {}) : {};
  return Object.entries(parameters).map(([name, doc]) => ({ name, type: { kind: 'number' }, many: false, doc }));
}

function orderOf(around: Around): readonly string[] {
  const section = around.section?.name ?? '';
  if (section !== 'mitigations') return FIRST[section] ?? [];
  const strategy = strategyOf(around);
  const needs: readonly string[] = NEEDS[strategy];
  return [
    'title',
    ...(strategy === 'reduce' ? ['control'] : []),
    ...(strategy === 'avoid' ? [] : ['covers']),
    ...needs,
  ];
}

function strategyOf(around: Around): keyof typeof NEEDS {
  const written = textOfKey(around, 'strategy');
  return written in NEEDS ? (written as keyof typeof NEEDS) : 'reduce';
}

function rankOf(name: string, order: readonly string[], around: Around): number {
  const at = order.indexOf(name);
  if (at >= 0) return at;
  if (
    around.section?.name === 'mitigations' &&
    OF_STRATEGY[name] !== undefined &&
    OF_STRATEGY[name] !== strategyOf(around)
  ) {
    return order.length + 3;
  }
  return order.length + (LAST.has(name) ? 2 : 1);
}

function keyItem(source: Source, around: Around, key: KeyDefinition, isNeeded: boolean): Template {
  const needed = isNeeded && around.section?.name === 'mitigations' && key.name !== 'title' && key.name !== 'control';
  return {
    label: key.name,
    kind: 'key',
    draft: { name: key.name, value: defaultOf(source, key) },
    detail: needed ? `needed · ${key.doc}` : key.doc,
    about: { role: 'key', name: `${around.section?.name ?? ''} ${key.name}` },
    asks: hasValues(source, key),
  };
}

/** Whether values are offered for a key, so that they may be shown at once. */
function hasValues(source: Source, key: KeyDefinition): boolean {
  if (['any', 'map'].includes(key.type.kind)) return false;
  return key.type.kind !== 'text' || textItems(source, key, new Set()).length > 0;
}

/** Root keys that are not there yet, in the order in which they are best written, each with a beginning. */
export function rootItems(source: Source, present: ReadonlySet<string>): Template[] {
  const isLate = ({ name }: SectionDefinition) => name !== 'owner' && LAST.has(name);
  const order = [...SECTIONS.filter((section) => !isLate(section)), ...SECTIONS.filter(isLate)];
  const rest = order.filter(({ name }) => !present.has(name)).map((section) => rootItem(source, section));
  return present.has('stridewise') ? rest : [modelItem(source), ...rest];
}

function rootItem(source: Source, section: SectionDefinition): Template {
  const { name, doc, value, keys, entries } = section;
  const about = { role: 'section', name };
  if (value !== null) {
    const isVersion = name === 'stridewise';
    const draft: Draft = {
      name,
      value: isVersion ? { text: '1', field: false, isNumber: true } : defaultOf(source, value),
    };
    return { label: name, kind: 'section', draft, detail: doc, about, asks: !isVersion && hasValues(source, value) };
  }
  const skeletons = skeletonsOf(source, name).slice(0, COME_TOGETHER.has(name) ? undefined : 1);
  const first = keys.filter((key) => FIRST[name]?.includes(key.name) === true);
  const inner: readonly Draft[] =
    entries === null
      ? first.map((key) => ({ name: key.name, value: defaultOf(source, key) }))
      : skeletons.map(({ draft }) => draft);
  return { label: name, kind: 'section', draft: { name, value: inner }, detail: doc, about };
}

/** Sections in which one entry says nothing without the others. */
const COME_TOGETHER: ReadonlySet<string> = new Set(['zones']);

/** A whole model to begin with. */
function modelItem(source: Source): Template {
  const [api] = skeletonsOf(source, 'apis');
  const value: readonly Draft[] = [
    { name: 'stridewise', value: { text: '1', field: false, isNumber: true } },
    { name: 'title', value: { text: titleOfNext(source) || 'TODO', field: true } },
    { name: 'apis', value: api === undefined ? [] : [api.draft] },
  ];
  return {
    label: 'stridewise: 1 …',
    kind: 'section',
    draft: { name: '', value },
    detail: 'A new threat model',
    filter: 'stridewise threat model',
    about: { role: 'section', name: 'stridewise' },
  };
}
