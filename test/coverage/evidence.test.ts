import { describe, expect, it } from 'vitest';
import { analyse, evidenceNamed, openDocument, Workspace, withEvidence } from '../../server/src/core/index';
import { TODAY } from '../support/check';

const MODEL = (evidence: string) => `stridewise: 1
mitigations:
  m: { control: audit-log, covers: denial on GET /x, status: verified, evidence: ${evidence} }
`;

const FILES: Readonly<Record<string, string>> = { 'file:///work/src/a.ts': 'function mustOwn() {}' };
const read = (uri: string) => {
  const text = FILES[uri];
  if (text !== undefined) return { text };
  if (!uri.startsWith('file:///work/')) return { reason: 'lies outside the workspace' };
  if (uri.endsWith('.png')) return { reason: 'is not a text file' };
  if (uri.endsWith('/src')) return { reason: 'is a folder' };
  return { reason: uri.includes('unseen') ? 'cannot be read' : 'does not exist' };
};

function told(evidence: string): string[] {
  const document = openDocument('file:///work/a.threats.yaml', MODEL(evidence), 'model');
  const workspace = withEvidence(Workspace.empty.with(document), read);
  return analyse(workspace, { today: TODAY })
    .problems.filter(({ code }) => code.startsWith('evidence'))
    .map(({ code, at, severity }) => `${severity} ${code} ${at.block.text.slice(at.start, at.end)}`);
}

describe('Evidence', () => {
  it.each([
    ['src/a.ts', []],
    ['src/a.ts#mustOwn', []],
    ['[src/a.ts, "./src/../src/a.ts#function mustOwn"]', []],
    ['https://ci.example/run/1', []],
    ['TODO', []],
    ['shots/screen.png', []],
    ['unseen/screen.png', []],
    ['unseen/a.ts', ['warning evidence-gone unseen/a.ts']],
    ['[src/b.ts, src/a.ts]', ['warning evidence-gone src/b.ts']],
    ['./src', ['warning evidence-gone ./src']],
    ['src/b.ts#mustOwn', ['warning evidence-gone src/b.ts']],
    ['src/a.ts#mustown', ['warning evidence-text-gone mustown']],
    ['../secret.ts', ['warning evidence-outside ../secret.ts']],
    ['/etc/passwd', ['warning evidence-outside /etc/passwd']],
  ])('%s', (evidence, expected) => {
    expect(told(evidence)).toEqual(expected);
  });

  it('is looked at once, and forgotten with the words that name it', () => {
    const asked: string[] = [];
    const look = (uri: string) => {
      asked.push(uri);
      return read(uri);
    };
    const with_ = (workspace: Workspace, evidence: string) =>
      withEvidence(workspace.with(openDocument('file:///work/a.threats.yaml', MODEL(evidence), 'model')), look);
    const first = with_(Workspace.empty, 'src/a.ts#mustOwn');
    expect(evidenceNamed(first).map(({ key }) => key)).toEqual(['file:///work/src/a.ts#mustOwn']);
    const second = with_(first, '[src/a.ts#mustOwn, src/b.ts]');
    const third = with_(second, 'src/b.ts');
    expect(asked).toEqual(['file:///work/src/a.ts', 'file:///work/src/b.ts']);
    expect([...third.evidence.keys()]).toEqual(['file:///work/src/b.ts#']);
    expect(withEvidence(third, look)).toBe(third);
  });

  it('that nobody has looked at is no problem', () => {
    const document = openDocument('file:///work/a.threats.yaml', MODEL('src/b.ts'), 'model');
    const workspace = withEvidence(Workspace.empty.with(document), () => null);
    expect(workspace.evidence.size).toBe(0);
    const codes = analyse(workspace, { today: TODAY }).problems.map(({ code }) => code);
    expect(codes.filter((code) => code.startsWith('evidence'))).toEqual([]);
  });
});

describe('Settings of a component', () => {
  it.each([
    ['src/a.ts', []],
    ['src', []],
    ['deploy/gone.yaml', ['warning settings-gone deploy/gone.yaml']],
    ['[src/a.ts, ../gateway.yaml]', ['warning settings-outside ../gateway.yaml']],
  ])('%s', (files, expected) => {
    const text = `stridewise: 1\ncomponents: { gateway: { kind: gateway, settings: ${files} } }\n`;
    const workspace = withEvidence(
      Workspace.empty.with(openDocument('file:///work/a.threats.yaml', text, 'model')),
      read,
    );
    const told = analyse(workspace, { today: TODAY }).problems.map(
      ({ code, at, severity }) => `${severity} ${code} ${at.block.text.slice(at.start, at.end)}`,
    );
    expect(told).toEqual(expected);
  });
});
