import { type AskedClause, type GoalReport, goalPlace, goalReports } from '../coverage';
import type { Analysis } from '../coverage/types';
import { insertMitigation, insertNotApplicable } from '../model';
import type { SourceDocument } from '../text';
import type { Workspace } from '../workspace';
import type { Fix } from './diagnostic';
import { placedIn } from './fix-insertion';
import type { ProblemsHere } from './fix-model-problems';

const CODE = 'unanswered-regulation';

/** Answers to what a regulation asks of a goal: a mitigation for each question, one for all of them, and that one does not apply. */
export function regulationFixes(workspace: Workspace, analysis: Analysis, { uri, isHere }: ProblemsHere): Fix[] {
  const document = workspace.get(uri);
  if (document === undefined) return [];
  return goalReports(analysis)
    .filter(({ goal, model }) => model.uri === uri && isHere(goalPlace(goal, model)))
    .flatMap((report) => fixesOf(report, document));
}

function fixesOf(report: GoalReport, document: SourceDocument): Fix[] {
  const { regulation, questions } = report;
  const open = questions.filter(({ state }) => state === 'unanswered').map(({ clause }) => clause);
  const [first] = open;
  if (regulation === null || first === undefined) return [];
  const { name } = regulation;
  const fixOf = (title: string, made: Pick<Fix, 'edits'>): Fix => {
    return { title, kind: 'quickfix', diagnostics: [CODE], preferred: false, ...made };
  };
  const mitigate = (id: string, title: string, clauses: readonly Clause[]) => {
    const covers = clauses.flatMap((clause) => statementsOf(clause, report));
    return placedIn(document.uri, insertMitigation(document, { id, strategy: 'reduce', title, covers }));
  };
  const each = open.map((clause) => {
    const asked = `${name} ${clause.number} ${clause.topic}`;
    return fixOf(`Mitigate: ${asked}`, mitigate(clause.id, asked, [clause]));
  });
  const all = `What ${name} asks`;
  const whole = `Mitigate: all ${open.length} that ${name} asks`;
  const spared = open.map((clause) => {
    const [statement = ''] = statementsOf(clause, report);
    return fixOf(
      `Mark ${clause.id} as not applicable`,
      placedIn(document.uri, insertNotApplicable(document, statement)),
    );
  });
  return [...each, ...(open.length > 1 ? [fixOf(whole, mitigate(first.id, all, open))] : []), ...spared];
}

type Clause = AskedClause['clause'];

function statementsOf({ id }: Clause, { goal: { protects } }: GoalReport): readonly string[] {
  return protects.map(({ text }) => `${id} on ${text}`);
}
