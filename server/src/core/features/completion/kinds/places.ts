import { operationText } from '../../../model';
import { partsOf } from '../../../model/bind/parts';
import { SAFE_METHODS } from '../../../model/grammar/words';
import type { Operation, SecurityScheme } from '../../../openapi/types';
import type { Candidate } from '../item';
import type { Source } from '../source';
import { idItems } from './ids';
import { schemasOf } from './specification-names';

/** What else than operations a place may name, by the key that it stands for. */
export interface PlaceKinds {
  /** Root keys whose entries it may name. */
  readonly sections: readonly string[];
  /** Operations that come first. */
  readonly isFirst: (operation: Operation) => boolean;
}

type Span = readonly [start: number, end: number];

const GROUPS: readonly (readonly [name: string, detail: string])[] = [
  ['ANY', 'every method'],
  ['READ', 'methods that change nothing'],
  ['WRITE', 'methods that change something'],
];

const PLACE = /^(?:(\S+)\s+)?(operation|tag|webhook|callback|schema|scheme)\s+(.*)$/;

/** Places that the words from `start` to the cursor may go on to. `written`: the whole text; `at`: the cursor in it. */
export function placeItems(source: Source, written: string, start: number, at: number, kinds: PlaceKinds): Candidate[] {
  const typed = written.slice(start, at);
  const begin = start + (/^\s*/.exec(typed)?.[0].length ?? 0);
  const named = PLACE.exec(written.slice(begin, at));
  if (named !== null && isApi(source, named[1])) {
    const [, api = '', by = '', name = ''] = named;
    return nameItems(source, api, by, [at - name.length, written.length], name, written.slice(begin, at));
  }
  const wordStart = at - (/\S*$/.exec(written.slice(begin, at))?.[0].length ?? 0);
  const span: Span = [wordStart, at + (/^\S*/.exec(written.slice(at))?.[0].length ?? 0)];
  const before = written.slice(begin, wordStart).trim();
  if (before.endsWith('->')) return endItems(source, before, span);
  const words = before === '' ? [] : before.split(/\s+/);
  return itemsBehind(source, words, span, [begin, written.length], kinds);
}

function isApi(source: Source, api: string | undefined): boolean {
  return api === undefined || api === 'every' || source.apisCalled(api).length > 0;
}

function itemsBehind(source: Source, words: readonly string[], span: Span, all: Span, kinds: PlaceKinds): Candidate[] {
  const [first, ...others] = words;
  if (first === undefined) return startItems(source, all, kinds);
  const hasApi = first === 'every' || source.apisCalled(first).length > 0;
  const api = hasApi ? first : '';
  const [method, path, ...more] = hasApi ? others : words;
  if (method === undefined) return apiItems(source, api, span, kinds);
  if (!/^[A-Z][A-Z0-9_-]*$/.test(method)) return hasApi || !source.has(first, ENDS) ? [] : [arrow(span)];
  if (path === undefined) return pathItems(source, api, method, span, kinds);
  return more.length > 0 ? [] : partItems(source, words.join(' '), span);
}

/** Root keys whose entries a flow may lead through. */
const ENDS = ['components', 'actors'];

/** Everything that a place may begin with. */
function startItems(source: Source, all: Span, kinds: PlaceKinds): Candidate[] {
  const prefix = source.apis.length > 1;
  const whole = source.operationsOf('').map(({ id, operation }) => ({
    ...operationItem(operation, prefix ? id : ''),
    span: all,
    isFirst: kinds.isFirst(operation),
  }));
  const apis = source.named(['apis']).map(({ id, title }): Candidate => {
    return {
      label: id,
      kind: 'reference',
      text: id,
      detail: `API · ${title}`,
      span: all,
      about: { role: 'reference', name: id },
    };
  });
  const every: Candidate[] = prefix
    ? [{ label: 'every', kind: 'word', text: 'every ', span: all, detail: 'in each of the APIs', asks: true }]
    : [];
  const ids = idItems(source, kinds.sections, new Set()).map((item) => ({ ...item, span: all }));
  const words = prefix ? [] : wordItems(source, '', all);
  const first = whole.filter((item) => item.isFirst);
  const rest = whole.filter((item) => !item.isFirst);
  return [...first, ...apis, ...ids, ...every, ...words, ...flowItems(source, all, kinds), ...rest];
}

