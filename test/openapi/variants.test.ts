import { describe, expect, it } from 'vitest';
import { Files, uriOf } from './files';

const answering = (schema: string, schemas: string) => `openapi: 3.1.0
paths:
  /a:
    get:
      responses:
        '200': { description: ok, content: { application/json: { schema: ${schema} } } }
components:
  schemas:
${schemas}`;
const PETS = `    Pet:
      discriminator: { propertyName: kind, mapping: { cat: Cat, dog: '#/components/schemas/Dog' } }
      properties: { kind: { type: string } }
    Cat:
      allOf: [{ $ref: '#/components/schemas/Pet' }, { properties: { lives: { type: integer } } }]
    Dog:
      allOf: [{ $ref: '#/components/schemas/Pet' }]
      properties: { chip: { type: string } }
`;
const PET = "{ $ref: '#/components/schemas/Pet' }";
const CAT = "{ $ref: '#/components/schemas/Cat' }";

function payload(files: Files) {
  const found = files.describe().operations[0]?.responses[0]?.payload;
  return { paths: found?.properties.map(({ path }) => path), recursion: found?.recursion };
}

const one = (schema: string, schemas = PETS) => payload(new Files({ 'openapi.yaml': answering(schema, schemas) }));

describe('what a discriminator maps to may be what is sent', () => {
  it.each([
    [PET, ['kind', 'chip', 'lives']],
    [CAT, ['lives', 'kind']],
    [`{ type: array, items: ${PET} }`, ['kind', 'chip', 'lives']],
    [`{ properties: { pet: ${PET} } }`, ['pet', 'pet.kind', 'pet.chip', 'pet.lives']],
    [`{ allOf: [${PET}] }`, ['kind']],
  ])('%s', (schema, paths) => {
    expect(one(schema)).toEqual({ paths, recursion: undefined });
  });

  it('unless the schema itself says what it may be', () => {
    const choice = PETS.replace('      properties: { kind', `      oneOf: [${CAT}]\n      properties: { kind`);
    expect(one(PET, choice).paths).toEqual(['kind', 'lives']);
  });

  it('and a variant of itself is no recursion, while one that holds another is', () => {
    expect(one(PET, PETS.replace('cat: Cat', 'pet: Pet')).recursion).toBeUndefined();
    const nested = PETS.replace('lives: { type: integer }', `mother: ${CAT}`);
    expect(one(PET, nested)).toMatchObject({ recursion: 'mother' });
  });

  it('wherever it stands', () => {
    const files = new Files({
      'openapi.yaml': answering('{ $ref: pet.yaml }', '    Cat: { properties: { lives: {} } }\n'),
      'pet.yaml': 'properties: { kind: {} }\ndiscriminator:\n  mapping: { cat: Cat, dog: dog.yaml, none: Nobody }\n',
    });
    expect(files.missing()).toEqual([uriOf('dog.yaml')]);
    expect(payload(files).paths).toEqual(['kind', 'lives']);
    files.set('dog.yaml', 'properties: { chip: {} }\n');
    expect(payload(files).paths).toEqual(['kind', 'lives', 'chip']);
    files.edit('openapi.yaml', 'lives', 'nine');
    files.edit('dog.yaml', 'chip', 'tag');
    expect(payload(files).paths).toEqual(['kind', 'nine', 'tag']);
    files.edit('pet.yaml', 'cat: Cat, ', '');
    expect(payload(files).paths).toEqual(['kind', 'tag']);
  });

  it('and nothing else is', () => {
    expect(one(PET, '    Pet: { discriminator: kind, properties: { kind: {} } }\n').paths).toEqual(['kind']);
    expect(one(PET, '    Pet: { discriminator: { mapping: [Cat] }, properties: { kind: {} } }\n').paths).toEqual([
      'kind',
    ]);
    const properties = '    Pet: { properties: { discriminator: { properties: { mapping: {} } } } }\n';
    expect(one(PET, properties).paths).toEqual(['discriminator', 'discriminator.mapping']);
  });
});
