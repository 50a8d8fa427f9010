import { findings } from './findings';

export const HEAD = 'openapi: 3.0.3\ninfo: { title: T, version: "1" }\n';
const SCHEMES = `components:
  securitySchemes:
    account: { type: http, scheme: bearer }
`;
export const ROOT = `${SCHEMES}security: [{ account: [] }]\n`;
export const OK = 'responses: { "200": { description: Fine } }';
export const rulesOf = (text: string) => findings(text).map((one) => one.rule);

/** One operation behind a login. */
export const guarded = (method: string, path: string, rest = '') =>
  `${HEAD}${ROOT}paths:\n  ${path}:\n    ${method}:\n      ${OK}\n${rest}`;

export const parameter = (where: string, name: string, required = true) =>
  `      parameters: [{ name: ${name}, in: ${where}, required: ${required}, schema: { type: string } }]\n`;

/** What is said of the object that a GET behind a login names. */
export const evidenceOf = (path: string) => {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((one) => one[1] ?? '');
  const list = names.map((name) => `{ name: ${name}, in: path, required: true, schema: { type: string } }`);
  const text = guarded('get', path, `      parameters: [${list.join(', ')}]\n`);
  return findings(text).find((one) => one.rule === 'broken-object-level-authorization')?.evidence;
};
