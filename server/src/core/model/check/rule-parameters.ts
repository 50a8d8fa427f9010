import { nearest } from '../grammar/nearest';
import type { Check } from './input';
import { writing } from './input';

/** Keys of a rule's entry that are neither the language's nor parameters of the rule. */
export const ruleParameters: Check = ({ words, known }) =>
  words.of('key').flatMap((word) => {
    const { text, at, section, entry, key } = word;
    if (section !== 'rules' || key !== null || text.startsWith('x-') || text === '<<') return [];
    const rule = entry.replace(/^.*\//, '');
    if (!known.rules.has(rule)) return [];
    const prefix = `${rule}.`;
    const own = [...known.parameters]
      .filter((name) => name.startsWith(prefix))
      .map((name) => name.slice(prefix.length));
    if (own.includes(text)) return [];
    const list = own.length === 0 ? 'it has none' : `it has ${own.map((one) => `\`${one}\``).join(', ')}`;
    const message = `\`${rule}\` has no parameter \`${text}\`: ${list}`;
    return [{ code: 'unknown-parameter', message, severity: 'warning', at, ...writing(word, nearest(text, own)) }];
  });

/** Parameters are amounts; another text in their place would change nothing, and nobody would know. */
export const parameterValues: Check = ({ model, known }) =>
  model.rules
    .filter(({ at }) => at.uri === model.uri)
    .flatMap(({ id, parameters, at }) =>
      [...parameters]
        .filter(([name, value]) => known.parameters.has(`${id}.${name}`) && !/^\d+(?:\.\d+)?$/.test(value))
        .map(([name, value]) => {
          const message = `\`${name}\` of \`${id}\` takes a number, and \`${value}\` is none: it changes nothing`;
          return { code: 'not-a-number', message, severity: 'warning' as const, at };
        }),
    );
