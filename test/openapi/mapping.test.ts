import { describe, expect, it } from 'vitest';
import { Files, textAt, uriOf } from './files';

const withMapping = (mapping: string, more = '') => `openapi: 3.1.0
paths:
  /pets:
    get:
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema:
                discriminator: { propertyName: kind, mapping: { one: ${mapping} } }
components:
  schemas:
    Cat: { type: object }
    'cat.yaml': { type: object }
${more}`;

function told(files: Files): readonly (readonly [string, string, string])[] {
  return files.describe().problems.map(({ code, message, at }) => [code, textAt(at), message]);
}

describe('what a discriminator maps to', () => {
  it.each(['Cat', "'#/components/schemas/Cat'", "'#/components/schemas/Cat/type'", 'cat.yaml', "'openapi.yaml#/info'"])(
    '%s is found',
    (mapping) => {
      const files = new Files({ 'openapi.yaml': withMapping(mapping, 'info: {}\n') });
      expect(told(files)).toEqual([]);
    },
  );

  it.each([
    ['Dog', 'unresolved-reference', 'No schema of the components is called Dog'],
    ["'#/components/schemas/Dog'", 'unresolved-reference', 'There is no /components/schemas/Dog in this file'],
    ["'dog.yaml'", 'unresolved-reference', 'No file that may be read here is at dog.yaml'],
    ["'models/dog#/a'", 'unresolved-reference', 'No file that may be read here is at models/dog'],
    [
      "'https://a.example/dog.json'",
      'not-checked',
      'https://a.example/dog.json is on the network, which is never read',
    ],
  ])('%s is told', (mapping, code, message) => {
    const found = told(new Files({ 'openapi.yaml': withMapping(mapping) }));
    expect(found.map(([one, text]) => [one, text])).toEqual([[code, mapping.replaceAll("'", '')]]);
    expect(found[0]?.[2]).toContain(message);
  });

  it('is loaded, and what it leads to', () => {
    const files = new Files({ 'openapi.yaml': withMapping("'pets/dog.yaml#/Dog'") });
    expect(files.missing()).toEqual([uriOf('pets/dog.yaml')]);
    files.set('pets/dog.yaml', "Dog:\n  allOf: [{ $ref: '../base.yaml' }]\n");
    expect(files.missing()).toEqual([uriOf('base.yaml')]);
    expect(told(files).map(([, text]) => text)).toEqual(['../base.yaml']);
    files.set('base.yaml', 'type: object\n');
    expect(told(files)).toEqual([]);
    files.edit('pets/dog.yaml', 'Dog', 'Hund');
    expect(told(files)).toEqual([['unresolved-reference', 'pets/dog.yaml#/Dog', 'There is no /Dog in pets/dog.yaml']]);
  });

  it('names components of the description from other files', () => {
    const files = new Files({
      'openapi.yaml': withMapping("'pet.yaml'"),
      'pet.yaml': 'discriminator:\n  propertyName: kind\n  mapping: { cat: Cat, dog: Dog, bird: ./bird.yaml }\n',
      'bird.yaml': 'type: object\n',
    });
    expect(told(files).map(([, text]) => text)).toEqual(['Dog']);
    files.edit('openapi.yaml', '    Cat:', '    Dog: {}\n    Cat:');
    expect(told(files)).toEqual([]);
  });

  it.each([
    ['properties: { discriminator: { mapping: { a: Nope } } }'],
    ['example: { discriminator: { mapping: { a: Nope } } }'],
    ['x-a: { discriminator: { mapping: { a: Nope } } }'],
    ['discriminator: kind'],
    ['discriminator: { mapping: [Nope] }'],
    ['discriminator: { mapping: { a: { b: c }, d: [e] } }'],
    ['properties: { mapping: { a: Nope } }'],
  ])('is not what only looks like it: %s', (schema) => {
    const files = new Files({ 'openapi.yaml': withMapping('Cat', `    Other: { ${schema} }\n`) });
    expect(told(files)).toEqual([]);
  });
});
