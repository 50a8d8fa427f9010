import { didYouMean, fieldsOf, isTodo, nearest, schemasOf, type WordIndex } from '../../model';
import type { ModelProblem } from '../../model/types';
import type { Operation } from '../../openapi/types';
import type { CoverageCheck } from './input';

type Word = ReturnType<WordIndex['of']>[number];

/** Schemas and fields under `data` that no operation of the model's APIs takes or returns. */
export const dataNames: CoverageCheck = ({ model, words, apis, complete }) => {
  if (!complete || model.shared) return [];
  const operations = apis.flatMap(({ description }) => description.operations);
  const inData = (word: Word) => word.section === 'data';
  return [
    ...words
      .of('schema')
      .filter(inData)
      .flatMap((word) => missing(word, operations, schemasOf, 'unknown-schema')),
    ...words
      .of('field')
      .filter(inData)
      .flatMap((word) => missing(word, operations, fieldsOf, 'unknown-field')),
  ];
};

function missing(
  word: Word,
  operations: readonly Operation[],
  namesOf: (operation: Operation) => ReadonlySet<string>,
  code: 'unknown-schema' | 'unknown-field',
): ModelProblem[] {
  const { text, at, isExact } = word;
  if (isTodo(text) || operations.some((operation) => namesOf(operation).has(text))) return [];
  const near = nearest(text, new Set(operations.flatMap((operation) => [...namesOf(operation)])));
  const what = code === 'unknown-schema' ? 'schema' : 'field';
  const message = `No operation takes or returns a ${what} \`${text}\`${didYouMean(near)}`;
  const fix = near === undefined || !isExact ? {} : { fix: { title: `Write \`${near}\``, newText: near } };
  return [{ code, message, severity: 'warning', at, ...fix }];
}
