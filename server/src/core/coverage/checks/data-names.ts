import { didYouMean, fieldsOf, isTodo, nearest, schemasOf, type WordIndex, writing } from '../../model';
import type { ModelProblem } from '../../model/types';
import type { Operation } from '../../openapi/types';
import { memo } from '../../text';
import type { ApiOfModel } from '../apis';
import type { CoverageCheck } from './input';

type Word = ReturnType<WordIndex['of']>[number];

type NamesOf = (operation: Operation) => ReadonlySet<string>;

/** Schemas and fields under `data` that no operation of the model's APIs takes or returns. */
export const dataNames: CoverageCheck = ({ model, words, named: apis, binding }) => {
  if (!binding.complete || model.shared) return [];
  if (model.components.some(({ id, spec }) => spec !== '' && !apis.some(({ entry }) => entry.id === id))) return [];
  const known = apis.map(({ description }) => knownIn(description.operations));
  const missing = (word: Word) => word.section === 'data' && !isTodo(word.text) && !known.some((one) => one(word));
  const names = memo((of: NamesOf) => namesIn(of, apis));
  return [...words.of('schema'), ...words.of('field')]
    .filter(missing)
    .map((word) => problemOf(word, names(namesFor(word.role))));
};

/** Whether some operation has the schema or field of a word; looked up once for each. */
const knownIn = memo((operations: readonly Operation[]) => {
  const found = new Map<string, boolean>();
  return ({ role, text }: Word): boolean => {
    const key = `${role} ${text}`;
    const known = found.get(key) ?? operations.some((operation) => namesFor(role)(operation).has(text));
    found.set(key, known);
    return known;
  };
});

function namesFor(role: Word['role']): NamesOf {
  return role === 'schema' ? schemasOf : fieldsOf;
}

/** All schemas, or all fields, of the APIs: gathered once for all words that none of them has. */
function namesIn(of: NamesOf, apis: readonly ApiOfModel[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { description } of apis) {
    for (const operation of description.operations) for (const name of of(operation)) names.add(name);
  }
  return names;
}

function problemOf(word: Word, names: ReadonlySet<string>): ModelProblem {
  const { role, text, at } = word;
  const near = nearest(text, names);
  const message = `No operation takes or returns a ${role} \`${text}\`${didYouMean(near)}`;
  const code = role === 'schema' ? 'unknown-schema' : 'unknown-field';
  return { code, message, severity: 'warning', at, ...writing(word, near) };
}
