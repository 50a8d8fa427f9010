import type { KeyDefinition } from '../../../model';
import { SAFE_METHODS } from '../../../model/grammar/words';
import { SECTIONS } from '../../../model/schema/sections';
import type { Draft, DraftValue, Template } from '../item';
import { textIn, valueAt } from '../sketch/read-sketch';
import type { Source } from '../source';
import { apis } from './api-entries';
import { data } from './data-entries';
import { choicesOf, placeFor, statementFor } from './defaults';
import { flows } from './flow-entries';
import { goals } from './goal-entries';
import { type Skeleton, type Value, zone } from './skeleton';
import { dayAfter } from './times';

/** New entries of a section, each with what it needs; the most usual first. */
export function skeletonsOf(source: Source, section: string): Template[] {
  return (SKELETONS[section]?.(source) ?? []).map(({ label, detail, name, value }) => ({
    label,
    kind: 'entry',
    draft: draftOf(source, section, NAMES_STAND.has(section) ? name : freeName(source, name), value),
    detail,
    filter: `${label} ${name}`,
    about: { role: 'section', name: section },
  }));
}

/** Sections whose entries have no ids. */
const NAMES_STAND: ReadonlySet<string> = new Set(['flows', 'rules', 'notApplicable']);

function draftOf(source: Source, section: string, name: string, value: Value): Draft {
  const { keys = [], shorthand } = SECTIONS.find((one) => one.name === section) ?? {};
  const whole = keys.find((one) => one.name === shorthand);
  if (typeof value === 'string') return { name, isNamed: true, value: field(source, whole, value) };
  const drafts = value.map(([key, begun, isNumber]): Draft => {
    if (typeof begun !== 'string') return { name: key, value: { text: begun.join(', '), field: true, items: begun } };
    const one = field(
      source,
      keys.find(({ name: known }) => known === key),
      begun,
    );
    return { name: key, value: { ...one, field: key !== 'strategy', ...(isNumber && { isNumber }) } };
  });
  return { name, isNamed: true, value: drafts };
}

function field(source: Source, key: KeyDefinition | undefined, text: string): Exclude<DraftValue, readonly Draft[]> {
  const choices = key === undefined ? [] : choicesOf(source, key);
  return { text, field: true, ...(choices.length > 1 && { choices }) };
}

/** The name, or the name with a number that nothing has. */
function freeName(source: Source, name: string): string {
  const taken = (id: string) =>
    source.has(id) || SECTIONS_WITHOUT_IDS.some((section) => valueAt(valueAt(source.root, section), id) !== undefined);
  for (let count = 1; count < 1000; count++) {
    const id = count === 1 ? name : `${name}-${count}`;
    if (!taken(id)) return id;
  }
  return name;
}

const SECTIONS_WITHOUT_IDS = ['mitigations', 'assumptions'];

const TITLE = ['title', 'TODO'] as const;

function mitigations(source: Source): Skeleton[] {
  const covers = ['covers', statementFor(source)] as const;
  const removes = ['removes', placeFor(source, 'removes')] as const;
  const owner = textIn(valueAt(source.root, 'owner')) || 'TODO';
  const planned = [
    ['status', 'planned'],
    ['due', dayAfter(source.today, 90)],
  ] as const;
  const answered = [
    ['reason', 'TODO'],
    ['owner', owner],
    ['until', dayAfter(source.today, 180)],
  ] as const;
  return [
    {
      label: 'reduce',
      detail: 'A new mitigation: something is built against it',
      name: 'new-control',
      value: [TITLE, covers, ...planned],
    },
    {
      label: 'transfer',
      detail: 'A new mitigation: someone else takes it over',
      name: 'new-transfer',
      value: [TITLE, ['strategy', 'transfer'], ['to', 'TODO'], covers, ...planned],
    },
    {
      label: 'avoid',
      detail: 'A new mitigation: the operation goes away',
      name: 'new-removal',
      value: [TITLE, ['strategy', 'avoid'], removes, ...planned],
    },
    {
      label: 'accept',
      detail: 'A new mitigation: it stays, and somebody answers for it',
      name: 'new-acceptance',
      value: [TITLE, ['strategy', 'accept'], covers, ...answered],
    },
  ];
}

