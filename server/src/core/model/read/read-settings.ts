import { parseFlow } from '../grammar/flow';
import type { KeysOf } from '../schema/sections';
import type { BusinessFlow, ModelActor, ModelData, ModelFlow, ModelRule } from '../types';
import type { Pair } from './cells';
import type { Fields } from './fields';
import { insertKeys } from './insert-keys';
import { isNoMapping } from './read-answers';
import type { Report } from './report';
import { statementsOf } from './values';

const OWN: ReadonlySet<string> = new Set(['level', 'reason', 'title', 'notes', 'owner', 'ticket', 'tags']);

/** A rule's entry; without a reason it changes nothing, and says so. */
export function makeRule(pair: Pair, fields: Fields<KeysOf<'rules'>>, report: Report): ModelRule {
  const reason = fields.text('reason');
  if (reason === '' && fields.cell('reason') === undefined && !isNoMapping(pair)) {
    const message = `Say why \`${pair.key}\` is judged otherwise: until \`reason\` is given, it is not`;
    const repair = insertKeys(pair, ['reason']);
    report.add('warning', 'missing-key', message, pair.keyAt, repair);
  }
  const names = fields.names().filter((name) => !OWN.has(name) && !name.startsWith('x-'));
  return {
    id: pair.key.replace(/^.*\//, ''),
    level: fields.word('level'),
    reason,
    parameters: new Map(names.map((name) => [name, fields.parameter(name)])),
    at: pair.keyAt,
  };
}

/** A business flow: its operations, in order. */
export function makeBusinessFlow(pair: Pair, fields: Fields<KeysOf<'businessFlows'>>): BusinessFlow {
  return { id: pair.key, operations: statementsOf(fields.cell('operations'), 'where'), at: pair.keyAt };
}

/** Data with the places that hold it. */
export function makeData(pair: Pair, fields: Fields<KeysOf<'data'>>): ModelData {
  return {
    id: pair.key,
    class: fields.text('class'),
    schemas: fields.texts('schemas'),
    fields: fields.texts('fields'),
    at: pair.keyAt,
  };
}

/** An actor with what it calls. */
export function makeActor(pair: Pair, fields: Fields<KeysOf<'actors'>>): ModelActor {
  return {
    id: pair.key,
    zone: fields.text('zone'),
    calls: statementsOf(fields.cell('calls'), 'where'),
    at: pair.keyAt,
  };
}

/** A flow by its key; a malformed one has been reported. */
export function makeFlow({ key, keyAt }: Pair, fields: Fields<KeysOf<'flows'>>): { readonly flow?: ModelFlow } {
  const parsed = parseFlow(key);
  if ('error' in parsed) return {};
  return { flow: { hops: parsed.value.hops, carries: fields.texts('carries'), over: fields.text('over'), at: keyAt } };
}
