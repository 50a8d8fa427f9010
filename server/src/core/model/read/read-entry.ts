import type { AnswerSite } from '../../openapi/types';
import { kindOf, type Place } from '../../text';
import { parseFlow } from '../grammar/flow';
import { categoryOf, reservedAs } from '../grammar/words';
import type { SectionDefinition } from '../schema/schema-types';
import type { KeysOf, SectionName } from '../schema/sections';
import { DREAD_FACTORS, PASTA_FACTORS } from '../schema/threats';
import type {
  BusinessFlow,
  Mitigation,
  ModelActor,
  ModelApi,
  ModelComponent,
  ModelData,
  ModelEnvironment,
  ModelFlow,
  ModelGoal,
  ModelProblem,
  ModelRule,
  ModelThreat,
  ModelZone,
  NotApplicable,
} from '../types';
import type { Cell, Pair } from './cells';
import { Fields, readFields } from './fields';
import { insertKeys } from './insert-keys';
import { OfPair, sectionAt } from './of-pair';
import { owaspWordsOf } from './owasp-words';
import { makeAssumption, makeMitigation, tellLackOfThreat } from './read-answers';
import { makeApi } from './read-api';
import { makeComponent, makeEnvironment, makeGoal, makeZone } from './read-landscape';
import { makeActor, makeBusinessFlow, makeData, makeFlow, makeRule } from './read-settings';
import { Report } from './report';
import { factorsOf, parsePlaced, statement, statementsOf } from './values';

/** What one entry of a section says. */
export interface Entry {
  readonly kind: string;
  /** The key that it stands under. */
  readonly key: string;
  /** The id, where entries of the section may be named by others. */
  readonly name: string;
  /** What it says, that of the entry of an included file below it too. */
  readonly fields: Fields;
  /** The entry of an included file whose keys it changes. */
  readonly base: Entry | null;
  /** The answers in a description that it is one of; undefined in a model. */
  readonly site: AnswerSite | undefined;
  readonly at: Place;
  readonly problems: readonly ModelProblem[];
  readonly api?: ModelApi;
  readonly threat?: ModelThreat;
  readonly mitigation?: Mitigation;
  readonly notApplicable?: NotApplicable;
  readonly actor?: ModelActor;
  readonly flow?: ModelFlow;
  readonly rule?: ModelRule;
  readonly businessFlow?: BusinessFlow;
  readonly data?: ModelData;
  readonly environment?: ModelEnvironment;
  readonly goal?: ModelGoal;
  readonly zone?: ModelZone;
  readonly component?: ModelComponent;
  readonly assumption?: Mitigation;
}

const NAMED = new Set(['apis', 'components', 'actors', 'data', 'goals', 'businessFlows', 'threats']);
const remembered = new OfPair<Entry>();

/**
 * Reads an entry; what its block said is remembered as long as the block lives. `base`: the entry of an included file that has
 * the same key, whose keys hold where this one names none. `site`: the answers in a description that it is one of.
 */
export function readEntry(pair: Pair, section: SectionDefinition, base: Entry | null = null, site?: AnswerSite): Entry {
  const kind = sectionAt(section.name, site);
  const last = remembered.get(pair, kind);
  if (last !== undefined && last.base === base && last.site === site) return last;
  return remembered.set(pair, kind, read(pair, section, base, site));
}

function read(pair: Pair, section: SectionDefinition, base: Entry | null, site?: AnswerSite): Entry {
  const report = new Report(site);
  checkName(pair, section, report);
  const own = readFields(pair, section, report);
  const fields = base === null ? own : laidOver(base.fields, own, section);
  // A merge key may bring what the entry lacks by itself.
  const lacking = report.problems.some(({ code }) => code === 'merge-key') ? new Report(site) : report;
  const made = isReadable(pair, section) ? make(pair, section.name, fields, lacking) : {};
  const name = NAMED.has(section.name) ? pair.key : '';
  const { problems } = report;
  return { kind: section.name, key: pair.key, name, fields, base, site, at: pair.keyAt, problems, ...made };
}

/** Whether an entry says anything; of an alias of nothing only its name is known. */
function isReadable({ value: { block, node } }: Pair, { shorthand }: SectionDefinition): boolean {
  return block.tree !== null && (kindOf(block, node) !== 'alias' || shorthand !== '');
}

/** The keys of both, each as the second says it where it does. */
function laidOver(below: Fields, above: Fields, section: SectionDefinition): Fields {
  const cells = new Map<string, Cell>();
  for (const fields of [below, above]) {
    for (const name of fields.names()) {
      const cell = fields.cell(name);
      if (cell !== undefined) cells.set(name, cell);
    }
  }
  return new Fields(cells, section.keys);
}

