import { describe, expect, it } from 'vitest';
import { analyse, openDocument, Workspace } from '../../server/src/core';
import { Files, textAt, uriOf } from './files';

const answering = (schema: string, schemas: string) => `openapi: 3.1.0
paths:
  /a:
    get:
      responses:
        '200': { description: ok, content: { application/json: { schema: ${schema} } } }
components:
  schemas:
${schemas}`;

const PET = `    Pet:
      $id: https://a.example/schemas/pet
      type: object
      properties:
        owner: { $ref: person }
        tag: { $ref: '#/$defs/tag' }
        again: { $ref: '#' }
      $defs:
        tag: { type: object, properties: { word: { $anchor: word, type: string } } }
`;
const PERSON = `    Person:
      $id: https://a.example/schemas/person
      type: object
      properties: { email: { type: string } }
`;

function seen(files: Files) {
  const api = files.describe();
  const paths = api.operations[0]?.responses[0]?.payload?.properties.map(({ path }) => path);
  return { paths, told: api.problems.map(({ code, message, at }) => `${code} ${textAt(at)}: ${message}`) };
}

const one = (schema: string, schemas: string) => seen(new Files({ 'openapi.yaml': answering(schema, schemas) }));
const ADDRESS = "{ $ref: 'https://a.example/schemas/pet' }";

