import { CONTROLS } from '../../../controls';
import type { KeyDefinition } from '../../../model';
import type { DraftValue } from '../item';
import { textIn, valueAt } from '../sketch/read-sketch';
import type { Source } from '../source';
import { textItems } from './texts';
import { dayAfter } from './times';

/** How far ahead a day most often lies, by key. */
const DAYS_AHEAD: Readonly<Record<string, number>> = { until: 180, due: 90, sunset: 365, reviewed: 0 };

/** What keys that take any text begin with, where that is not to be filled in by somebody. */
const TEXTS: Readonly<Record<string, string>> = {
  over: 'https',
  regulation: 'GDPR',
  ports: '443',
  servers: 'https://api.example.com',
  versionedBy: 'header X-Version',
  provider: 'Example Provider',
};

/** Words of a choice that are a better beginning than the first. */
const LIKELY: Readonly<Record<string, string>> = {
  status: 'planned',
  acceptable: 'medium',
  class: 'personal',
  lifecycle: 'production',
  likelihood: 'medium',
  impact: 'medium',
  kind: 'datastore',
  trust: 'trusted',
  property: 'availability',
};

/** What a key begins with, to be typed over. */
export function defaultOf(source: Source, key: KeyDefinition): DraftValue {
  const { type, name } = key;
  if (type.kind === 'map') {
    const field = (item: KeyDefinition) => ({ name: item.name, value: defaultOf(source, item) });
    return type.keys.slice(0, 2).map(field);
  }
  const isNumber =
    type.kind === 'numbers' ||
    type.kind === 'cwe' ||
    type.kind === 'number' ||
    name === 'ports' ||
    name === 'stridewise';
  const choices = choicesOf(source, key);
  return {
    text: textFor(source, key),
    field: true,
    ...(isNumber && { isNumber }),
    ...(choices.length > 1 && { choices }),
  };
}

/** A choice of more than these is a list to search. */
const MOST_CHOICES = 20;

/** What a key may be, where that is a handful of words. */
export function choicesOf(source: Source, key: KeyDefinition): readonly string[] {
  const { type } = key;
  // While a choice is open nothing else is suggested, so that a list of several could not be written.
  if (key.many) return [];
  if (type.kind === 'word') return type.choices.map(({ name }) => name);
  if (type.kind === 'text')
    return WITH_CHOICES.has(key.name) ? textItems(source, key, new Set()).map(({ text }) => text) : [];
  const ids = type.kind === 'id' ? source.named(type.of).map(({ id }) => id) : [];
  return ids.length > MOST_CHOICES ? [] : ids;
}

/** Keys that take any text, of which a few are usual. */
const WITH_CHOICES: ReadonlySet<string> = new Set(['over', 'regulation']);

function textFor(source: Source, key: KeyDefinition): string {
  const { type, name } = key;
  switch (type.kind) {
    case 'word':
      return type.choices.find((choice) => choice.name === LIKELY[name])?.name ?? type.choices[0]?.name ?? '';
    case 'id':
      return source.named(type.of)[0]?.id ?? 'TODO';
    case 'where':
      return placeFor(source, name);
    case 'statement':
      return statementFor(source);
    case 'date':
      return dayAfter(source.today, DAYS_AHEAD[name] ?? 90);
    case 'numbers':
      return type.factors
        .map(({ maximum, usual }) => usual ?? (maximum > 2 ? Math.floor(maximum / 2) : maximum / 2))
        .join('/');
    default:
      return plainFor(source, key);
  }
}

function plainFor(source: Source, { type, name }: KeyDefinition): string {
  const [worst] = source.openFindings();
  const usual: Partial<Record<typeof type.kind, string>> = {
    duration: '90 days',
    percentage: '70%',
    number: '100',
    category: 'spoofing',
    rule: worst?.finding.rule ?? 'broken-object-level-authorization',
    control: CONTROLS.find(({ answers }) => answers.includes(worst?.finding.rule ?? ''))?.id ?? CONTROLS[0]?.id ?? '',
    attack: 'forced-browsing',
    owasp: 'API1:2023',
    cwe: '639',
    field: 'email',
    spec: source.filesOf('openapi')[0] ?? './openapi.yaml',
    model: source.filesOf('model')[0] ?? './shared.threats.yaml',
    schema: 'TODO',
  };
  if (name === 'owner') return textIn(valueAt(source.root, 'owner')) || 'TODO';
  return usual[type.kind] ?? TEXTS[name] ?? 'TODO';
}

/** A place to begin with: data for what is protected, else an operation. */
export function placeFor(source: Source, key: string): string {
  const [data] = key === 'protects' ? source.named(['data', 'apis']) : [];
  return data?.id ?? firstOperation(source);
}

function firstOperation(source: Source): string {
  const [worst] = source.openFindings();
  const [operation] = worst?.finding.operations ?? [];
  if (worst !== undefined && operation !== undefined) return source.placeOf(worst.id, operation);
  const [first] = source.operationsOf('');
  return first === undefined ? 'ANY /**' : source.placeOf(first.id, first.operation);
}

/** What is open and riskiest, as a statement; all on the first API where nothing is. */
export function statementFor(source: Source): string {
  const [worst] = source.openFindings();
  const what = worst?.finding.operations[0] === undefined ? 'all' : worst.finding.rule;
  return `${what} on ${firstOperation(source)}`;
}
