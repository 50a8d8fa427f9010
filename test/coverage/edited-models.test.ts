import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Analysis, analyse, changeDocument, openDocument, Workspace } from '../../server/src/core/index';
import { TODAY } from '../support/check';

const operation = (id: string, more = '') =>
  `{ operationId: ${id}, ${more}parameters: [{ name: id, in: path, required: true, schema: { type: string } }], responses: { "200": { description: done, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } } }`;
const description = (title: string) => `openapi: 3.0.3
info: { title: ${title}, version: "1" }
servers: [{ url: https://${title}.example }]
components:
  securitySchemes: { key: { type: http, scheme: bearer } }
  schemas: { Thing: { type: object, properties: { id: { type: string }, email: { type: string } } } }
security: [{ key: [] }]
paths:
  /things/{id}:
    get: ${operation('getThing')}
    put: ${operation('putThing', 'security: [], ')}
    delete: ${operation('deleteThing')}
  /parts/{id}:
    get: ${operation('getPart', 'tags: [parts], ')}
    patch: ${operation('patchPart', 'tags: [parts], security: [], ')}
`;

const PLACES = [
  'operation getThing',
  'operation putThing',
  'ANY /parts/**',
  'tag parts',
  'store',
  'ANY /**',
  'every ANY /things/**',
  'stolen',
  'known',
];
const WHATS = [
  'all',
  'disclosure and elevation',
  'tampering',
  'missing-authentication',
  'object-access',
  'stolen',
  'spoofing',
];
const place = fc.constantFrom(...PLACES);
const statement = fc.tuple(fc.constantFrom(...WHATS), place).map(([what, where]) => `${what} on ${where}`);
const line = (key: string, value: fc.Arbitrary<string>) =>
  fc.option(value, { nil: '' }).map((text) => text && `    ${key}: ${text}\n`);
const entry = (head: string, ...lines: fc.Arbitrary<string>[]) =>
  fc.tuple(...lines).map((texts) => `  ${head}:\n    title: One\n${texts.join('')}`);

const mitigation = (id: string) =>
  entry(
    id,
    fc.oneof(statement, place).map((covers) => `    covers: "${covers}"\n`),
    line(
      'except',
      place.map((text) => `"${text}"`),
    ),
    line('removes', fc.constant('operation deleteThing')),
    fc.constantFrom('implemented', 'planned', 'missing', 'verified').map((status) => `    status: ${status}\n`),
    line('control', fc.constantFrom('ownership-check', 'rate-limit')),
    line('strategy', fc.constantFrom('accept', 'transfer')),
    line('reason', fc.constantFrom('Because', 'TODO')),
    line('until', fc.constantFrom('2020-01-01', '2030-01-01')),
  );
const threat = (id: string) =>
  entry(
    id,
    place.filter((text) => text !== id).map((affects) => `    affects: ${affects}\n`),
    line('stride', fc.constantFrom('[disclosure]', '[tampering, elevation]')),
    line('rule', fc.constantFrom('missing-authentication', 'object-access')),
    line('harms', fc.constantFrom('people', 'trust')),
    line('dread', fc.constantFrom('8/9/7/8/6', '1/1/1/1/1')),
  );
const goal = entry(
  'trust',
  place.filter((text) => text !== 'known').map((protects) => `    protects: ${protects}\n`),
  line('property', fc.constantFrom('confidentiality', 'integrity')),
  line('acceptable', fc.constantFrom('note', 'medium')),
);
const exempt = fc
  .tuple(statement, fc.constantFrom('Nobody cares', 'TODO'))
  .map(([what, why]) => `  "${what}": ${why}\n`);
const flow = place.map((operations) => `  buying: { operations: "${operations}" }\n`);

