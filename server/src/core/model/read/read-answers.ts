import { kindOf } from '../../text';
import { NEEDS } from '../schema/answers';
import type { NameOf } from '../schema/schema-types';
import type { KeysOf } from '../schema/sections';
import type { Mitigation, Statement } from '../types';
import { itemsOf, type Pair, placeOf, textAt } from './cells';
import type { Fields } from './fields';
import { insertKeys } from './insert-keys';
import type { Report } from './report';
import { isDate, percentage, statement, statementsOf } from './values';

/** An answer; what it lacks is told at its id. */
export function makeMitigation(pair: Pair, fields: Fields<KeysOf<'mitigations'>>, report: Report): Mitigation {
  const strategy = fields.word('strategy') ?? 'reduce';
  const status = fields.word('status');
  const needs: readonly NameOf<KeysOf<'mitigations'>>[] =
    status === 'verified' ? [...NEEDS[strategy], 'evidence'] : NEEDS[strategy];
  // What cannot be read is told where it stands, and does not count as given.
  const unread = new Set<string>([
    ...(status === null ? ['status'] : []),
    ...(isDate(fields.text('until')) ? [] : ['until']),
  ]);
  const implied = impliedPlace(pair, fields, strategy, report);
  const missing = needs
    .filter((key) => unread.has(key) || fields.texts(key).length === 0)
    .filter((key) => key !== 'removes' || implied.length === 0);
  const given = (key: 'covers' | 'except' | 'removes', kind: 'where' | 'statement' = 'statement') =>
    statementsOf(fields.cell(key), kind, report.site);
  tellLack(pair, fields, { strategy, absent: missing.filter((key) => fields.cell(key) === undefined) }, report);
  tellBlank(fields, [...missing, 'monitor'], report);
  return {
    id: pair.key,
    title: fields.text('title'),
    strategy,
    assumed: false,
    control: fields.text('control'),
    covers: strategy === 'avoid' ? given('covers') : [...given('covers'), ...implied],
    except: given('except'),
    removes: strategy === 'avoid' ? [...given('removes', 'where'), ...implied] : given('removes', 'where'),
    status,
    to: fields.text('to'),
    owner: fields.text('owner'),
    reason: fields.text('reason'),
    until: fields.text('until'),
    // A day that does not read is told at its place; a plan without one stays a plan.
    due: isDate(fields.text('due')) ? fields.text('due') : '',
    evidence: fields.texts('evidence'),
    effect: percentage(fields.text('effect')),
    in: fields.texts('in'),
    missing,
    at: pair.keyAt,
  };
}

/**
 * What an answer in a description reaches without saying so: a control and a removal are at what they stand on. The operations of a
 * whole API go away by name alone.
 */
function impliedPlace(
  { keyAt }: Pair,
  fields: Fields<KeysOf<'mitigations'>>,
  strategy: Mitigation['strategy'],
  { site }: Report,
): Statement[] {
  if (site === undefined || fields.cell('covers') !== undefined || fields.cell('removes') !== undefined) return [];
  const isMeant = strategy === 'avoid' ? site.reach !== 'api' : fields.text('control') !== '';
  return isMeant
    ? [statement({ what: null, where: { kind: 'here', part: '' } }, REACHES[site.reach], keyAt, site)]
    : [];
}

/** What answers stand on, in words. */
export const REACHES = { operation: 'this operation', path: 'this path', api: 'this API' } as const;

/** An assumption: it stands in place of an answer until its day, and takes nothing off the risk. */
export function makeAssumption(pair: Pair, fields: Fields<KeysOf<'assumptions'>>, report: Report): Mitigation {
  const needs = ['owner', 'until'] as const;
  const missing = needs.filter((key) => (key === 'until' ? !isDate(fields.text(key)) : fields.text(key) === ''));
  tellAbsent(
    pair,
    missing.filter((key) => fields.cell(key) === undefined),
    'an assumption',
    report,
  );
  return {
    id: pair.key,
    title: fields.text('title'),
    strategy: 'accept',
    assumed: true,
    control: '',
    covers: statementsOf(fields.cell('covers'), 'statement'),
    except: [],
    removes: [],
    status: null,
    to: '',
    owner: fields.text('owner'),
    reason: fields.text('reason'),
    until: fields.text('until'),
    due: '',
    evidence: fields.texts('evidence'),
    effect: null,
    in: [],
    missing,
    at: pair.keyAt,
  };
}