/** What follows the id of an API. */
function apiItems(source: Source, api: string, span: Span, kinds: PlaceKinds): Candidate[] {
  const operations = source.operationsOf(api);
  const seen = new Set<string>();
  const items = operations.flatMap(({ operation }): (Candidate & { isFirst: boolean })[] => {
    const item = { ...operationItem(operation, ''), span, isFirst: kinds.isFirst(operation) };
    if (seen.has(item.text)) return [];
    seen.add(item.text);
    return [item];
  });
  const all: Candidate[] =
    api === 'every' ? [{ label: 'API', kind: 'word', text: 'API', span, detail: 'all APIs' }] : [];
  const flow = api === 'every' ? [] : [arrow(span)];
  return [
    ...items.filter((one) => one.isFirst),
    ...all,
    ...wordItems(source, api, span),
    ...flow,
    ...items.filter((one) => !one.isFirst),
  ];
}

/** Method groups, and words for what the description names otherwise. */
function wordItems(source: Source, api: string, span: Span): Candidate[] {
  const operations = source.operationsOf(api).map(({ operation }) => operation);
  const has: Readonly<Record<string, boolean>> = {
    operation: operations.some(({ operationId }) => operationId !== ''),
    tag: operations.some(({ tags }) => tags.length > 0),
    webhook: operations.some(({ kind }) => kind === 'webhook'),
    callback: operations.some(({ kind }) => kind === 'callback'),
    schema: schemasOf(source, api).length > 0,
    scheme: source.apisCalled(api).some(({ api: { description } }) => description.schemes.size > 0),
  };
  const groups = GROUPS.map(([name, detail]): Candidate => word(name, detail, span));
  const words = Object.keys(has).filter((name) => has[name] === true);
  return [...groups, ...words.map((name) => word(name, PLACE_WORDS_MEAN[name] ?? '', span))];
}

const PLACE_WORDS_MEAN: Readonly<Record<string, string>> = {
  operation: 'one operation, by its operationId',
  tag: 'the operations of a tag',
  webhook: 'an operation that we call, by its name',
  callback: 'an operation that we call back, by its name',
  schema: 'a schema, and what uses it',
  scheme: 'a security scheme, and what it protects',
};

function word(name: string, detail: string, span: Span): Candidate {
  return { label: name, kind: 'word', text: `${name} `, span, detail, asks: true };
}

function operationItem(operation: Operation, api: string): Candidate {
  const text = operationText(operation, api);
  const { summary, operationId } = operation;
  const detail = summary === '' ? operationId : summary;
  return {
    label: text,
    kind: 'operation',
    text,
    detail,
    filter: `${text} ${operationId}`,
    about: { role: 'place', name: text },
  };
}

/** Paths that take the method, and patterns over those that share a beginning. */
function pathItems(source: Source, api: string, method: string, span: Span, kinds: PlaceKinds): Candidate[] {
  const first = new Map<string, Candidate>();
  const rest = new Map<string, Candidate>();
  for (const { operation } of source.operationsOf(api)) {
    if (operation.kind !== 'operation' || !takes(method, operation.method)) continue;
    const path = operation.path.replaceAll(' ', '%20');
    const { summary, operationId } = operation;
    const item: Candidate = {
      label: path,
      kind: 'operation',
      text: path,
      span,
      detail: summary === '' ? operationId : summary,
      filter: `${path} ${operationId}`,
    };
    const into = kinds.isFirst(operation) ? first : rest;
    if (!first.has(path) && !rest.has(path))
      into.set(path, { ...item, about: { role: 'place', name: `${api} ${method} ${path}`.trim() } });
  }
  return [...first.values(), ...patternItems([...first.keys(), ...rest.keys()], span), ...rest.values()];
}

