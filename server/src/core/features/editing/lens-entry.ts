import { questionsAnswered } from '../../coverage/closes';
import { pairsOf } from '../../model/read/cells';
import { statementsOf } from '../../model/read/values';
import type { Mitigation, Model, ModelThreat, Statement } from '../../model/types';
import { ruleById } from '../../rules';
import type { Stride } from '../../rules/types';
import { memo, type SourceDocument } from '../../text';
import { type OutlineNode, outlineOf } from './outline';

/** The sections whose entries answer or name something. */
export type LensSection = 'threats' | 'mitigations' | 'notApplicable' | 'assumptions';

/** Categories whose question a statement is about. */
type Asked = ReadonlySet<Stride> | 'all';

/** An entry as far as it speaks of findings and questions. */
export interface LensEntry {
  /** Findings know their own threats and answers. */
  readonly threat: ModelThreat | null;
  readonly mitigation: Mitigation | null;
  /** What the findings of other entries are told by. */
  readonly statements: readonly Statement[];
  /** Whether a category in a statement means the findings in it, or their questions alone. */
  readonly byCategory: boolean;
  readonly asks: readonly { readonly statement: Statement; readonly asked: Asked }[];
  readonly except: readonly Statement[];
}

const NOTHING = { threat: null, mitigation: null, statements: [], byCategory: false, asks: [], except: [] };

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
      return found === undefined ? null : ofStatements([found.statement], false);
    }
    default:
      return model.uri === document.uri ? assumption(document, id) : null;
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

function ofStatements(statements: readonly Statement[], byCategory: boolean): LensEntry {
  const asks = statements.map((statement) => ({ statement, asked: askedBy(statement) }));
  return { ...NOTHING, statements, byCategory, asks };
}

function askedBy({ what, where }: Statement): Asked {
  if (what === null || (where.kind === 'operations' && where.part !== '')) return new Set();
  return what.all ? 'all' : new Set(what.categories);
}

function assumption(document: SourceDocument, id: string): LensEntry | null {
  const entries = outlineOf(document).find(({ key }) => key === 'assumptions')?.entries ?? [];
  const node = entries.find(({ key }) => key === id);
  return node === undefined ? null : ofStatements(coversOf(node), true);
}

const coversOf = memo((node: OutlineNode): readonly Statement[] => {
  const covers = pairsOf(node.value).find(({ key }) => key === 'covers');
  return covers === undefined ? [] : statementsOf(covers.value, 'statement');
});