function checkName(pair: Pair, section: SectionDefinition, report: Report): void {
  const { key, keyAt } = pair;
  if (section.entries === 'id') checkId(pair, report);
  const parsed =
    section.entries === 'flow'
      ? parseFlow(key)
      : section.entries === 'statement'
        ? parsePlaced(key, 'statement', report.site)
        : null;
  if (parsed !== null && 'error' in parsed && pair.value.block.error === null) {
    const { error } = parsed;
    const exact = keyAt.block.text.slice(keyAt.start, keyAt.end) === key;
    const at = exact ? { ...keyAt, start: keyAt.start + error.start, end: keyAt.start + error.end } : keyAt;
    report.error(error.code, error.message, at, error.replacement);
  }
}

function checkId({ key, keyAt, value }: Pair, report: Report): void {
  const reserved = reservedAs(key);
  if (reserved !== null) report.error('reserved-id', `${reserved}: choose another id`, keyAt);
  else if (!/^[A-Za-z_][\w.-]*$/.test(key) && value.block.error === null) {
    const written = key === '' ? 'No id is written here' : `\`${key}\` is no id`;
    const message = `${written}: an id begins with a letter, then come letters, digits and hyphens`;
    report.error('malformed-id', message, keyAt);
  }
}

type Maker<Name extends SectionName> = (pair: Pair, fields: Fields<KeysOf<Name>>, report: Report) => Partial<Entry>;

/** What the entries of each section are read as. */
const MAKERS: { readonly [Name in SectionName]?: Maker<Name> } = {
  apis: (pair, fields, report) => ({ api: makeApi(pair, fields, report) }),
  threats: (pair, fields, report) => {
    tellLackOfThreat(pair, fields, report);
    return { threat: makeThreat(pair, fields) };
  },
  mitigations: (pair, fields, report) => ({ mitigation: makeMitigation(pair, fields, report) }),
  notApplicable: makeNotApplicable,
  actors: (pair, fields) => ({ actor: makeActor(pair, fields) }),
  flows: makeFlow,
  rules: (pair, fields, report) => ({ rule: makeRule(pair, fields, report) }),
  businessFlows: (pair, fields) => ({ businessFlow: makeBusinessFlow(pair, fields) }),
  data: (pair, fields) => ({ data: makeData(pair, fields) }),
  environments: (pair, fields) => ({ environment: makeEnvironment(pair, fields) }),
  goals: (pair, fields) => ({ goal: makeGoal(pair, fields) }),
  zones: (pair, fields) => ({ zone: makeZone(pair, fields) }),
  components: (pair, fields) => ({ component: makeComponent(pair, fields) }),
  assumptions: (pair, fields, report) => ({ assumption: makeAssumption(pair, fields, report) }),
};

function make(pair: Pair, section: string, fields: Fields, report: Report): Partial<Entry> {
  // A section's fields were read by its own keys, which is what its maker's type asks for.
  const maker = (MAKERS as Readonly<Record<string, Maker<SectionName> | undefined>>)[section];
  return maker?.(pair, fields as Fields<KeysOf<SectionName>>, report) ?? {};
}

function makeThreat(pair: Pair, fields: Fields<KeysOf<'threats'>>): ModelThreat {
  const weaknesses = fields.placed('cwe').filter(({ text }) => Number.isInteger(Number(text)));
  return {
    id: pair.key,
    title: fields.text('title'),
    affects: statementsOf(fields.cell('affects'), 'where'),
    stride: fields.texts('stride').flatMap((word) => categoryOf(word) ?? []),
    rule: fields.text('rule').replace(/^.*\//, ''),
    owasp: fields.texts('owasp'),
    cwe: weaknesses.map(({ text }) => Number(text)),
    weaknesses,
    by: fields.texts('by'),
    harms: fields.texts('harms'),
    attacks: fields.placed('attack'),
    dread: factorsOf(fields.cell('dread'), DREAD_FACTORS),
    owaspRating: owaspWordsOf(fields.cell('owaspRating')),
    pasta: factorsOf(fields.cell('pasta'), PASTA_FACTORS),
    at: pair.keyAt,
  };
}

function makeNotApplicable(pair: Pair, fields: Fields<KeysOf<'notApplicable'>>, report: Report): Partial<Entry> {
  const parsed = parsePlaced(pair.key, 'statement', report.site);
  if ('error' in parsed) return {};
  const reason = fields.text('reason');
  if (
    fields.cell('reason') === undefined ||
    (reason === '' && fields.texts('reason').length === 0 && report.problems.length === 0)
  ) {
    const repair = fields.cell('reason') === undefined ? insertKeys(pair, ['reason']) : null;
    report.add('warning', 'missing-key', 'Say why that does not apply', pair.keyAt, repair);
  }
  const said = statement(parsed.value, pair.key, pair.keyAt, report.site);
  return { notApplicable: { statement: said, reason, at: pair.keyAt } };
}
