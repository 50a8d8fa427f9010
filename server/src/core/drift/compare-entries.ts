import { listed } from '../model/grammar/listed';
import { listIn, textIn } from './entry';
import { directionOf, securityWords } from './security-change';
import type { Change, Direction, Entry } from './types';

type Compare = (before: Entry, now: Entry) => readonly Change[];

/** What changed between two entries of one thing, the most telling first. */
export function changesBetween(before: Entry, now: Entry): readonly Change[] {
  return COMPARED.flatMap((compare) => compare(before, now));
}

/** Words for what came into a list and what went out of it. */
interface ListWords {
  readonly field: string;
  readonly came: (words: string) => string;
  readonly went: (words: string) => string;
  readonly cameIs?: Direction;
  readonly wentIs?: Direction;
  readonly word?: (item: string) => string;
}

function list({ field, came, went, cameIs = 'other', wentIs = 'other', word = (item) => item }: ListWords): Compare {
  return (before, now) => {
    const [old, fresh] = [listIn(before, field), listIn(now, field)];
    const added = fresh.filter((item) => !old.includes(item)).map(word);
    const gone = old.filter((item) => !fresh.includes(item)).map(word);
    return [
      ...(added.length > 0 ? [{ field, direction: cameIs, text: came(some(added)) }] : []),
      ...(gone.length > 0 ? [{ field, direction: wentIs, text: went(some(gone)) }] : []),
    ];
  };
}

function flag(field: string, came: Omit<Change, 'field'>, went: Omit<Change, 'field'>): Compare {
  return (before, now) => {
    const [old, fresh] = [textIn(before, field), textIn(now, field)];
    if ((old === '') === (fresh === '')) return [];
    return [{ field, ...(old === '' ? came : went) }];
  };
}

function text(field: string, words: (before: string, now: string) => string): Compare {
  return (before, now) => {
    const [old, fresh] = [textIn(before, field), textIn(now, field)];
    return old === fresh ? [] : [{ field, direction: 'other', text: words(old, fresh) }];
  };
}

const security: Compare = (before, now) => {
  const [old, fresh] = [listIn(before, 'security'), listIn(now, 'security')];
  if (old.length === fresh.length && old.every((one, index) => one === fresh[index])) return [];
  const direction = directionOf(old, fresh);
  return [{ field: 'security', direction, text: loginText(securityWords(old), securityWords(fresh), direction) }];
};

function loginText(old: string, fresh: string, direction: Direction): string {
  if (fresh === '') return `asks for no login any more (before: ${old})`;
  if (old === '') return `asks for a login now: ${fresh}`;
  const what = { more: 'asks callers for less', less: 'asks callers for more', other: 'asks for another login' }[
    direction
  ];
  return `${what}: ${fresh} (before: ${old})`;
}

const WIDTH = ['internal', 'partner', 'internet'];

const exposure: Compare = (before, now) => {
  const [old, fresh] = [textIn(before, 'exposure'), textIn(now, 'exposure')];
  if (old === fresh) return [];
  const wider = WIDTH.indexOf(fresh) > WIDTH.indexOf(old);
  const text = `is reached from the ${nameOfExposure(fresh)} now (before: ${nameOfExposure(old)})`;
  return [{ field: 'exposure', direction: wider ? 'more' : 'less', text }];
};

function nameOfExposure(word: string): string {
  return { internet: 'internet', partner: 'networks of partners', internal: 'inner network' }[word] ?? word;
}

/** A file of settings is there in both lists with different digests: it changed. */
const settings: Compare = (before, now) => {
  const [old, fresh] = [digestsIn(before), digestsIn(now)];
  const say = (words: string, names: readonly string[]): Change[] =>
    names.length === 0 ? [] : [{ field: 'settings', direction: 'other', text: `${words} ${some(names)}` }];
  // What nobody could read then or now tells nothing.
  const changed = [...fresh].filter(([name, digest]) => digest !== '' && old.get(name) && old.get(name) !== digest);
  return [
    ...say(
      'has other settings in',
      changed.map(([name]) => name),
    ),
    ...say(
      'has settings in',
      [...fresh.keys()].filter((name) => !old.has(name)),
    ),
    ...say(
      'no longer has settings in',
      [...old.keys()].filter((name) => !fresh.has(name)),
    ),
  ];
};

