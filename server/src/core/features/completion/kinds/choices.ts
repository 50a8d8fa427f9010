import type { ValueType } from '../../../model';
import type { Candidate } from '../item';

/** The words that a value may be, each with what it means. */
export function choiceItems(type: ValueType & { kind: 'word' }, key: string): Candidate[] {
  return type.choices.map(({ name, doc }) => ({
    label: name,
    kind: 'choice',
    text: name,
    detail: doc,
    about: { role: 'choice', name: `${key} ${name}` },
    isNumber: /^\d+$/.test(name),
  }));
}