function threats(source: Source): Skeleton[] {
  const affects = placeFor(source, 'affects');
  return [
    {
      label: 'threat',
      detail: 'A new threat that people know of',
      name: 'new-threat',
      value: [
        ['title', 'TODO'],
        ['affects', affects],
        ['stride', 'disclosure'],
        ['dread', '5/5/5/5/5', true],
      ],
    },
    {
      label: 'threat of a rule',
      detail: 'A new threat that is what a rule finds: its title, its numbers',
      name: 'new-threat',
      value: [
        ['title', 'TODO'],
        ['affects', affects],
        ['rule', source.openFindings()[0]?.finding.rule ?? 'broken-object-level-authorization'],
        ['stride', 'elevation'],
      ],
    },
  ];
}

function notApplicable(source: Source): Skeleton[] {
  const operations = source.operationsOf('').filter(({ operation }) => operation.kind === 'operation');
  const read = operations.find(({ operation }) => SAFE_METHODS.has(operation.method));
  const place = read === undefined ? 'READ /**' : source.placeOf(read.id, read.operation);
  return [
    {
      label: 'not applicable',
      detail: 'A category or rule that does not apply somewhere, and why',
      name: `repudiation on ${place}`,
      value: 'TODO',
    },
  ];
}

const SKELETONS: Readonly<Record<string, (source: Source) => Skeleton[]>> = {
  apis,
  threats,
  mitigations,
  notApplicable,
  flows,
  goals,
  environments: () => [
    {
      label: 'environment',
      detail: 'A new environment by the addresses of its servers',
      name: 'production',
      value: 'https://api.example.com',
    },
  ],
  data,
  zones: () => [
    { label: 'zone', detail: 'A new zone and how far it is trusted', name: 'backend', value: 'trusted' },
    { label: 'untrusted zone', detail: 'Where anyone may be', name: 'internet', value: 'untrusted' },
  ],
  actors: (source) => [
    {
      label: 'actor',
      detail: 'Somebody who uses the APIs',
      name: 'user',
      value: [...zone(source, 'untrusted'), ['calls', source.apis[0]?.id ?? 'every ANY /**']],
    },
  ],
  components: (source) => [
    {
      label: 'datastore',
      detail: 'A new component: where data is kept',
      name: 'database',
      value: [['kind', 'datastore'], ...zone(source, 'trusted')],
    },
    {
      label: 'gateway',
      detail: 'A new component: what calls pass',
      name: 'gateway',
      value: [['kind', 'gateway'], ...zone(source, 'semi-trusted')],
    },
    {
      label: 'external service',
      detail: 'A new component: what somebody else runs',
      name: 'provider',
      value: [['kind', 'external'], ['provider', 'Example Provider'], ...zone(source, 'untrusted')],
    },
  ],
  businessFlows: (source) => [
    {
      label: 'business flow',
      detail: 'Operations that are worth abusing together',
      name: 'checkout',
      value: placeFor(source, 'operations'),
    },
  ],
  rules: (source) => [
    {
      label: 'rule',
      detail: 'Another level for what a rule finds, with a reason',
      name: source.openFindings()[0]?.finding.rule ?? 'missing-rate-limit',
      value: [
        ['level', 'low'],
        ['reason', 'TODO'],
      ],
    },
  ],
  assumptions: (source) => [
    {
      label: 'assumption',
      detail: 'Something that is taken for granted',
      name: 'new-assumption',
      value: [
        ['title', 'TODO'],
        ['covers', statementFor(source)],
        ['owner', textIn(valueAt(source.root, 'owner')) || 'TODO'],
        ['until', dayAfter(source.today, 180)],
      ],
    },
  ],
};
