import type { Clause } from '../../../catalogue';
import { goalReports, isPending } from '../../../coverage';
import type { ModelGoal } from '../../../model/types';
import type { Candidate } from '../item';
import type { Source } from '../source';

interface Pending {
  readonly goal: ModelGoal;
  readonly regulation: string;
  readonly clause: Clause;
  readonly isPending: boolean;
}

/** The questions that the regulations of the model's goals ask, each once; those first that nothing answers. */
function questionsIn({ model, input }: Source): readonly Pending[] {
  const reports = goalReports(input.analysis).filter((report) => report.model === model);
  const all = reports.flatMap(({ goal, regulation, questions }) =>
    regulation === null
      ? []
      : questions.map((one) => ({ goal, regulation: regulation.name, clause: one.clause, isPending: isPending(one) })),
  );
  const once = new Map<string, Pending>();
  for (const one of all) if (once.get(one.clause.id)?.isPending !== true) once.set(one.clause.id, one);
  return [...once.values()].sort((a, b) => Number(b.isPending) - Number(a.isPending));
}

/** The names of these questions, as a statement names them. */
export function clauseItems(source: Source, taken: ReadonlySet<string>): Candidate[] {
  return questionsIn(source)
    .filter(({ clause }) => !taken.has(clause.id))
    .map((one) => ({ ...itemOf(one), label: one.clause.id, text: one.clause.id }));
}

/** Whole statements that answer what nothing answers yet. */
export function clauseStatements(source: Source, span: readonly [number, number]): Candidate[] {
  return questionsIn(source)
    .filter((one) => one.isPending)
    .map((one) => {
      const text = `${one.clause.id} on ${one.goal.protects[0]?.text}`;
      return { ...itemOf(one), label: text, kind: 'text', text, span };
    });
}

function itemOf({ regulation, clause: { id, number, topic, question } }: Pending) {
  const detail = `${regulation} ${number} · ${question}`;
  return { kind: 'rule', detail, filter: `${id} ${topic} ${regulation}`, about: { role: 'rule', name: id } } as const;
}
