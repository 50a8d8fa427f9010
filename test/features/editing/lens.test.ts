import { expect, test } from 'vitest';
import { lensesOf, lensText } from '../../../server/src/core/features/editing';
import { changeDocument } from '../../../server/src/core/text';
import { load } from '../../support/check';

/** Wants each `# lens: ...` comment to be what the lens of the entry below it says, with the places that it leads to. */
function check(source: string): void {
  const { workspace, analysis, files } = load(source);
  const model = files.find(({ uri }) => uri.endsWith('.threats.yaml'));
  const document = model && workspace.get(model.uri);
  if (!model || !document) throw new Error('no model');
  const lines = model.text.split('\n');
  const wanted = lines.flatMap((line, index) => {
    const found = /# lens: (.*)$/.exec(line);
    return found ? [`${lines[index + 1]?.trim().replace(/: .*|:$/, '')} | ${found[1]}`] : [];
  });
  const said = lensesOf(document).map((lens) => {
    const text = lensText(workspace, analysis, model.uri, lens);
    const places = text?.places.map(({ range }) => range.start.line + 1).join(' ');
    expect(lines[lens.range.start.line]?.slice(lens.range.start.character, lens.range.end.character)).toBe(lens.entry);
    return `${lens.entry} | ${text?.title}${places === '' ? '' : ` @ ${places}`}`;
  });
  expect(said).toEqual(wanted);
}

const SPEC = `
    //- openapi.yaml
    openapi: 3.0.3
    info: { title: Shop, version: "1" }
    servers: [{ url: https://api.shop.example }]
    components: { securitySchemes: { key: { type: http, scheme: bearer } } }
    security: [{ key: [] }]
    paths:
      /orders/{orderId}:
        get:
          operationId: getOrder
          parameters: [{ name: orderId, in: path, required: true, schema: { type: string } }]
          responses: { "200": { description: One } }
`;

test('threats and answers', () => {
  check(`${SPEC}
    //- shop.threats.yaml
    stridewise: 1
    apis: { store: { spec: ./openapi.yaml, exposure: internet } }
    threats:
      # lens: 1 finding, mitigated @ 10
      guessing: { title: Guessing, affects: operation getOrder, rule: broken-object-level-authorization, stride: elevation }
      # lens: 1 finding, assumed to be taken care of @ 8
      written: { title: Written, affects: operation getOrder, stride: tampering }
      # lens: 1 finding, still open @ 8
      open: { title: Open, affects: operation getOrder, stride: denial }
      # lens: hits nothing
      nowhere: { title: Nowhere, affects: GET /nothing }
    mitigations:
      # lens: covers 1 finding @ 10
      owner: { control: ownership-check, covers: guessing, status: implemented }
      # lens: covers 1 finding, still open @ 8
      unfinished: { covers: open }
      # lens: covers nothing
      wrong: { covers: tampering on GET /nothing, status: implemented }
      # lens: covers 1 question @ 8
      log: { covers: repudiation on operation getOrder, status: implemented }
    notApplicable:
      # lens: covers 1 question @ 8
      spoofing on GET /orders/{orderId}: Nobody passes
    assumptions:
      # lens: covers 1 finding @ 8
      quiet: { title: Quiet, covers: written, owner: ciso, until: 2030-01-01 }
  `);
});

test('one false alarm that is silenced, and an exception', () => {
  check(`${SPEC}
    //- shop.threats.yaml
    stridewise: 1
    apis: { store: { spec: ./openapi.yaml, exposure: internet } }
    mitigations:
      # lens: covers nothing
      none: { covers: repudiation on operation getOrder, except: operation getOrder, status: implemented }
    notApplicable:
      # lens: covers 1 finding @ 10
      broken-object-level-authorization on GET /orders/{orderId}: Ids are random
  `);
});

test('an entry that does not read has none, one that is gone says nothing', () => {
  const { workspace, analysis } = load(`
    //- shop.threats.yaml
    stridewise: 1
    threats:
      a: { title: "x }
      b: { title: y }
  `);
  const uri = 'file:///workspace/shop.threats.yaml';
  const document = workspace.get(uri);
  expect(document && lensesOf(document).map(({ entry }) => entry)).toEqual(['b']);
  expect(lensText(workspace, analysis, uri, { section: 'threats', entry: 'gone' })).toBeNull();
});

test('an entry that two models of one API include covers each question once', () => {
  const model = (name: string) => `
    //- ${name}.threats.yaml
    stridewise: 1
    include: ./shared.threats.yaml
    apis: { store: { spec: ./openapi.yaml, exposure: internet } }`;
  const { workspace, analysis } = load(`${SPEC}${model('a')}${model('b')}
    //- shared.threats.yaml
    stridewise: 1
    mitigations:
      log: { covers: repudiation on ANY /**, status: implemented }
  `);
  const lens = { section: 'mitigations', entry: 'log' } as const;
  expect(lensText(workspace, analysis, 'file:///workspace/shared.threats.yaml', lens)?.title).toBe('covers 1 question');
});

test('an entry keeps its lens while it is being typed', () => {
  const { workspace } = load(`
    //- shop.threats.yaml
    stridewise: 1
    threats:
      a: { title: x }
  `);
  const document = workspace.get('file:///workspace/shop.threats.yaml');
  const typed = { range: { start: { line: 2, character: 14 }, end: { line: 2, character: 15 } }, text: '"' };
  expect(document && lensesOf(changeDocument(document, [typed])).map(({ entry }) => entry)).toEqual(['a']);
});

test('questions of the regulation behind a goal', () => {
  check(`${SPEC}
    //- shop.threats.yaml
    stridewise: 1
    apis: { store: { spec: ./openapi.yaml, exposure: internet } }
    goals:
      gdpr: { regulation: GDPR, protects: store }
    mitigations:
      # lens: covers 1 question @ 4
      forget: { covers: right-to-erasure on store, status: implemented }
      # lens: covers 1 question, still open @ 4
      later: { covers: data-minimisation on store, status: verified }
    notApplicable:
      # lens: covers 1 question @ 4
      processing-records on store: The office keeps them
`);
});
