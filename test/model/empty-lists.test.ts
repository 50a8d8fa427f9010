import { expect, test } from 'vitest';
import { readModel } from '../../server/src/core/model';
import { SECTIONS } from '../../server/src/core/model/schema/sections';
import { openDocument } from '../../server/src/core/text';

const mappings = SECTIONS.filter(({ value }) => value === null).map(({ name }) => name);

function problemsOf(text: string) {
  const { problems } = readModel(openDocument('file:///m.yaml', text, 'model'));
  return problems.map(({ code, message, severity, at }) => ({
    code,
    message,
    severity,
    at: at.block.text.slice(at.start, at.end),
  }));
}

test.each(mappings)('`%s` takes no list, an empty one neither', (name) => {
  const [full] = problemsOf(`stridewise: 1\n${name}:\n  - a\n`);
  expect(full?.code).toBe('wrong-type');
  for (const list of ['[]', '[ ]']) {
    const wanted = [{ ...full, at: list }];
    expect(problemsOf(`stridewise: 1\n${name}: ${list}\n`)).toEqual(wanted);
    expect(problemsOf(`{"stridewise": 1, "${name}": ${list}}`)).toEqual(wanted);
    expect(problemsOf(`%YAML 1.2\n---\nstridewise: 1\n${name}: ${list}\n`)).toEqual(wanted);
  }
});

test.each(mappings)('`%s` may have nothing yet', (name) => {
  for (const value of ['', '~', 'null', '{}']) expect(problemsOf(`stridewise: 1\n${name}: ${value}\n`)).toEqual([]);
});
