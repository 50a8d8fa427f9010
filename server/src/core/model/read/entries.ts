import type { Exposure, Strategy, Stride } from '../../rules/types';
import { categoryOf } from '../grammar/words';
import type { Lifecycle, Mitigation, ModelApi, ModelThreat, NotApplicable, Status } from '../types';
import { ENTRY_KEYS } from './keys';
import type { Entry, Node, Reader } from './reader';
import { readStatement, readStatements } from './statements';

const EXPOSURES: readonly Exposure[] = ['internet', 'partner', 'internal'];
const LIFECYCLES: readonly Lifecycle[] = ['design', 'production', 'deprecated', 'retired'];
const STRATEGIES: readonly Strategy[] = ['reduce', 'transfer', 'avoid', 'accept'];
const STATUSES: readonly Status[] = ['missing', 'planned', 'implemented', 'verified'];
const NEEDS: Readonly<Record<Strategy, readonly string[]>> = {
  reduce: ['status'],
  transfer: ['to', 'status'],
  avoid: ['removes', 'status'],
  accept: ['reason', 'owner', 'until'],
};

type Fields = ReadonlyMap<string, Node>;

function fieldsOf(reader: Reader, entry: Entry, section: string): Fields {
  const fields = new Map<string, Node>();
  for (const field of reader.entries(entry.value)) {
    if (reader.known(field, ENTRY_KEYS[section] ?? [])) fields.set(field.key, field.value);
  }
  return fields;
}

export function readApi(reader: Reader, entry: Entry): ModelApi {
  const fields = fieldsOf(reader, entry, 'apis');
  const spec = fields.get('spec');
  if (!spec)
    reader.problem(
      'missing-key',
      `Say where the description of \`${entry.key}\` is: \`spec: ./openapi.yaml\``,
      entry.keyAt,
    );
  return {
    id: entry.key,
    spec: reader.text(spec, 'spec'),
    exposure: reader.word(fields.get('exposure'), 'exposure', EXPOSURES),
    lifecycle: reader.word(fields.get('lifecycle'), 'lifecycle', LIFECYCLES) ?? 'production',
    at: entry.keyAt,
    specAt: spec ? reader.place(spec) : entry.keyAt,
  };
}

export function readThreat(reader: Reader, entry: Entry): ModelThreat {
  const fields = fieldsOf(reader, entry, 'threats');
  const affects = readStatements(reader, fields.get('affects'), 'affects');
  if (!fields.has('affects')) reader.problem('missing-key', `Say what \`${entry.key}\` affects`, entry.keyAt);
  return {
    id: entry.key,
    title: reader.text(fields.get('title'), 'title') || entry.key,
    affects,
    stride: readCategories(reader, fields.get('stride')),
    rule: reader.text(fields.get('rule'), 'rule'),
    owasp: reader.texts(fields.get('owasp'), 'owasp'),
    cwe: reader.texts(fields.get('cwe'), 'cwe').map(Number).filter(Number.isInteger),
    dread: readDread(reader, fields.get('dread')),
    at: entry.keyAt,
  };
}

function readCategories(reader: Reader, node: Node | undefined): readonly Stride[] {
  const out: Stride[] = [];
  for (const item of reader.list(node)) {
    for (const word of reader.text(item, 'stride').split(/,|\band\b/)) {
      const category = categoryOf(word.trim());
      if (category) out.push(category);
      else reader.problem('unknown-category', `\`${word.trim()}\` is no STRIDE category`, reader.place(item));
    }
  }
  return out;
}

const FACTORS = ['damage', 'reproducibility', 'exploitability', 'affected', 'discoverability'];

