import { expect, test } from 'vitest';
import { inlayHints } from '../../../server/src/core/features/editing';
import { load } from '../../support/check';

const ALL = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };

/** Wants the hints that stand in the model as `‹...›`. */
function check(source: string): void {
  const { workspace, analysis, files } = load(source.replace(/‹[^›]*›/g, ''));
  const model = files.find(({ uri }) => uri.endsWith('.threats.yaml'));
  const document = model && workspace.get(model.uri);
  if (!document) throw new Error('no model');
  const shown = model.text.split('\n').map((line, index) => {
    const here = inlayHints(analysis, document, ALL).filter(({ position }) => position.line === index);
    here.sort((first, second) => second.position.character - first.position.character);
    return here.reduce(
      (text, { position: { character }, label }) => `${text.slice(0, character)}‹${label}›${text.slice(character)}`,
      line,
    );
  });
  const margin = /^ */m.exec(source.replace(/^\n/, ''))?.[0].length ?? 0;
  const wanted = source.slice(source.indexOf('//- shop.threats.yaml')).split('\n').slice(1, -1);
  expect(shown.slice(0, wanted.length)).toEqual(wanted.map((line) => line.slice(margin)));
}

const SPEC = `
    //- openapi.yaml
    openapi: 3.0.3
    info: { title: Shop, version: "1" }
    paths:
      /orders/{orderId}:
        get: { operationId: getOrder, tags: [Back office], responses: {} }
        delete: { responses: {} }
      /pets:
        get: { responses: {} }`;

test('score and level behind vectors', () => {
  check(`${SPEC}
    //- shop.threats.yaml
    stridewise: 1
    apis: { store: ./openapi.yaml }
    threats:
      a: { title: x, dread: 8/9/7/8/6‹7.6 high›, pasta: 0.6/0.7/8‹3.4 medium› }
      b:
        rule: broken-object-level-authorization
        dread: { damage: 10, reproducibility: 10, exploitability: 10, affected: 10, discoverability: 10 }‹10 critical›
        pasta: "0/0/0"‹0 note›
        owaspRating:
          agent: 5/2/7/1
          vulnerability: 3/6/9/2
          technical: 9/7/5/8
          business: 1/2/1/5‹low›
      c:
        dread: 8/9
        pasta: { threat: 0.5 }
        owaspRating: { likelihood: high, impact: medium }‹high›
      d: { owaspRating: { likelihood: high } }
  `);
});

test('operations behind patterns', () => {
  check(`${SPEC}
    //- shop.threats.yaml
    stridewise: 1
    apis: { store: ./openapi.yaml }
    actors:
      clerk: { calls: [store READ /**‹2 operations›, "WRITE /**"‹1 operation›] }
    mitigations:
      a:
        covers: tampering on ANY /orders/**‹2 operations›
        except: [GET /pets, tag Back office‹1 operation›]
        status: planned
    notApplicable:
      spoofing on every ANY /nothing/**‹0 operations›: Nothing there
  `);
});

test('only those of the range', () => {
  const { workspace, analysis } = load(
    '//- a.threats.yaml\nstridewise: 1\nthreats:\n  a: { dread: 1/1/1/1/1 }\n  b: { dread: 2/2/2/2/2 }',
  );
  const document = workspace.get('file:///workspace/a.threats.yaml');
  const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 99 } };
  expect(document && inlayHints(analysis, document, range).map(({ label }) => label)).toEqual(['2 low']);
});

test('a place of a file that two models include reaches the operations of both', () => {
  const { workspace, analysis } = load(`${SPEC}
    //- other.yaml
    openapi: 3.0.3
    info: { title: Other, version: "1" }
    paths: { /a: { get: { responses: {} } } }
    //- a.threats.yaml
    stridewise: 1
    include: ./shared.threats.yaml
    apis: { store: ./openapi.yaml }
    //- b.threats.yaml
    stridewise: 1
    include: ./shared.threats.yaml
    apis: { other: ./other.yaml }
    //- shared.threats.yaml
    stridewise: 1
    mitigations:
      limits: { covers: denial on ANY /**, status: implemented }
  `);
  const document = workspace.get('file:///workspace/shared.threats.yaml');
  expect(document && inlayHints(analysis, document, ALL).map(({ label }) => label)).toEqual(['4 operations']);
});