const HEAD = `stridewise: 1
apis: { store: { spec: ./store.yaml, exposure: internet } }
data: { people: { class: personal, fields: [email] } }
`;
/** Sections, and what their entries may say. */
const SECTIONS: readonly (readonly [string, readonly fc.Arbitrary<string>[]])[] = [
  ['threats', [threat('stolen'), threat('known')]],
  ['mitigations', [mitigation('first'), mitigation('second'), mitigation('third')]],
  ['notApplicable', [exempt]],
  ['goals', [goal]],
  ['businessFlows', [flow]],
];
const COUNT = SECTIONS.reduce((sum, [, entries]) => sum + entries.length, 0);

/** A text for each entry; null for one that is not there. */
type Texts = readonly (string | null)[];
const ENTRIES = SECTIONS.flatMap(([, entries]) => entries);
const textsOf = fc.tuple(...ENTRIES.map((one) => fc.option(one, { freq: 6 })));
const edit = fc
  .nat(COUNT - 1)
  .chain((index) => fc.tuple(fc.constant(index), fc.option(ENTRIES[index] ?? fc.constant(''), { freq: 6 })));

function modelOf(texts: Texts): string {
  let at = 0;
  const sections = SECTIONS.map(([name, entries]) => {
    const own = texts.slice(at, at + entries.length).flatMap((text) => text ?? []);
    at += entries.length;
    return own.length === 0 ? '' : `${name}:\n${own.join('')}`;
  });
  return HEAD + sections.join('');
}

/** The one range in which two texts differ. */
function difference(before: string, after: string) {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const positionOf = (offset: number) => {
    const lines = before.slice(0, offset).split('\n');
    return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  };
  const range = { start: positionOf(start), end: positionOf(before.length - end) };
  return { range, text: after.slice(start, after.length - end) };
}

const MODEL = 'file:///workspace/store.threats.yaml';
const opened = (model: string) => [
  openDocument('file:///workspace/store.yaml', description('store')),
  openDocument('file:///workspace/other.yaml', description('other')),
  openDocument(MODEL, model, 'model'),
];
const analysed = (workspace: Workspace) => analyse(workspace, { today: TODAY });

function told({ apis, problems }: Analysis) {
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
  return {
    findings: apis.map(({ findings }) =>
      findings.map(({ operations, answers, threat, members, basis, definition, at, ...rest }) => ({
        ...rest,
        place: `${at.start} ${at.end}`,
        operations: operations.map(({ operationId }) => operationId),
        answers: ids(answers),
        threat: threat?.id,
        residual: members.map(({ appraisal, answers: own }) => [appraisal.risk, ids(own)]),
        basis: basis === null ? null : ids(basis.answers),
      })),
    ),
    coverage: apis.map(({ coverage }) =>
      [...coverage].map(([{ operationId }, states]) => [operationId, { ...states }]),
    ),
    problems: problems.map(({ code, message, at }) => [code, message, at.start, at.block.text]),
  };
}

it('an analysis after edits of a model is that of its text read anew', () => {
  const seen = { findings: 0, changes: 0 };
  fc.assert(
    fc.property(textsOf, fc.array(edit, { minLength: 1, maxLength: 6 }), (first, edits) => {
      let texts: Texts = first;
      let text = modelOf(texts);
      let workspace = Workspace.empty.withAll(opened(text));
      let last = analysed(workspace);
      for (const [index, replacement] of edits) {
        texts = texts.with(index, replacement);
        const next = modelOf(texts);
        const document = workspace.get(MODEL) ?? expect.fail();
        workspace = workspace.with(changeDocument(document, [difference(text, next)]));
        text = next;
        const analysis = analysed(workspace);
        expect(told(analysis)).toEqual(told(analysed(Workspace.empty.withAll(opened(text)))));
        seen.findings = Math.max(seen.findings, analysis.apis[0]?.findings.length ?? 0);
        if (analysis.apis[0] !== last.apis[0]) seen.changes++;
        last = analysis;
      }
    }),
    { numRuns: 60, seed: 7 },
  );
  expect(seen.findings).toBeGreaterThan(5);
  expect(seen.changes).toBeGreaterThan(60);
}, 60_000);