function readDread(reader: Reader, node: Node | undefined): readonly (number | null)[] | null {
  if (!node) return null;
  const pairs = reader.entries(node);
  if (pairs.length > 0) {
    const named = new Map(pairs.filter((pair) => reader.known(pair, FACTORS)).map((pair) => [pair.key, pair.value]));
    return FACTORS.map((factor) => digit(reader, named.get(factor), reader.text(named.get(factor), factor)));
  }
  const parts = reader.text(node, 'dread').split('/');
  if (parts.length === 5) return parts.map((part) => digit(reader, node, part));
  reader.problem('malformed-vector', 'A DREAD vector is five numbers from 0 to 10: 8/9/7/8/6', reader.place(node));
  return null;
}

function digit(reader: Reader, node: Node | undefined, text: string): number | null {
  if (!node || text === '') return null;
  const value = Number(text);
  if (text.trim() !== '' && value >= 0 && value <= 10) return value;
  reader.problem('malformed-vector', `\`${text}\` is no number from 0 to 10`, reader.place(node));
  return null;
}

export function readMitigation(reader: Reader, entry: Entry): Mitigation {
  const fields = fieldsOf(reader, entry, 'mitigations');
  const strategy = reader.word(fields.get('strategy'), 'strategy', STRATEGIES) ?? 'reduce';
  const status = reader.word(fields.get('status'), 'status', STATUSES);
  const evidence = reader.texts(fields.get('evidence'), 'evidence');
  const removes = readStatements(reader, fields.get('removes'), 'removes');
  const said = (key: string) => {
    const text = reader.text(fields.get(key), key);
    return text === 'TODO' ? '' : text;
  };
  const missing = NEEDS[strategy].filter((key) => (key === 'removes' ? removes.length === 0 : said(key) === ''));
  if (status === 'verified' && evidence.length === 0) missing.push('evidence');
  const mitigation: Mitigation = {
    id: entry.key,
    title: reader.text(fields.get('title'), 'title') || entry.key,
    strategy,
    control: said('control'),
    covers: readStatements(reader, fields.get('covers'), 'covers'),
    except: readStatements(reader, fields.get('except'), 'except'),
    removes,
    status,
    to: said('to'),
    owner: said('owner'),
    reason: said('reason'),
    until: reader.date(fields.get('until'), 'until'),
    due: reader.date(fields.get('due'), 'due'),
    evidence,
    effect: readEffect(reader, fields.get('effect')),
    missing,
    at: entry.keyAt,
  };
  reportMitigation(reader, entry, mitigation);
  return mitigation;
}

function reportMitigation(reader: Reader, entry: Entry, mitigation: Mitigation): void {
  if (mitigation.missing.length > 0) {
    const keys = mitigation.missing.map((key) => `\`${key}\``).join(', ');
    reader.problem(
      'incomplete-answer',
      `\`${entry.key}\` does not count yet: it lacks ${keys}`,
      entry.keyAt,
      'warning',
    );
  }
  if (mitigation.covers.length === 0 && mitigation.removes.length === 0) {
    reader.problem('covers-nothing', `\`${entry.key}\` says nothing of what it covers`, entry.keyAt, 'warning');
  }
}

function readEffect(reader: Reader, node: Node | undefined): number | null {
  if (!node) return null;
  const match = /^(\d{1,3}(?:\.\d+)?)\s*%$/.exec(reader.text(node, 'effect'));
  const value = match ? Number(match[1]) / 100 : Number.NaN;
  if (value >= 0 && value <= 1) return value;
  reader.problem('malformed-percentage', 'An effect is a share like 70%', reader.place(node));
  return null;
}

export function readNotApplicable(reader: Reader, entry: Entry): NotApplicable | null {
  const at = { block: entry.keyAt.block, node: entry.value.node - 1 };
  const statement = readStatement(reader, entry.key, at);
  const reason = reader.text(entry.value, 'the reason');
  if (reason === '' || reason === 'TODO') {
    reader.problem('incomplete-answer', 'Say why this does not apply', entry.keyAt, 'warning');
  }
  return statement ? { statement, reason: reason === 'TODO' ? '' : reason, at: entry.keyAt } : null;
}
