import { questionsAnswered } from '../../coverage/closes';
import type { Mitigation, Model, ModelThreat, NotApplicable, Statement } from '../../model/types';
import { ruleById } from '../../rules';
import type { Stride } from '../../rules/types';
import type { SourceDocument } from '../../text';

/** The sections whose entries answer or name something. */
export type LensSection = 'threats' | 'mitigations' | 'notApplicable' | 'assumptions';

/** Categories whose question a statement is about. */
type Asked = ReadonlySet<Stride> | 'all';

/** An entry as far as it speaks of findings and questions. */
export interface LensEntry {
  /** Findings know their own threats and answers. */
  readonly threat: ModelThreat | null;
  readonly mitigation: Mitigation | null;
  /** False alarms know nothing of what silences them. */
  readonly statement: Statement | null;
  readonly asks: readonly { readonly statement: Statement; readonly asked: Asked }[];
  readonly except: readonly Statement[];
}

const NOTHING = { threat: null, mitigation: null, statement: null, asks: [], except: [] };

/** The entry of a model that stands in a document; a model may hold entries of files that it includes. */
export function lensEntry(document: SourceDocument, model: Model, section: LensSection, id: string): LensEntry | null {
  const stands = ({ at }: { readonly at: Statement['at'] }) => at.uri === document.uri;
  switch (section) {
    case 'threats': {
      const threat = model.threats.find((one) => one.id === id && stands(one));
      return threat === undefined ? null : { ...NOTHING, threat };
    }
    case 'mitigations': {
      const mitigation = model.mitigations.find((one) => one.id === id && stands(one));
      return mitigation === undefined ? null : ofMitigation(mitigation);
    }
    case 'notApplicable': {
      const found = model.notApplicable.find((one) => one.statement.text === id && stands(one));
      return found === undefined ? null : ofNotApplicable(found);
    }
    default: {
      const assumption = model.assumptions.find((one) => one.id === id && stands(one));
      return assumption === undefined ? null : ofMitigation(assumption);
    }
  }
}

function ofMitigation(mitigation: Mitigation): LensEntry {
  const { covers, removes, except } = mitigation;
  const primaryOf = (rule: string) => ruleById(rule)?.stride[0];
  const covering = covers.map((statement) => ({
    statement,
    asked: questionsAnswered(mitigation, statement, primaryOf),
  }));
  const removing = removes.map((statement) => ({ statement, asked: 'all' as const }));
  return { ...NOTHING, mitigation, asks: [...covering, ...removing], except };
}

function ofNotApplicable({ statement }: NotApplicable): LensEntry {
  return { ...NOTHING, statement, asks: [{ statement, asked: askedBy(statement) }] };
}

function askedBy({ what, where }: Statement): Asked {
  if (what === null || (where.kind === 'operations' && where.part !== '')) return new Set();
  return what.all ? 'all' : new Set(what.categories);
}
