import { describe, expect, it } from 'vitest';
import { analyse, openDocument, problemsOf, Workspace, withEvidence } from '../../server/src/core';
import { checkFindings, fixesAt, load, TODAY } from '../support/check';
import { headOf, TAIL } from './shop';

const HEAD = headOf('api/openapi.yaml');
const MODEL = `//- shop.threats.yaml
stridewise: 1
apis: { shop: ./api/openapi.yaml }
environments: { live: https://shop.example }
threats: { other: { title: Other, stride: denial, affects: POST /orders } }
mitigations: { taken: { covers: denial on POST /orders, status: planned } }
`;

describe('What is wrong with answers in a description is told on their lines', () => {
  const CODES = [
    'unknown-key',
    'wrong-type',
    'outside-place',
    'shared-id',
    'unknown-rule',
    'unknown-environment',
    'unknown-operation',
    'unknown-part',
    'missing-key',
    'covers-nothing',
    'expired',
    'expires-soon',
    'overdue',
    'duplicate-key',
    'unknown-control',
  ];
  const told = (own: string) => checkFindings(HEAD + own + TAIL + MODEL, { codes: CODES });

  it('keys that it does not take', () => {
    told(`      x-stridewise:
        mitigatons: {}
#       ^^^^^^^^^^ warning unknown-key: did you mean \`mitigations\`
        threats: {}
#       ^^^^^^^ warning unknown-key: all else stands in a model
        x-mine: anything
        notApplicable:
          denial: { reason: Never, reasn: x }
#                                  ^^^^^ warning unknown-key: reason
`);
  });

  it('a place further than what it stands on', () => {
    told(`      x-stridewise:
        mitigations:
          a: { covers: denial on POST /orders, status: planned }
#                            ^^^^^^^^^^^^^^^^ warning outside-place: holds on this operation alone
          b: { covers: denial on GET /gone, status: planned }
#                                    ^^^^^ error unknown-operation: /gone
          c: { covers: "denial on query.gone", status: planned }
#                                 ^^^^^^^^^^ error unknown-part: query.gone
          d: { covers: [other, denial on path.orderId, "all on DELETE /orders/{orderId}"], status: planned }
#                       ^^^^^ warning outside-place: holds on this operation alone
`);
  });

  it('names that nothing bears, and ids that another answer has', () => {
    told(`      x-stridewise:
        mitigations:
          taken: { covers: denial, status: planned }
#         ^^^^^ error shared-id: is the name of another answer in ../shop.threats.yaml
          a: { covers: missing-autentication, status: planned, in: [live, gone] }
#                      ^^^^^^^^^^^^^^^^^^^^^ error unknown-rule: missing-authentication
#                                                                         ^^^^ error unknown-environment: gone
          b: { control: rate-limitting, status: planned }
#                       ^^^^^^^^^^^^^^ warning unknown-control: rate-limiting
`);
  });

  it('days that have passed or come soon, and what is lacking', () => {
    told(`      x-stridewise:
        mitigations:
          a: { strategy: accept, covers: denial, reason: r, owner: o, until: 2026-11-01 }
#                                                                            ^^^^^^^^^^ warning expired: open again
          b: { strategy: accept, covers: tampering, reason: r, owner: o, until: 2026-12-01 }
#                                                                               ^^^^^^^^^^ warning expires-soon: only
          c: { covers: spoofing, status: planned, due: 2026-11-01 }
#                                                      ^^^^^^^^^^ warning overdue: was due
          d: { strategy: accept, covers: elevation, reason: r, owner: o }
#         ^ warning missing-key: until
          e: { status: planned }
#         ^ warning covers-nothing: covers nothing
`);
  });

  it.each(['[one]', 'one', '{ mitigations: [one] }'])('%s in place of a mapping', (value) => {
    const { analysis } = load(`${HEAD}      x-stridewise: ${value}\n${TAIL}`);
    expect(problemsOf(analysis).map(({ code }) => code)).toEqual(['wrong-type']);
  });

  it('with a repair that leaves the place out', () => {
    const own = '      x-stridewise: { mitigations: { a: { covers: denial on$0 POST /orders, status: planned } } }\n';
    const fixes = fixesAt(load(HEAD + own + TAIL));
    expect(fixes.map(({ title }) => title)).toContain('Leave the place out');
  });

  it('that it has removed what is still there', () => {
    const own = '      x-stridewise: { mitigations: { a: { strategy: avoid, status: implemented } } }\n';
    for (const model of ['', MODEL]) {
      const { analysis } = load(HEAD + own + TAIL + model);
      const [found] = problemsOf(analysis).filter(({ code }) => code === 'still-there');
      expect(found?.at.uri).toBe('file:///workspace/api/openapi.yaml');
    }
  });

  it('evidence is relative to the file that it is written in', () => {
    const uri = 'file:///work/api/openapi.yaml';
    const own =
      '      x-stridewise: { mitigations: { a: { covers: denial, status: verified, evidence: [src/a.ts, src/b.ts#own] } } }\n';
    const text = (HEAD + own + TAIL).replace(/^.*\n/, '');
    const read = (file: string) =>
      file === 'file:///work/api/src/b.ts' ? { text: 'own()' } : { reason: 'does not exist' };
    const workspace = withEvidence(Workspace.empty.with(openDocument(uri, text)), read);
    const found = problemsOf(analyse(workspace, { today: TODAY }));
    expect(found.map(({ code, at }) => `${code} ${at.block.text.slice(at.start, at.end)}`)).toEqual([
      'evidence-gone src/a.ts',
    ]);
  });

  it('the same words at two operations are two answers, and at one they are told', () => {
    const accept = (id: string) =>
      `${id}: { strategy: accept, covers: denial, reason: r, owner: o, until: 2027-05-01 }`;
    const own = (entries: string) => `      x-stridewise: { mitigations: { ${entries} } }\n`;
    const told = (first: string, second: string, model: string) =>
      problemsOf(load(HEAD + own(first) + TAIL.replace('post:\n', `post:\n${own(second)}`) + model).analysis)
        .map(({ code }) => code)
        .filter((code) => code !== 'accepts-too-much');
    for (const model of ['', MODEL]) {
      expect(told(accept('a'), accept('b'), model)).toEqual([]);
      expect(told(`${accept('a')}, ${accept('c')}`, accept('b'), model)).toEqual(['duplicate-coverage']);
    }
  });

  it('a place that another API of the model has as well means this one', () => {
    const root = 'x-stridewise: { mitigations: { a: { covers: denial on POST /orders, status: planned } } }\npaths:';
    const other = (HEAD + TAIL).replace('api/openapi.yaml', 'api/other.yaml');
    const model = '//- m.threats.yaml\nstridewise: 1\napis: { shop: ./api/openapi.yaml, other: ./api/other.yaml }\n';
    const { analysis } = load((HEAD + TAIL).replace('paths:', root) + other + model);
    expect(problemsOf(analysis).filter(({ code }) => code === 'outside-place' || code === 'ambiguous-api')).toEqual([]);
    const reached = analysis.apis.map(
      ({ findings }) => findings.filter(({ answers }) => answers.some(({ id }) => id === 'a')).length,
    );
    expect(reached.every((count, index) => (analysis.apis[index]?.id === 'shop' ? true : count === 0))).toBe(true);
  });

  it('a rule that is spared and finds nothing there', () => {
    const own = '      x-stridewise: { notApplicable: { weak-authentication-scheme: Never } }\n';
    for (const model of ['', MODEL]) {
      const { analysis } = load(HEAD + own + TAIL + model);
      const [found] = problemsOf(analysis).filter(({ code }) => code === 'answers-nothing');
      expect(found?.at.uri).toBe('file:///workspace/api/openapi.yaml');
    }
  });
});
