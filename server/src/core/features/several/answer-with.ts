import type { Analysis } from '../../coverage/types';
import { addItems } from '../../model';
import type { Mitigation } from '../../model/types';
import type { Workspace } from '../../workspace';
import { reachesOf, reachOf, type Target, targetsOf } from '../answer-stub';
import type { Fix } from '../diagnostic';
import { mitigationId, mitigationsOf, stateInWords } from '../tree/mitigation-nodes';
import { questionStatements } from './drafts';
import { joinedStatements } from './joined-statements';
import { type Named, type Subject, subjectsOf } from './subjects';

/** A mitigation that may answer findings too. */
export interface MitigationChoice extends Fix {
  /** What it is, in words. */
  readonly description: string;
}

/**
 * What adds findings to those that a mitigation answers, for each that there is, or says why that cannot be.
 * @param only the id of the tree's node of the one that is asked for
 */
export function answerWith(
  workspace: Workspace,
  analysis: Analysis,
  named: readonly Named[],
  only?: string,
): MitigationChoice[] {
  const subjects = subjectsOf(analysis, named);
  if (subjects.length === 0) return [];
  const mitigations = mitigationsOf(analysis).filter((one) => only === undefined || mitigationId(one) === only);
  return mitigations.map((mitigation) => ({
    title: mitigation.title === '' ? mitigation.id : mitigation.title,
    description: [mitigation.id, stateInWords(mitigation)].filter((part) => part !== '').join(' · '),
    kind: 'quickfix',
    diagnostics: [...new Set(subjects.map(({ finding }) => finding.rule))],
    preferred: false,
    strategy: mitigation.strategy,
    ...changeOf(workspace, mitigation, subjects),
  }));
}

function changeOf(
  workspace: Workspace,
  mitigation: Mitigation,
  subjects: readonly Subject[],
): Pick<Fix, 'edits' | 'refused'> {
  const { id, at, strategy } = mitigation;
  const file = at.uri.slice(at.uri.lastIndexOf('/') + 1);
  const refuse = (why: string) => ({ edits: [], refused: `\`${id}\` cannot answer this: ${why}.` });
  if ([...mitigation.covers, ...mitigation.removes].some(({ site }) => site !== undefined))
    return refuse(`it stands in ${file}, beside what it answers, and reaches no further`);
  const document = workspace.get(at.uri);
  if (document === undefined) return refuse(`${file} is not there`);
  const statements: string[] = [];
  for (const subject of subjects) {
    const target = targetsOf(workspace, subject.api).find((one) => one.document === document);
    if (target === undefined) return refuse(whyNot(subject, mitigation, file));
    statements.push(...statementsFor(subject, mitigation, target));
  }
  const key = strategy === 'avoid' ? 'removes' : 'covers';
  const known = new Set(mitigation[key].map(({ text }) => text));
  const wanted = strategy === 'avoid' ? [...new Set(statements)] : joinedStatements(statements);
  const texts = wanted.filter((text) => !known.has(text));
  if (texts.length === 0) return refuse('it names this already');
  const added = addItems(document, { section: 'mitigations', entry: id }, key, texts);
  return 'refused' in added ? refuse(added.refused) : { edits: [{ uri: at.uri, edits: added.edits }] };
}

/** An included file speaks of every API that includes it: what holds of one of them has no place there. */
function whyNot({ api }: Subject, { at }: Mitigation, file: string): string {
  const includes = api.models.some(({ model }) => model.files.has(at.uri));
  return includes
    ? `it stands in ${file}, which is included and speaks of other APIs too`
    : `${file} does not name ${api.id}`;
}

function statementsFor({ api, finding, only }: Subject, { strategy }: Mitigation, target: Target): readonly string[] {
  if (finding.rule === 'unanswered') return questionStatements(finding, only, target, strategy);
  const context = { api, finding, strategy, target };
  const [reach] = only === null ? reachesOf(context) : reachOf(context, only);
  return (strategy === 'avoid' ? reach?.removes : reach?.covers) ?? [];
}
