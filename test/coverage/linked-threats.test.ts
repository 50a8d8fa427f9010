import { describe, expect, it } from 'vitest';
import { analyse, changeDocument, textOf, type Workspace } from '../../server/src/core/index';
import { load, TODAY } from '../support/check';

const api = (title: string, closed: string) => `openapi: 3.0.3
info: { title: ${title}, version: "1" }
servers: [{ url: https://${title}.example }]
components: { securitySchemes: { key: { type: http, scheme: bearer } } }
security: [{ key: [] }]
paths:
  /orders:
    post: { operationId: ${title}Orders, ${closed}responses: { "201": { description: made } } }
  /pets:
    delete: { operationId: ${title}Pets, responses: { "204": { description: gone } } }
`;
const OPEN = 'security: [], ';
const files = (first: string, second = '') =>
  `//- openapi.yaml\n${api('shop', first)}//- other.yaml\n${api('other', second)}` +
  '//- all.threats.yaml\nstridewise: 1\napis: { shop: { spec: ./openapi.yaml }, other: { spec: ./other.yaml } }\n' +
  'threats:\n  anyone:\n    title: Anyone orders\n    affects: every ANY /**\n    rule: missing-authentication\n';

const told = (analysis: ReturnType<typeof load>['analysis']) =>
  analysis.apis.flatMap(({ findings }) =>
    findings
      .filter(({ threat }) => threat?.id === 'anyone')
      .map(({ rule, operations }) => `${rule} ${operations.map(({ operationId }) => operationId).join(' ')}`),
  );
const spoofing = (analysis: ReturnType<typeof load>['analysis']) =>
  analysis.apis.flatMap(({ coverage }) =>
    [...coverage].map(([{ operationId }, states]) => `${operationId} ${states.spoofing}`),
  );

function edited(workspace: Workspace, from: string, to: string) {
  const document = workspace.get('file:///workspace/openapi.yaml') ?? expect.fail();
  const line = textOf(document)
    .split('\n')
    .findIndex((text) => text.includes(from));
  const character = textOf(document).split('\n')[line]?.indexOf(from) ?? -1;
  const range = { start: { line, character }, end: { line, character: character + from.length } };
  return workspace.with(changeDocument(document, [{ range, text: to }]));
}

describe('A threat with a rule', () => {
  it('is what the rule finds in its place, and nothing where it finds nothing', () => {
    const { analysis } = load(files(OPEN));
    expect(told(analysis)).toEqual(['missing-authentication shopOrders']);
    expect(spoofing(analysis)).toEqual([
      'shopOrders threatened',
      'shopPets controlled',
      'otherOrders controlled',
      'otherPets controlled',
    ]);
  });

  it('is a written one where the rule finds nothing in all of its place', () => {
    const { analysis } = load(files(''));
    expect(told(analysis)).toEqual(['written-threat shopOrders shopPets', 'written-threat otherOrders otherPets']);
    expect(new Set(spoofing(analysis).map((text) => text.split(' ')[1]))).toEqual(new Set(['threatened']));
  });

  it('follows an edit of another API that its place reaches', () => {
    const { workspace } = load(files(OPEN));
    const after = (one: Workspace) =>
      analyse(one, { today: TODAY, relative: (uri) => uri.replace('file:///workspace/', '') });
    const closed = edited(workspace, OPEN, '');
    expect(told(after(closed))).toEqual(told(load(files('')).analysis));
    const open = edited(closed, 'operationId: shopOrders, ', `operationId: shopOrders, ${OPEN}`);
    expect(told(after(open))).toEqual(['missing-authentication shopOrders']);
    expect(after(open).apis[0]).toBe(after(open).apis[0]);
  });
});