function digestsIn(entry: Entry): ReadonlyMap<string, string> {
  return new Map(
    listIn(entry, 'settings').map((item) => {
      const blank = item.lastIndexOf(' ');
      return blank < 0 ? [item, ''] : [item.slice(0, blank), item.slice(blank + 1)];
    }),
  );
}

/** What is bounded and what no longer is, of what was and is taken: the rest came or went with its bounds. */
const limits: Compare = (before, now) => {
  const stays = new Set(listIn(before, 'takes').filter((item) => listIn(now, 'takes').includes(item)));
  const kept = (entry: Entry): Entry => ({ limits: listIn(entry, 'limits').filter((item) => stays.has(item)) });
  return list({
    field: 'limits',
    came: (words) => `limits ${words} now`,
    went: (words) => `no longer limits ${words}`,
    cameIs: 'less',
    wentIs: 'more',
  })(kept(before), kept(now));
};

const nameOfControl = (id: string): string => id.replaceAll('-', ' ');
const quoted = (word: string): string => (word === '' ? 'none' : word);

const COMPARED: readonly Compare[] = [
  security,
  exposure,
  list({
    field: 'returns',
    came: (words) => `returns ${words} data now`,
    went: (words) => `returns no ${words} data any more`,
    cameIs: 'more',
    wentIs: 'less',
  }),
  list({
    field: 'collects',
    came: (words) => `takes in ${words} data now`,
    went: (words) => `takes in no ${words} data any more`,
    cameIs: 'more',
    wentIs: 'less',
  }),
  list({
    field: 'takes',
    came: (words) => `takes ${words} now`,
    went: (words) => `takes ${words} no longer`,
  }),
  limits,
  list({
    field: 'shows',
    came: (words) => `shows ${words} now`,
    went: (words) => `no longer shows ${words}`,
    cameIs: 'less',
    wentIs: 'more',
    word: nameOfControl,
  }),
  list({
    field: 'gateway',
    came: (words) => `has the gateway see to ${words} now`,
    went: (words) => `no longer has the gateway see to ${words}`,
    cameIs: 'less',
    wentIs: 'more',
  }),
  list({
    field: 'servers',
    came: (words) => `is served at ${words} now`,
    went: (words) => `is no longer served at ${words}`,
  }),
  list({
    field: 'schemes',
    came: (words) => `logs callers in by ${words} now`,
    went: (words) => `no longer logs callers in by ${words}`,
  }),
  list({
    field: 'origins',
    came: (words) => `lets the sites of ${words} read its answers now`,
    went: (words) => `no longer lets the sites of ${words} read its answers`,
    cameIs: 'more',
    wentIs: 'less',
  }),
  flag(
    'unlisted',
    { direction: 'more', text: 'passes on routes that its description does not list now' },
    { direction: 'less', text: 'passes on only the routes that its description lists now' },
  ),
  flag(
    'internal',
    { direction: 'other', text: 'is marked as internal now' },
    { direction: 'more', text: 'is no longer marked as internal' },
  ),
  flag(
    'deprecated',
    { direction: 'other', text: 'is deprecated now' },
    { direction: 'other', text: 'is no longer deprecated' },
  ),
  text('version', (before, now) => `is version ${quoted(now)} now (before: ${quoted(before)})`),
  text('kind', (before, now) => `is of kind ${quoted(now)} now (before: ${quoted(before)})`),
  list({
    field: 'ports',
    came: (words) => `listens at ${words} now`,
    went: (words) => `no longer listens at ${words}`,
    cameIs: 'more',
    wentIs: 'less',
  }),
  settings,
  text('id', (before, now) => `has the operationId ${quoted(now)} now (before: ${quoted(before)})`),
];

/** More than these are counted. */
const MOST = 5;

function some(words: readonly string[]): string {
  return listed(words.length > MOST ? [...words.slice(0, MOST), `${words.length - MOST} more`] : words);
}
