import { expect, test } from 'vitest';
import { openDocument, signatureFor } from '../../server/src/core/index';
import { readMarkedText } from '../support/marked-text';

/** The signature at `$0` with its active part in brackets. */
function signature(text: string): string {
  const { files, cursor } = readMarkedText(`//- m.threats.yaml\nstridewise: 1\n${text}`);
  const document = openDocument(cursor?.uri ?? '', files[0]?.text ?? '', 'model');
  const found = signatureFor(document, cursor ?? { line: 0, character: 0 });
  const active = found?.parameters[found.active];
  if (found === null || active === undefined) return '';
  return `${found.label.slice(0, active.start)}<${found.label.slice(active.start, active.end)}>${found.label.slice(active.end)}`;
}

test.each([
  ['mitigations:\n  a:\n    covers: $0', '<what> on where'],
  ['mitigations:\n  a:\n    covers: disclosure and $0', '<what> on where'],
  ['mitigations:\n  a:\n    covers: [all on $0]', 'what on <where>'],
  ['mitigations:\n  a:\n    covers: store GET $0', 'what on <where>'],
  ['notApplicable:\n  denial on $0', 'what on <where>'],
  ['threats:\n  a:\n    affects: $0', '<[api]> METHOD path [part]'],
  ['threats:\n  a:\n    affects: store $0', '[api] <METHOD> path [part]'],
  ['threats:\n  a:\n    affects: GET $0', '[api] METHOD <path> [part]'],
  ['threats:\n  a:\n    affects: store GET /a $0', '[api] METHOD path <[part]>'],
  ['threats:\n  a:\n    dread: $0', '<damage> / reproducibility / exploitability / affected / discoverability'],
  ['threats:\n  a:\n    dread: 8/9/$07', 'damage / reproducibility / <exploitability> / affected / discoverability'],
  ['threats:\n  a:\n    dread: 1/2/3/4/5/$0', ''],
  ['threats:\n  a:\n    pasta: 0.6/$0', 'threat / <vulnerability> / impact'],
  ['flows:\n  shopper -> $0', 'caller -> <callee>'],
  ['threats:\n  a:\n    title: some $0', ''],
  ['threats:\n  $0', ''],
])('%s', (text, wanted) => expect(signature(text)).toBe(wanted));

test('a number that is typed says what it means', () => {
  const { files, cursor } = readMarkedText('//- m.threats.yaml\nstridewise: 1\nthreats:\n  a:\n    dread: 8/9$0');
  const document = openDocument(cursor?.uri ?? '', files[0]?.text ?? '', 'model');
  expect(signatureFor(document, cursor ?? { line: 0, character: 0 })?.parameters[0]?.doc).toContain('many people');
});
