import type { Analysis } from '../../coverage/types';
import { type Drift, GONE_FIELD, type Locked, type LockReading, listIn, OPEN_FIELD, textIn } from '../../drift';
import { findOperations, indexed, type Nameable } from '../../model';
import type { Model, ModelProblem, Statement } from '../../model/types';
import { memo } from '../../text';
import { type ModelDrift, modelDrifts } from './model-drift';

/** What is told of a place that nothing has. */
const GONE: readonly ModelProblem['code'][] = ['unknown-operation', 'hits-nothing', 'unknown-part'];

/** Problems of an analysis without those at `removes` of what was there at the last review: that it is gone is what was wanted. */
export const withoutReachedAims: (analysis: Analysis) => readonly ModelProblem[] = memo((analysis) => {
  const { problems } = analysis;
  const gone = problems.filter(({ code }) => GONE.includes(code));
  if (gone.length === 0) return problems;
  const aims = modelDrifts(analysis).flatMap((drift) => aimsOf(drift, gone));
  if (aims.length === 0) return problems;
  const reached = new Set(gone.filter((problem) => aims.some((aim) => isAt(problem, aim))));
  return problems.filter((problem) => !reached.has(problem));
});

function isAt({ at }: ModelProblem, { at: { uri, block, start, end } }: Statement): boolean {
  return at.uri === uri && at.block === block && start <= at.start && at.end <= end;
}

/** The lock is asked about those alone that have a problem. */
function aimsOf({ model, reading, drifts }: ModelDrift, gone: readonly ModelProblem[]): Statement[] {
  if (reading === null) return [];
  const asked = model.mitigations.flatMap(({ removes }) =>
    removes.filter((statement) => gone.some((problem) => isAt(problem, statement))),
  );
  if (asked.length === 0) return asked;
  const locked = recalledIn(reading, drifts);
  return asked.filter((statement) => namedIn(statement, model, locked).length > 0);
}

/** Entries of what is gone as some answer wanted it: a new lock keeps them, so that the answer goes on meaning something. */
export function reachedIn({ model, reading, drifts, records }: ModelDrift): readonly Locked[] {
  if (reading === null) return [];
  const gone = recalledIn(reading, drifts).filter(({ key }) => !records.has(key));
  const aims = model.mitigations.flatMap(({ removes }) => removes.flatMap((one) => namedIn(one, model, gone)));
  return [...new Set(aims)].map(({ key, locked }) => {
    // What is gone leaves nothing open.
    const { [OPEN_FIELD]: _open, ...entry } = locked.entry;
    return { key, entry: { ...entry, [GONE_FIELD]: 'yes' } };
  });
}

/** An operation as a lock remembers it. */
interface Recalled extends Nameable {
  readonly key: string;
  readonly api: string;
  readonly takes: readonly string[];
  readonly locked: Locked;
}

/** The operations of a lock; what only got another name is not gone. */
function recalledIn({ lock }: LockReading, drifts: readonly Drift[]): readonly Recalled[] {
  const renamed = new Set(drifts.flatMap(({ what, before }) => (what === 'renamed' ? before : [])));
  return [...lock.entries.values()].flatMap((one) => (renamed.has(one.key) ? [] : (recalled(one) ?? [])));
}

function namedIn({ where, at }: Statement, model: Model, locked: readonly Recalled[]): readonly Recalled[] {
  if (where.kind !== 'operations') return [];
  const isAnywhere = where.api === '' || where.api === 'every' || at.uri !== model.uri;
  const there = isAnywhere ? locked : locked.filter(({ api }) => api === where.api);
  const found = findOperations(indexed(there), where);
  return found.filter(({ takes }) => where.part === '' || takes.some((name) => isPart(name, where.part)));
}

function isPart(name: string, part: string): boolean {
  return name === part || name.startsWith(`${part}.`);
}

/** `store GET /orders`, `store webhook orderShipped`; null for an API or a component. */
function recalled(locked: Locked): Recalled | null {
  const { key, entry } = locked;
  const [api = '', kind = '', name = '', path = ''] = key.split(' ');
  if (kind === '') return null;
  const said = { key, api, locked, operationId: textIn(entry, 'id'), tags: [], takes: listIn(entry, 'takes') };
  if (kind === 'webhook' || kind === 'callback') return { ...said, kind, name, method: '', path };
  return { ...said, kind: 'operation', name: '', method: kind, path: name };
}
