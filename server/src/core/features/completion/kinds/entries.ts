import { stem } from '../../../coverage';
import { operationText } from '../../../model';
import { SAFE_METHODS } from '../../../model/grammar/words';
import type { Draft, DraftValue, Template } from '../item';
import { textIn, valueAt } from '../sketch/read-sketch';
import type { Source } from '../source';
import { placeFor, statementFor } from './defaults';
import { dayAfter } from './times';

type Value = string | readonly (readonly [key: string, value: string, isNumber?: true])[];

/** New entries of a section, each with what it needs; the most usual first. */
export function skeletonsOf(source: Source, section: string): Template[] {
  return (SKELETONS[section]?.(source) ?? []).map(({ label, detail, name, value }) => ({
    label,
    kind: 'entry',
    draft: draftOf(NAMES_STAND.has(section) ? name : freeName(source, name), value),
    detail,
    filter: `${label} ${name}`,
    about: { role: 'section', name: section },
  }));
}

/** Sections whose entries have no ids. */
const NAMES_STAND: ReadonlySet<string> = new Set(['flows', 'rules', 'notApplicable']);

interface Skeleton {
  readonly label: string;
  readonly detail: string;
  readonly name: string;
  readonly value: Value;
}

function draftOf(name: string, value: Value): Draft {
  return { name, isNamed: true, value: draftValue(value) };
}

function draftValue(value: Value): DraftValue {
  if (typeof value === 'string') return { text: value, field: true };
  return value.map(([key, text, isNumber]) => ({
    name: key,
    value: { text, field: key !== 'strategy', ...(isNumber && { isNumber }) },
  }));
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

function mitigations(source: Source): Skeleton[] {
  const covers = statementFor(source);
  const owner = textIn(valueAt(source.root, 'owner')) || 'TODO';
  const due = dayAfter(source.today, 90);
  return [
    {
      label: 'reduce',
      detail: 'A new mitigation: something is built against it',
      name: 'new-control',
      value: [
        ['title', 'TODO'],
        ['covers', covers],
        ['status', 'planned'],
        ['due', due],
      ],
    },
    {
      label: 'transfer',
      detail: 'A new mitigation: someone else takes it over',
      name: 'new-transfer',
      value: [
        ['title', 'TODO'],
        ['strategy', 'transfer'],
        ['to', 'TODO'],
        ['covers', covers],
        ['status', 'planned'],
        ['due', due],
      ],
    },
    {
      label: 'avoid',
      detail: 'A new mitigation: the operation goes away',
      name: 'new-removal',
      value: [
        ['title', 'TODO'],
        ['strategy', 'avoid'],
        ['removes', placeFor(source, 'removes')],
        ['status', 'planned'],
        ['due', due],
      ],
    },
    {
      label: 'accept',
      detail: 'A new mitigation: it stays, and somebody answers for it',
      name: 'new-acceptance',
      value: [
        ['title', 'TODO'],
        ['strategy', 'accept'],
        ['covers', covers],
        ['reason', 'TODO'],
        ['owner', owner],
        ['until', dayAfter(source.today, 180)],
      ],
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

function apis(source: Source): Skeleton[] {
  const named = new Set(source.apis.map(({ api }) => api.description.uri));
  const files = source.filesOf('openapi');
  const free = files.filter(
    (path) => ![...named].some((uri) => uri.endsWith(encodeURI(path.replace(/^(?:\.\.?\/)+/, '')))),
  );
  const [spec = './openapi.yaml'] = free.length > 0 ? free : files;
  const name = stem(spec)
    .replace(/[^A-Za-z0-9_.-]+/g, '-')
    .replace(/^[^A-Za-z_]+/, '');
  return [
    {
      label: 'API',
      detail: 'A new API by its description',
      name: /^(?:openapi|swagger|)$/i.test(name) ? 'api' : name,
      value: [
        ['spec', spec],
        ['exposure', 'internet'],
      ],
    },
  ];
}

function notApplicable(source: Source): Skeleton[] {
  const operations = source.operationsOf('').filter(({ operation }) => operation.kind === 'operation');
  const read = operations.find(({ operation }) => SAFE_METHODS.has(operation.method));
  const place = read === undefined ? 'READ /**' : operationText(read.operation, source.apis.length > 1 ? read.id : '');
  return [
    {
      label: 'not applicable',
      detail: 'A category or rule that does not apply somewhere, and why',
      name: `repudiation on ${place}`,
      value: 'TODO',
    },
  ];
}

function flows(source: Source): Skeleton[] {
  const [from = 'caller'] = source.named(['actors', 'components']).map(({ id }) => id);
  const to = source.named(['apis', 'components']).find(({ id }) => id !== from)?.id ?? 'api';
  const [data] = source.named(['data']);
  const carries = data === undefined ? [] : [['carries', data.id] as const];
  return [
    {
      label: 'flow',
      detail: 'A new flow, from caller to callee',
      name: `${from} -> ${to}`,
      value: [...carries, ['over', 'https']],
    },
  ];
}

/** The zone that entries of a kind most likely stand in. */
function zone(source: Source, index: number): readonly (readonly [string, string])[] {
  const zones = source.named(['zones']);
  const found = zones.at(index)?.id;
  return found === undefined ? [] : [['zone', found]];
}

const SKELETONS: Readonly<Record<string, (source: Source) => Skeleton[]>> = {
  apis,
  threats,
  mitigations,
  notApplicable,
  flows,
  environments: () => [
    {
      label: 'environment',
      detail: 'A new environment by the addresses of its servers',
      name: 'production',
      value: 'https://api.example.com',
    },
  ],
  goals: (source) => [
    {
      label: 'goal by property',
      detail: 'A new goal: something that must stay so',
      name: 'uptime',
      value: [
        ['property', 'availability'],
        ['protects', placeFor(source, 'protects')],
      ],
    },
    {
      label: 'goal by regulation',
      detail: 'A new goal: a law or standard',
      name: 'gdpr',
      value: [
        ['regulation', 'GDPR'],
        ['protects', placeFor(source, 'protects')],
      ],
    },
  ],
  data: () => [
    {
      label: 'data',
      detail: 'New data that is worth protecting',
      name: 'customer',
      value: [
        ['class', 'personal'],
        ['fields', 'email'],
      ],
    },
  ],
  zones: () => [
    { label: 'zone', detail: 'A new zone and how far it is trusted', name: 'backend', value: 'trusted' },
    { label: 'untrusted zone', detail: 'Where anyone may be', name: 'internet', value: 'untrusted' },
  ],
  actors: (source) => [
    {
      label: 'actor',
      detail: 'Somebody who uses the APIs',
      name: 'user',
      value: [...zone(source, 0), ['calls', source.apis[0]?.id ?? 'every ANY /**']],
    },
  ],
  components: (source) => [
    {
      label: 'datastore',
      detail: 'A new component: where data is kept',
      name: 'database',
      value: [['kind', 'datastore'], ...zone(source, -1)],
    },
    {
      label: 'gateway',
      detail: 'A new component: what calls pass',
      name: 'gateway',
      value: [['kind', 'gateway'], ...zone(source, -1)],
    },
    {
      label: 'external service',
      detail: 'A new component: what somebody else runs',
      name: 'provider',
      value: [['kind', 'external'], ['provider', 'Example Provider'], ...zone(source, 0)],
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