/** One problem for an answer that does not say what it is, or next to nothing. */
function tellLack(
  pair: Pair,
  fields: Fields<KeysOf<'mitigations'>>,
  { strategy, absent }: { readonly strategy: string; readonly absent: readonly string[] },
  report: Report,
): void {
  if (tellUnsaid(pair, fields, report)) return;
  const hasPlace = report.site !== undefined && fields.text('control') !== '';
  const isBegun = strategy === 'avoid' || hasPlace || [fields.cell('covers'), fields.cell('removes')].some(Boolean);
  const isNew = absent.length > 0 && !isBegun;
  tellAbsent(pair, isNew ? ['covers', ...absent] : absent, strategy, report);
  const isSaid = hasPlace && fields.cell('covers') === undefined;
  if (strategy !== 'avoid' && !isNew && !isSaid) tellEmpty(pair, fields, report);
}

/** Keys that only one strategy has. */
const TELLING = [
  ['to', 'transfer'],
  ['removes', 'avoid'],
  ['until', 'accept'],
] as const;

/** An answer without its strategy, whose keys say that it does not only reduce. */
function tellUnsaid(pair: Pair, fields: Fields<KeysOf<'mitigations'>>, report: Report): boolean {
  const found = TELLING.find(([key]) => fields.cell(key) !== undefined);
  if (fields.cell('strategy') !== undefined || found === undefined) return false;
  const [key, strategy] = found;
  const repair = insertKeys(pair, ['strategy'], strategy);
  const message = `\`${pair.key}\` has the key \`${key}\`, and without a \`strategy\` it only reduces: is \`strategy: ${strategy}\` meant?`;
  report.add('warning', 'unsaid-strategy', message, pair.keyAt, repair);
  return true;
}

/** A text or a list in place of keys has been told as such. */
export function isNoMapping({ value }: Pair): boolean {
  return kindOf(value.block, value.node) !== 'map' && itemsOf(value).length > 0;
}

/** A key that the answer needs and that has no value yet, or where one would see it happen. */
function tellBlank(
  fields: Fields<KeysOf<'mitigations'>>,
  keys: readonly NameOf<KeysOf<'mitigations'>>[],
  report: Report,
): void {
  for (const key of keys) {
    const cell = key === 'covers' || key === 'removes' ? undefined : fields.cell(key);
    if (cell === undefined || itemsOf(cell).some((item) => textAt(item).trim() !== '')) continue;
    report.warn('todo', `\`${key}\` is still to be filled in`, placeOf(cell));
  }
}

/** What is still to be filled in is told there. */
function tellEmpty(pair: Pair, fields: Fields<KeysOf<'mitigations'>>, report: Report): void {
  const cells = [fields.cell('covers'), fields.cell('removes')].filter((cell) => cell !== undefined);
  if (isNoMapping(pair) || cells.some((cell) => itemsOf(cell).length > 0)) return;
  // A slip in the key is told there.
  if (report.problems.some(({ code, fix }) => code === 'unknown-key' && fix?.newText === 'covers')) return;
  const repair = fields.cell('covers') === undefined ? insertKeys(pair, ['covers']) : null;
  const message = `\`${pair.key}\` covers nothing: say under \`covers\` what it answers`;
  report.add('warning', 'covers-nothing', message, pair.keyAt, repair);
}

/** A threat that says not where, or not of what kind, is found nowhere. */
export function tellLackOfThreat(pair: Pair, fields: Fields<KeysOf<'threats'>>, report: Report): void {
  const isEmpty = (...keys: ('affects' | 'stride' | 'rule')[]) =>
    keys.flatMap((key) => fields.cell(key) ?? []).every((cell) => itemsOf(cell).length === 0);
  const absent = [...(isEmpty('affects') ? ['affects'] : []), ...(isEmpty('stride', 'rule') ? ['stride'] : [])];
  if (absent.length === 0 || isNoMapping(pair)) return;
  const isNew = absent.every((key) => !fields.names().includes(key));
  const repair = isNew ? insertKeys(pair, absent) : null;
  const message = `\`${pair.key}\` does not count yet: a threat needs ${absent.map((key) => `\`${key}\``).join(' and ')}`;
  report.add('warning', 'missing-key', message, pair.keyAt, repair);
}

function tellAbsent(pair: Pair, absent: readonly string[], who: string, report: Report): void {
  if (absent.length === 0 || isNoMapping(pair)) return;
  const list = absent.map((key) => `\`${key}\``).join(' and ');
  const repair = insertKeys(pair, absent);
  const message = `\`${pair.key}\` answers nothing yet: ${who} needs ${list}`;
  report.add('warning', 'missing-key', message, pair.keyAt, repair);
}
