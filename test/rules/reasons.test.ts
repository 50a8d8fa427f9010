import { describe, expect, it } from 'vitest';
import { explainRule, nameOf, RULES, ruleById } from '../../server/src/core/index';
import { load } from '../support/check';

const LIST = 'schema: { type: array, items: { type: string } }';
const BOUNDED = 'schema: { type: array, maxItems: 9, items: { type: string } }';
const answers = (schema: string) =>
  `responses: { "200": { description: ok, content: { application/json: { ${schema} } } } }`;
const takes = (schema: string, type = 'application/json') => `requestBody: { content: { ${type}: { ${schema} } } }`;
const DONE = 'responses: { "204": { description: ok } }';
const UPLOAD = takes(
  'schema: { type: object, properties: { data: { type: string, format: binary } } }',
  '"multipart/form-data"',
);

const { analysis } = load(`//- openapi.yaml
openapi: 3.1.0
info: { title: Boats, version: "1" }
servers: [{ url: https://api.boats.example }]
security: [{ key: [] }]
paths:
  /boats:
    get: { ${answers(LIST)} }
    post: { ${takes(LIST)}, ${DONE} }
    put: { ${takes(BOUNDED)}, ${DONE} }
  /masts:
    get: { ${answers(BOUNDED)} }
    post: { ${DONE} }
  /sails:
    get: { parameters: [{ name: cursor, in: query, schema: { type: string } }], ${answers(LIST)} }
    put: { ${UPLOAD.replace('format: binary', 'format: binary, maxLength: 9')}, ${DONE} }
  /boats/{boatId}:
    get: { parameters: [{ name: boatId, in: path, required: true, schema: { type: string } }], ${answers(LIST)} }
  /me: { get: { ${DONE} } }
  /login: { post: { security: [], ${DONE} } }
  /health: { get: { security: [], ${DONE} } }
  /.well-known/boats: { get: { security: [], ${DONE} } }
  /photos:
    post:
      ${takes('schema: { type: object, properties: { data: { type: string, format: binary } } }, encoding: { data: { contentType: image/png } }', '"multipart/form-data"')}
      ${DONE}
webhooks:
  sold: { post: { ${takes('schema: { type: object }')}, ${DONE} } }
components: { securitySchemes: { key: { type: http, scheme: bearer } } }
`);

/** The last reason for or against a rule. */
function reasonOn(name: string, id: string): string {
  const [api] = analysis.apis;
  const operation = api?.description.operations.find((one) => nameOf(one) === name);
  const rule = ruleById(id);
  if (api === undefined || operation === undefined || rule === undefined) throw new Error(`No ${name} or ${id}`);
  const { fired, reasons } = explainRule(analysis, api, operation, rule);
  return `${fired ? 'fires' : 'silent'}: ${reasons.at(-1)?.text}`;
}

describe('A reason against a rule', () => {
  it.each([
    ['GET /boats', 'unbounded-list', 'fires: It returns a list, has no page'],
    ['GET /me', 'unbounded-list', 'silent: It returns no list.'],
    ['GET /masts', 'unbounded-list', 'silent: `maxItems` bounds the list that it returns.'],
    ['GET /sails', 'unbounded-list', 'silent: The list that it returns comes in pages'],
    ['GET /boats/{boatId}', 'unbounded-list', 'silent: The list that it returns belongs to one object.'],
    ['POST /boats', 'unbounded-batch', 'fires: It takes a list of any length.'],
    ['PUT /boats', 'unbounded-batch', 'silent: `maxItems` bounds the list that it takes.'],
    ['POST /masts', 'unbounded-batch', 'silent: It takes no list as its whole request.'],
    ['PUT /sails', 'upload-without-limit', 'silent: The size of the file is bounded.'],
    ['POST /masts', 'upload-without-limit', 'silent: It takes no file.'],
    ['POST /photos', 'unrestricted-file-type', 'silent: It says of what kind the file is.'],
    ['POST /masts', 'unrestricted-file-type', 'silent: It takes no file.'],
    ['GET /me', 'broken-object-level-authorization', 'silent: It speaks of the caller alone.'],
    ['GET /boats', 'broken-object-level-authorization', 'silent: It takes no reference to one object of many.'],
    ['POST /login', 'missing-authentication', 'silent: It comes before a login.'],
    ['GET /health', 'missing-authentication', 'silent: By its name (health) it is for everyone.'],
    ['GET /.well-known/boats', 'missing-authentication', 'silent: What stands below /.well-known is for everyone.'],
    ['webhook sold', 'unsigned-message', 'silent: A login stands before it.'],
    ['GET /health', 'unsigned-message', 'silent: It takes no message from another service.'],
    ['webhook sold', 'callback-to-caller', 'silent: It is a webhook: its address is not in the request.'],
    ['GET /me', 'callback-to-caller', 'silent: Callers reach it.'],
    ['GET /me', 'state-change-by-get', 'silent: Its name says that it reads.'],
    ['POST /boats', 'state-change-by-get', 'silent: POST may change something.'],
    ['GET /me', 'bulk-export', 'silent: It exports the caller’s own.'],
    ['GET /boats', 'bulk-export', 'silent: It exports nothing personal.'],
  ])('of %s names the fact: %s', (name, rule, reason) => {
    expect(reasonOn(name, rule)).toContain(reason);
  });

  it('is a sentence for every rule on every operation', () => {
    const names = analysis.apis[0]?.description.operations.map(nameOf) ?? [];
    expect(names.length).toBeGreaterThan(13);
    const said = names.flatMap((name) => RULES.map(({ id }) => reasonOn(name, id)));
    expect(said.filter((text) => !/^(?:fires|silent): [A-Z`].*\.$/.test(text))).toEqual([]);
  });
});