function patternItems(paths: readonly string[], span: Span): Candidate[] {
  const counts = new Map<string, number>([['/**', paths.length]]);
  for (const path of paths) {
    const segments = path.split('/').filter((segment) => segment !== '');
    for (let depth = 1; depth <= Math.min(3, segments.length); depth++) {
      if (segments[depth - 1]?.startsWith('{')) continue;
      const pattern = `/${segments.slice(0, depth).join('/')}/**`;
      counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
    }
  }
  return [...counts]
    .filter(([pattern, count]) => count > 1 || pattern === '/**')
    .map(([text, count]) => ({
      label: text,
      kind: 'operation',
      text,
      span,
      detail: count === 1 ? 'the only path' : `${count} paths`,
    }));
}

function takes(wanted: string, method: string): boolean {
  if (wanted === 'ANY' || method === 'ANY') return true;
  if (wanted === 'READ') return SAFE_METHODS.has(method);
  return wanted === 'WRITE' ? !SAFE_METHODS.has(method) : wanted === method;
}

/** Names behind `operation`, `tag`, ...; parts, where one stands already. */
function nameItems(source: Source, api: string, by: string, span: Span, typed: string, before: string): Candidate[] {
  const names = namesFor(source, api, by);
  const complete = [...names.keys()].find((name) => typed.startsWith(`${name} `));
  if (complete !== undefined && by !== 'tag') {
    const head = before.slice(0, before.length - typed.length + complete.length);
    const length = typed.length - complete.length - 1;
    return partItems(source, head, [span[0] + typed.length - length, span[1]]);
  }
  return [...names].map(([name, detail]) => ({
    label: name,
    kind: 'operation',
    text: name,
    span,
    detail,
    about: { role: 'place', name: `${api} ${by} ${name}`.trim() },
  }));
}

/** The names that may stand behind a word for a place, with what tells them apart. */
function namesFor(source: Source, api: string, by: string): ReadonlyMap<string, string> {
  if (by === 'schema') return new Map(schemasOf(source, api).map(({ id, name }) => [name, `schema of ${id}`]));
  if (by === 'scheme') return new Map(schemesOf(source, api).map(({ name, type }) => [name, type]));
  const pairs = source.operationsOf(api).flatMap(({ operation }): (readonly [string, string])[] => {
    const { operationId, kind, name, path, method, summary, tags } = operation;
    if (by === 'operation') return operationId === '' ? [] : [[operationId, `${method} ${path}`]];
    if (by === 'tag') return tags.map((tag) => [tag, '']);
    return by === kind ? [[name === '' ? path : name, summary]] : [];
  });
  return new Map(pairs);
}

function schemesOf(source: Source, api: string): SecurityScheme[] {
  return source.apisCalled(api).flatMap((one) => [...one.api.description.schemes.values()]);
}

/** `query.limit`, `body.role`: the parts of the operations at a place. */
function partItems(source: Source, place: string, span: Span): Candidate[] {
  const parts = new Set(source.operationsAt(place).flatMap(({ operation }) => [...partsOf(operation)]));
  return [...parts].map((text) => ({ label: text, kind: 'part', text, span }));
}

function arrow(span: Span): Candidate {
  return { label: '->', kind: 'word', text: '-> ', span, detail: 'a flow, from caller to callee', asks: true };
}

/** What a flow may go on to: first what the model's flows lead to from there. */
function endItems(source: Source, before: string, span: Span): Candidate[] {
  const last =
    before
      .replace(/\s*->$/, '')
      .split('->')
      .at(-1)
      ?.trim() ?? '';
  const ahead = new Set(
    (source.model?.flows ?? []).flatMap(({ hops }) =>
      hops.flatMap((hop, index) => (hop === last ? (hops[index + 1] ?? []) : [])),
    ),
  );
  const items = idItems(source, ['apis', 'components', 'actors'], new Set([last])).map((item) => ({ ...item, span }));
  return [...items.filter(({ text }) => ahead.has(text)), ...items.filter(({ text }) => !ahead.has(text))];
}

/** Flows of the model and their hops. */
function flowItems(source: Source, span: Span, { sections }: PlaceKinds): Candidate[] {
  if (!sections.includes('components')) return [];
  const hops = (source.model?.flows ?? []).flatMap((flow) =>
    flow.hops.slice(1).map((to, index) => `${flow.hops[index] ?? ''} -> ${to}`),
  );
  return [...new Set(hops)].map((text) => ({ label: text, kind: 'reference', text, span, detail: 'flow' }));
}
