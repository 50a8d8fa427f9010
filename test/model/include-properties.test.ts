import fc from 'fast-check';
import { expect, it } from 'vitest';
import { analyse, changeDocument, type Model, modelsOf, openDocument, Workspace } from '../../server/src/core/index';

const NAMES = ['a', 'b', 'c', 'd'].map((name) => `file:///work/${name}.threats.yaml`);
const SPEC =
  'openapi: 3.0.3\ninfo: { title: t, version: "1" }\npaths:\n  /x: { get: { responses: {} } }\n  /y: { post: { responses: {} } }\n';

const path = fc.constantFrom('a', 'b', 'c', 'd', 'e', '*').map((name) => `${name}.threats.yaml`);
const entry = fc.constantFrom(
  'mitigations:\n  limits: { control: rate-limiting, covers: ANY /**, status: planned }\n',
  'mitigations:\n  limits: { status: implemented }\n  more: { covers: all on GET /x, status: verified }\n',
  'mitigations:\n  limits:\n    owner: ops\n    covers: [all on s, gateway]\n',
  '',
);
const parts = fc.constantFrom(
  'apis: { s: { spec: spec.yaml } }\n',
  'apis:\n  s:\n    lifecycle: retired\n  t: { spec: "*.yaml", replaces: s }\n',
  'components: { gateway: { kind: gateway } }\nactors: { s: {} }\n',
  'actors: { limits: {} }\nflows: { limits -> s: {} }\n',
  'data: { mail: { class: personal, fields: email } }\nrules: { missing-authentication: { level: off, reason: R } }\n',
  'data:\n  mail: { class: public }\nnotApplicable: { repudiation on ANY /**: R }\n',
  '',
);
const text = fc.tuple(fc.array(path, { maxLength: 3 }), parts, parts, entry).map(([include, one, other, last]) => {
  const list = include.length === 0 ? '' : `include: [${include.map((name) => JSON.stringify(name)).join(', ')}]\n`;
  return `stridewise: 1\n${list}${one}${other === one ? '' : other}${last}`;
});
const edits = fc.array(fc.tuple(fc.constantFrom(...NAMES), fc.oneof(text, fc.constant(null))), {
  minLength: 1,
  maxLength: 8,
});

/** All that is read of some files, as a text. */
function seen(workspace: Workspace): string {
  const { apis, problems } = analyse(workspace, { today: '2026-11-24' });
  const plain = (_: string, value: unknown) => {
    // The order in a set says nothing.
    if (value instanceof Set) return [...value].sort();
    if (value instanceof Map) return [...value];
    // A place is what stands there: blocks of two readings are two objects.
    const place = value as { block?: { text: string }; start?: number; end?: number; uri?: string } | null;
    return place?.block === undefined ? value : `${place.uri} ${place.block.text.slice(place.start, place.end)}`;
  };
  const found = apis.map(({ id, models, findings }) => [
    id,
    models.map((one) => one.id),
    findings.map(({ rule, state, lacking }) => [rule, state, lacking]),
  ]);
  return JSON.stringify([modelsOf(workspace).map((model: Model) => ({ ...model })), found, problems], plain, 1);
}

it('Files that include each other, edited in any order, are what a fresh reading gives', () => {
  fc.assert(
    fc.property(edits, (steps) => {
      const start = Workspace.empty.with(openDocument('file:///work/spec.yaml', SPEC));
      const texts = new Map<string, string>();
      let workspace = start;
      for (const [uri, next] of steps) {
        const before = workspace.get(uri);
        if (next === null) {
          texts.delete(uri);
          workspace = workspace.without(uri);
        } else {
          texts.set(uri, next);
          workspace = workspace.with(
            before ? changeDocument(before, [{ text: next }]) : openDocument(uri, next, 'model', true),
          );
        }
        const fresh = start.withAll([...texts].map(([name, content]) => openDocument(name, content, 'model', true)));
        expect(seen(workspace)).toBe(seen(fresh));
      }
    }),
    { numRuns: 60 },
  );
});

it('The order in which files are found changes nothing', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 4, maxLength: 4 }), (all) => {
      const documents = all.map((content, index) => openDocument(NAMES[index] ?? '', content, 'model'));
      const spec = openDocument('file:///work/spec.yaml', SPEC);
      const forwards = seen(Workspace.empty.withAll([spec, ...documents]));
      expect(seen(Workspace.empty.withAll([spec, ...documents.reverse()]))).toBe(forwards);
    }),
    { numRuns: 60 },
  );
});