describe('an $id', () => {
  it('is found by its address, and what is below it is relative to it', () => {
    const { paths, told } = one(ADDRESS, PET + PERSON);
    expect(paths).toEqual(['owner', 'tag', 'again', 'owner.email', 'tag.word']);
    expect(told).toEqual([]);
  });

  it.each([
    ["{ $ref: 'https://a.example/schemas/pet#/properties/owner' }", ['email']],
    ["{ $ref: 'https://a.example/schemas/pet#/$defs/tag' }", ['word']],
    ["{ properties: { a: { $ref: 'https://a.example/schemas/pet#word' } } }", ['a']],
    ["{ $ref: '#/components/schemas/Pet/properties/owner' }", ['email']],
  ])('%s', (schema, paths) => {
    expect(one(schema, PET + PERSON)).toEqual({ paths, told: [] });
  });

  it('may be relative, and stand in another', () => {
    const schemas = `    Outer:
      $id: https://a.example/x/outer.json
      $defs:
        inner: { $id: sub/inner.json, properties: { a: { $ref: ../other.json } } }
        other: { $id: other.json, properties: { b: { type: string } } }
`;
    const expected = { paths: ['a', 'a.b'], told: [] };
    expect(one("{ $ref: 'https://a.example/x/sub/inner.json' }", schemas)).toEqual(expected);
    expect(one("{ $ref: '#/components/schemas/Outer/$defs/inner' }", schemas)).toEqual(expected);
  });

  it('may be beside the file, where no file is', () => {
    const schemas = '    Pet: { $id: pet.json, properties: { a: { type: string } } }\n';
    expect(one('{ $ref: pet.json }', schemas)).toEqual({ paths: ['a'], told: [] });
    expect(one("{ $ref: './pet.json#/properties/a' }", schemas).told).toEqual([]);
  });

  it('leaves components that are referred to as before to be found', () => {
    const schemas = `    Pet: { $id: 'https://a.example/pet', properties: { a: { $ref: '#/components/schemas/Other' } } }
    Other: { properties: { b: { type: string } } }
`;
    expect(one("{ $ref: '#/components/schemas/Pet' }", schemas)).toEqual({ paths: ['a', 'a.b'], told: [] });
  });

  it.each([
    ["{ $ref: 'https://a.example/none' }", 'not-checked https://a.example/none: https://a.example/none is on'],
    ["{ $ref: 'urn:example:none' }", 'not-checked urn:example:none: urn:example:none is on the network'],
    [
      "{ $id: 'https://a.example/x', properties: { a: { $ref: y.json } } }",
      'not-checked y.json: y.json, which below its $id is https://a.example/y.json, is on the network',
    ],
    [
      '{ $id: x, properties: { a: { $ref: y.json } } }',
      'unresolved-reference y.json: No file that may be read here is at y.json',
    ],
    ["{ $id: x, properties: { a: { $ref: '#/none' } } }", 'unresolved-reference #/none: There is no /none in this'],
  ])('that nobody has: %s', (schema, message) => {
    const { told } = one(schema, PET + PERSON);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(message);
  });

  it.each([
    ['properties: { $id: { type: string } }'],
    ['example: { $id: https://a.example/other, a: { $ref: x.json } }'],
    ["$id: '#plain'"],
    ["$id: ''"],
    ['$id: [a]'],
    ['$id: "a\\nb"'],
  ])('that is none: %s', (schema) => {
    expect(one("{ $ref: '#/components/schemas/A' }", `    A: { ${schema} }\n`).told).toEqual([]);
  });

  it('of a file is its address, and files beside it are found all the same', () => {
    const files = new Files({
      'openapi.yaml': answering('{ $ref: schemas/pet.json }', '    None: {}\n'),
      'schemas/pet.json':
        '{"$id":"https://a.example/pet.json","properties":{"a":{"$ref":"tag.json"},"b":{"$ref":"#/$defs/b"}},"$defs":{"b":{"$id":"b","properties":{"c":{"$ref":"pet.json#/$defs/d"}}},"d":{"type":"string"}}}',
    });
    expect(files.missing()).toEqual([uriOf('schemas/tag.json')]);
    expect(seen(files).told).toEqual([expect.stringContaining('https://a.example/tag.json')]);
    files.set('schemas/tag.json', '{"$id":"https://a.example/tag.json","properties":{"word":{"type":"string"}}}');
    expect(seen(files)).toEqual({ paths: ['a', 'b', 'a.word', 'b.c'], told: [] });
    files.edit('openapi.yaml', 'schemas/pet.json', '"https://a.example/tag.json"');
    expect(seen(files).told).toEqual([expect.stringContaining('is on the network')]);
  });

  it('is followed when it comes, moves and goes', () => {
    const files = new Files({ 'openapi.yaml': answering(ADDRESS, PERSON) });
    expect(seen(files).told).toHaveLength(1);
    files.edit('openapi.yaml', PERSON, PET + PERSON);
    expect(seen(files)).toMatchObject({ told: [], paths: expect.arrayContaining(['owner.email']) });
    files.edit('openapi.yaml', 'schemas/person', 'schemas/human');
    expect(seen(files).paths).not.toContain('owner.email');
    expect(seen(files).told).toEqual([expect.stringContaining('https://a.example/schemas/person')]);
    files.edit('openapi.yaml', '{ $ref: person }', '{ $ref: human }');
    expect(seen(files)).toMatchObject({ told: [], paths: expect.arrayContaining(['owner.email']) });
    files.edit('openapi.yaml', '$id: https://a.example/schemas/pet', '$id: https://a.example/schemas/beast');
    expect(seen(files).paths).toEqual([]);
  });

  it('is found wherever in the workspace it stands', () => {
    const open = (name: string, text: string) => openDocument(uriOf(name), text);
    const before = Workspace.empty.with(open('openapi.yaml', answering(ADDRESS, '    None: {}\n')));
    const told = (workspace: Workspace) =>
      analyse(workspace, { today: '2026-01-01' }).apis.find(
        ({ description }) => description.uri === uriOf('openapi.yaml'),
      )?.description.problems.length;
    expect(told(before)).toBe(1);
    const after = before.with(open('other.yaml', answering('{}', PET + PERSON)));
    expect(told(after)).toBe(0);
    expect(told(after.without(uriOf('other.yaml')))).toBe(1);
  });

  it('of 3.2 may be $self', () => {
    const text = answering("{ $ref: 'https://a.example/api#/components/schemas/Person' }", PERSON);
    const files = new Files({ 'openapi.yaml': text.replace('3.1.0', "3.2.0\n$self: 'https://a.example/api'") });
    expect(seen(files)).toEqual({ paths: ['email'], told: [] });
  });
});
