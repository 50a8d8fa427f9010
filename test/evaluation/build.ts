import type { Json, JsonObject } from './types';

/** Shorthand for what a careful designer would write out in every operation. */
export const id: JsonObject = { type: 'string', format: 'uuid', minLength: 36, maxLength: 36 };
export const time: JsonObject = { type: 'string', format: 'date-time', maxLength: 35 };
export const day: JsonObject = { type: 'string', format: 'date', maxLength: 10 };
export const flag: JsonObject = { type: 'boolean' };

export function text(maxLength: number, more: JsonObject = {}): JsonObject {
  return { type: 'string', maxLength, ...more };
}

export function word(maxLength: number): JsonObject {
  return text(maxLength, { pattern: '^[A-Za-z0-9_-]+$' });
}

export function optionalText(maxLength: number): JsonObject {
  return { type: ['string', 'null'], maxLength, examples: ['as written'] };
}

export function oneOf(...values: string[]): JsonObject {
  return { type: 'string', enum: values };
}

export function amount(maximum: number): JsonObject {
  return { type: 'number', exclusiveMinimum: 0, maximum };
}

export function whole(minimum: number, maximum: number): JsonObject {
  return { type: 'integer', format: 'int32', minimum, maximum };
}

export function list(items: Json, maxItems = 100): JsonObject {
  return { type: 'array', items, maxItems };
}

export function shape(properties: JsonObject, required: readonly string[] = []): JsonObject {
  const rest: JsonObject = required.length === 0 ? {} : { required };
  return { type: 'object', additionalProperties: false, properties, ...rest };
}

export function ref(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}

export function only(object: JsonObject): JsonObject {
  return { ...object, readOnly: true };
}

export function inPath(name: string, schema: JsonObject = id): JsonObject {
  return { name, in: 'path', required: true, schema };
}

export function inQuery(name: string, schema: JsonObject): JsonObject {
  return { name, in: 'query', schema };
}

export function inHeader(name: string, schema: JsonObject, required = true): JsonObject {
  return { name, in: 'header', required, schema };
}

/** The two parameters of a list. */
export const PAGE: readonly JsonObject[] = [inQuery('limit', whole(1, 100)), inQuery('cursor', word(64))];

export function json(schema: JsonObject): JsonObject {
  return { 'application/json': { schema } };
}

export interface Sketch {
  readonly security?: Json;
  readonly parameters?: readonly JsonObject[];
  readonly body?: JsonObject;
  /** The answer's schema; without it 204. */
  readonly answer?: JsonObject;
  readonly created?: boolean;
  readonly more?: JsonObject;
}

/** An operation with its errors, its limit and bounded messages. */
export function operation(operationId: string, sketch: Sketch): JsonObject {
  const { security, parameters, body, answer, created, more } = sketch;
  const status = answer === undefined ? '204' : created === true ? '201' : '200';
  const done: JsonObject =
    answer === undefined ? { description: 'Done' } : { description: 'Done', content: json(answer) };
  const responses: JsonObject = {
    [status]: done,
    '400': { $ref: '#/components/responses/Refused' },
    '401': { $ref: '#/components/responses/Refused' },
    '403': { $ref: '#/components/responses/Refused' },
    '429': { $ref: '#/components/responses/TooMany' },
  };
  return {
    operationId,
    ...(security === undefined ? {} : { security }),
    ...(parameters === undefined ? {} : { parameters }),
    ...(body === undefined ? {} : { requestBody: { required: true, content: json(body) } }),
    responses,
    ...more,
  };
}

/** Components that every base shares: errors that say little, and one login with narrow scopes. */
export function components(host: string, scopes: readonly string[], schemas: JsonObject): JsonObject {
  const flow = {
    authorizationUrl: `https://login.${host}/authorize`,
    tokenUrl: `https://login.${host}/token`,
    scopes: Object.fromEntries(scopes.map((scope) => [scope, `May ${scope.replace(':', ' ')}`])),
  };
  return {
    securitySchemes: { login: { type: 'oauth2', flows: { authorizationCode: flow } } },
    responses: {
      Refused: { description: 'Refused', content: { 'application/problem+json': { schema: ref('Problem') } } },
      TooMany: {
        description: 'Too many requests',
        headers: { 'Retry-After': { schema: whole(1, 3600) } },
        content: { 'application/problem+json': { schema: ref('Problem') } },
      },
    },
    schemas: {
      Problem: shape({ type: text(100), title: text(100), status: whole(400, 599) }),
      ...schemas,
    },
  };
}

/** The requirement of one scope. */
export function may(...scopes: string[]): Json {
  return [{ login: scopes }];
}
