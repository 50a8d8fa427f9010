import { expect, test } from 'vitest';
import { analyse, type Diagnostic, diagnosticsFor } from '../../server/src/core';
import { BAD_MODELS, markedText } from '../robustness/support/bad-models';
import { meaningOf, SHOP_SPEC, shopModel } from '../robustness/support/sound-model';
import { TODAY } from '../support/check';
import { readMarkedText } from '../support/marked-text';
import { workspaceOf } from '../support/told';

const NAME = 'shop.threats.yaml';
const URI = `file:///work/${NAME}`;

function loaded(text: string, name = NAME) {
  const workspace = workspaceOf({ 'openapi.yaml': SHOP_SPEC, [name]: text });
  return { workspace, analysis: analyse(workspace, { today: TODAY }) };
}

function lineOf({ severity, code, range: { start, end }, message }: Diagnostic): string {
  const until = end.line === start.line ? '' : `${end.line + 1}:`;
  return `${start.line + 1}:${start.character}-${until}${end.character} ${severity} ${code}: ${message}`;
}

function told(text: string): string[] {
  const { workspace, analysis } = loaded(text);
  return diagnosticsFor(workspace, analysis, URI, { open: true })
    .filter(({ severity }) => severity !== 'hint')
    .map(lineOf)
    .sort();
}

const sound = meaningOf(shopModel());
test('nothing is wrong with the sound model', () => expect(told(shopModel())).toEqual([]));

test.each(Object.entries(BAD_MODELS))('%s', (_name, bad) => {
  const { files, marks } = readMarkedText(markedText(bad));
  const text = (bad.as ?? String)(files[0]?.text ?? '');
  const wanted = marks.map(({ line, start, end, severity, code, message }) => {
    return `${line + 1}:${start}-${end} ${severity} ${code}: ${message}`;
  });
  expect(told(text)).toEqual(wanted.sort());
  const lost = new Set(bad.lost);
  expect(meaningOf(text)).toMatchObject(Object.fromEntries(Object.entries(sound).filter(([name]) => !lost.has(name))));
});
