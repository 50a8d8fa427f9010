import { describe, expect, it } from 'vitest';
import { insertKey } from '../../server/src/core/model';
import { openDocument } from '../../server/src/core/text';
import { studioModel } from '../coverage/goals/studio';
import { applyFix, fixesAt, load } from '../support/check';

const titlesAt = (source: string) => fixesAt(load(source)).map(({ title }) => title);

/** The model after the fix of this title at `$0`. */
function after(source: string, title: string) {
  const loaded = load(source);
  const fix = fixesAt(loaded).find((one) => one.title === title);
  if (fix === undefined) throw new Error(`No fix "${title}" among: ${titlesAt(source).join(', ')}`);
  const files = applyFix(loaded, fix);
  const text = files.find(({ uri }) => uri.includes('threats'))?.text ?? '';
  const again = load(files.map((file) => `//- ${file.uri.replace('file:///workspace/', '')}\n${file.text}`).join(''));
  return { text, fix, problems: again.analysis.problems.map(({ code, message }) => `${code}: ${message}`) };
}

describe('What a regulation asks and nothing answers', () => {
  const MODEL = studioModel('goals:\n  gd$0pr: { regulation: GDPR, protects: member }\n');

  it('has an answer for each question, one for all, and that it does not apply', () => {
    expect(titlesAt(MODEL)).toEqual([
      'Mitigate: GDPR Art 5(1)(c) minimisation',
      'Mitigate: GDPR Art 13-15 transparency',
      'Mitigate: GDPR Art 17 erasure',
      'Mitigate: GDPR Art 30 records of processing',
      'Mitigate: GDPR Art 32 security',
      'Mitigate: all 5 that GDPR asks',
      'Mark data-minimisation as not applicable',
      'Mark right-to-know as not applicable',
      'Mark right-to-erasure as not applicable',
      'Mark processing-records as not applicable',
      'Mark security-of-processing as not applicable',
    ]);
  });

  it('is answered by them', () => {
    const one = after(MODEL, 'Mitigate: GDPR Art 17 erasure');
    expect(one.text).toContain(`mitigations:
  right-to-erasure:
    title: GDPR Art 17 erasure
    covers: right-to-erasure on member
    status: planned
`);
    expect(one.fix.fields).toHaveLength(1);
    expect(one.problems.find((problem) => problem.startsWith('unanswered-regulation'))).toContain('asks 4 things');
    const all = after(MODEL, 'Mitigate: all 5 that GDPR asks');
    expect(all.problems.filter((problem) => problem.startsWith('unanswered-regulation'))).toEqual([]);
    const spared = after(MODEL, 'Mark right-to-erasure as not applicable');
    expect(spared.text).toContain('notApplicable:\n  right-to-erasure on member: TODO\n');
  });

  it('covers each place that the goal protects', () => {
    const both = MODEL.replace('protects: member', 'protects: [member, operation pay]');
    expect(after(both, 'Mitigate: GDPR Art 17 erasure').text).toContain(
      '    covers:\n      - right-to-erasure on member\n      - right-to-erasure on operation pay\n',
    );
  });

  it('has nothing elsewhere', () => {
    expect(titlesAt(MODEL.replace('$0', '').replace('goals', 'go$0als'))).toEqual([]);
    expect(titlesAt(MODEL.replace('GDPR', 'Ours'))).toEqual([]);
  });
});

describe('APIs with the same paths at the same address', () => {
  const spec = (name: string) => `//- ${name}.yaml
openapi: 3.0.3
info: { title: ${name}, version: "1" }
servers: [{ url: https://api.shop.example }]
paths: { /orders: { get: { responses: {} } } }
`;
  const model = (api: string) =>
    `${spec('a')}${spec('b')}//- m.threats.yaml\nstridewise: 1\napis:\n  a: a.yaml\n  ${api}\n`;

  it.each([
    ['b: $0b.yaml # ours', '  b: { spec: b.yaml, versionedBy: TODO } # ours\n'],
    ['b: { spec: $0b.yaml }', '  b: { spec: b.yaml, versionedBy: TODO }\n'],
    ['b:\n    spec: "$0b.yaml"', '  b:\n    spec: "b.yaml"\n    versionedBy: TODO\n'],
  ])('get what tells them apart: %j', (api, wanted) => {
    const { text, fix } = after(model(api), 'Say with `versionedBy` what tells b apart');
    expect(text).toContain(wanted);
    expect(fix.fields).toHaveLength(1);
    const filled = load(`${spec('a')}${spec('b')}//- m.threats.yaml\n${text.replace('TODO', 'header X-Version')}`);
    expect(filled.analysis.problems.map(({ code }) => code)).not.toContain('shared-paths');
    expect(filled.analysis.models[0]?.problems).toEqual([]);
  });
});

describe('A key for an entry of a single value', () => {
  const added = (text: string, section: string, entry: string, key: string) => {
    const edit = insertKey(openDocument('file:///m.threats.yaml', text, 'model'), { section, entry }, key, 'word');
    return edit?.newText ?? null;
  };

  it('keeps the value under the key that it is short for', () => {
    expect(added('apis: { store: ./openapi.yaml }\n', 'apis', 'store', 'owner')).toBe(
      '{ spec: ./openapi.yaml, owner: word }',
    );
    expect(added('businessFlows:\n  buy: [GET /a, GET /b]\n', 'businessFlows', 'buy', 'owner')).toMatch(/operations:/);
    expect(added('{ "apis": { "store": "./openapi.yaml" } }\n', 'apis', 'store', 'owner')).toBe(
      '{"spec":"./openapi.yaml","owner":"word"}',
    );
  });

  it('is refused where there is no such entry, or nothing that it is short for', () => {
    expect(added('threats: { t: text }\n', 'threats', 't', 'rule')).toBeNull();
  });
});
