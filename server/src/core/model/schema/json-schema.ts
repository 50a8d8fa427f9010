import { STRIDE } from '../../rules/types';
import { CATEGORY_WORDS } from '../grammar/words';
import { LEVELS } from './common';
import { EXAMPLES } from './examples';
import type { Choice, Factor, KeyDefinition, SectionDefinition, ValueType } from './schema-types';
import { BESIDE_SECTIONS, SECTIONS, type SectionName } from './sections';

/** A JSON Schema, draft-07. */
export type JsonSchema = { readonly [key: string]: unknown };

/** What the catalogues know, offered by editors that complete from a schema. */
export interface KnownNames {
  readonly rules: readonly string[];
  readonly controls: readonly string[];
  readonly attacks: readonly string[];
}

/**
 * The language as a JSON Schema, for editors and checkers that know nothing of it. It lets through everything that reads without an
 * error; what a text of the small grammars says, and whether a name leads anywhere, only Stridewise sees.
 */
export function jsonSchema(known: KnownNames): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Stridewise threat model',
    description: 'A threat model of APIs: what can go wrong, and what is done about it.',
    type: 'object',
    required: ['stridewise'],
    properties: Object.fromEntries(SECTIONS.map((section) => [section.name, sectionSchema(section, known)])),
    patternProperties: { '^x-': true },
    additionalProperties: false,
    definitions: Object.fromEntries(
      SECTIONS.filter(({ value }) => value === null).map((section) => [section.name, entrySchema(section, known)]),
    ),
  };
}

/** What `x-stridewise` takes in a description, as a JSON Schema, for those who check descriptions by one. */
export function answersJsonSchema(known: KnownNames): JsonSchema {
  const properties = BESIDE_SECTIONS.map((section) => {
    const { examples: _, ...schema } = sectionSchema(section, known);
    return [section.name, schema] as const;
  });
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'x-stridewise in an OpenAPI description',
    description: 'Answers to threats, beside what they answer: on an operation, a path item or at the root.',
    type: ['object', 'null'],
    properties: Object.fromEntries(properties),
    patternProperties: { '^x-': true },
    additionalProperties: false,
    definitions: Object.fromEntries(BESIDE_SECTIONS.map((section) => [section.name, entrySchema(section, known)])),
  };
}

function sectionSchema(section: SectionDefinition, known: KnownNames): JsonSchema {
  if (section.value !== null) return { description: section.doc, ...listOf(section.value, known) };
  const entry = { $ref: `#/definitions/${section.name}` };
  const examples = { examples: [EXAMPLES[section.name as SectionName]] };
  if (section.entries === null) return { description: section.doc, ...examples, allOf: [entry] };
  return { description: section.doc, ...examples, type: ['object', 'null'], additionalProperties: entry };
}

function entrySchema(section: SectionDefinition, known: KnownNames): JsonSchema {
  const short = section.keys.find((key) => key.name === section.shorthand);
  const entry = mapSchema(section.keys, known, section.entries === 'rule');
  return short === undefined ? entry : { anyOf: [entry, listOf(short, known)] };
}

/** `open`: other keys may stand there too. */
function mapSchema(keys: readonly KeyDefinition[], known: KnownNames, open: boolean): JsonSchema {
  const properties = keys.map((key) => [key.name, { description: key.doc, ...listOf(key, known) }] as const);
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    ...(open ? {} : { patternProperties: { '^x-': true }, additionalProperties: false }),
  };
}

function listOf({ type, many }: KeyDefinition, known: KnownNames): JsonSchema {
  const value = valueSchema(type, known);
  return many ? { anyOf: [value, { type: 'array', items: value }] } : value;
}

/** What is still to be filled in is no error. */
const TODO = { type: 'string', pattern: '^\\s*TODO\\b' };
const TEXT: JsonSchema = { type: ['string', 'number', 'boolean'] };

function fiveOf(items: JsonSchema): JsonSchema {
  return { type: 'array', minItems: 5, maxItems: 5, items };
}

function valueSchema(type: ValueType, known: KnownNames): JsonSchema {
  switch (type.kind) {
    case 'any':
      return {};
    case 'word':
      return choices(type.choices);
    case 'category':
      return choices(categories());
    case 'matrix':
      return { anyOf: [fiveOf(fiveOf({ enum: [...LEVELS] })), TODO] };
    case 'numbers':
      return { anyOf: [vector(type.factors), mapOfFactors(type.factors), TODO] };
    case 'map':
      return mapSchema(type.keys, known, type.open === true);
    default:
      return textSchema(type.kind, known);
  }
}

function textSchema(kind: ValueType['kind'], known: KnownNames): JsonSchema {
  const pattern = PATTERNS[kind];
  if (pattern !== undefined) {
    const number = kind === 'number' || kind === 'cwe' ? [{ type: 'integer', minimum: 0 }] : [];
    return { anyOf: [...number, { type: 'string', pattern }, TODO] };
  }
  const names = { rule: known.rules, control: known.controls, attack: known.attacks } as const;
  return kind === 'rule' || kind === 'control' || kind === 'attack' ? { anyOf: [{ enum: names[kind] }, TEXT] } : TEXT;
}

const PATTERNS: Partial<Record<ValueType['kind'], string>> = {
  date: '^\\d{4}-\\d{2}-\\d{2}$',
  duration: '^[1-9]\\d* (?:day|week|month|year)s?$',
  percentage: '^\\d{1,3}(?:\\.\\d+)? ?%$',
  number: '^\\d+$',
  cwe: '^\\d+$',
};

/** YAML reads `1` as a number, so a word that looks like one may be either. */
function choices(all: readonly Choice[]): JsonSchema {
  const words = all.map(({ name, doc }) => ({
    ...(/^\d+$/.test(name) ? { enum: [name, Number(name)] } : { const: name }),
    description: doc,
  }));
  return { anyOf: [...words, TODO] };
}

function categories(): readonly Choice[] {
  return STRIDE.flatMap((category, index) => {
    const names = new Set([CATEGORY_WORDS[category], category, 'STRIDE'.charAt(index)]);
    return [...names].map((name) => ({ name, doc: category.replaceAll('-', ' ') }));
  });
}

function vector(factors: readonly Factor[]): JsonSchema {
  const number = '\\s*\\d+(?:\\.\\d+)?\\s*';
  return {
    type: factors.length === 1 ? ['string', 'number'] : 'string',
    pattern: `^${factors.map(() => number).join('/')}$`,
    description: factors.map(({ name, maximum }) => `${name} 0-${maximum}`).join(' / '),
  };
}

function mapOfFactors(factors: readonly Factor[]): JsonSchema {
  const properties = factors.map(({ name, maximum, doc }) => {
    const number = { type: 'number', minimum: 0, maximum };
    return [name, { description: doc, anyOf: [number, { type: 'string', pattern: '^\\d+(?:\\.\\d+)?$' }, TODO] }];
  });
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    patternProperties: { '^x-': true },
    additionalProperties: false,
  };
}
