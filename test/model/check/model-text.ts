import { applyFix, checkFindings, fixesAt, load } from '../../support/check';

export const MODEL = 'file:///workspace/shop.threats.yaml';

/** The description of the small shop. */
export const SHOP_SPEC = `openapi: 3.0.3
info: { title: Shop, version: "1" }
servers: [{ url: https://api.shop.example }]
security: [{ key: [] }]
paths:
  /orders:
    get: { operationId: listOrders, responses: { "200": { description: All } } }
    post: { operationId: placeOrder, responses: { "201": { description: Made } } }
  /orders/{orderId}:
    get:
      operationId: getOrder
      parameters: [{ name: orderId, in: path, required: true, schema: { type: string } }]
      responses: { "200": { description: One, content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } } }
components:
  securitySchemes: { key: { type: http, scheme: bearer } }
  schemas:
    Order: { type: object, properties: { number: { type: string }, email: { type: string } } }
`;

/** A model of a small shop, with more entries below it. */
export function shopModel(rest: string): string {
  return `\n//- openapi.yaml\n${SHOP_SPEC}//- shop.threats.yaml\nstridewise: 1\napis: { shop: { spec: ./openapi.yaml } }\n${rest}`;
}

/** Wants the marked problems of these codes in a model of the small shop, and no other. */
export function checkModelText(rest: string, codes: readonly string[]): void {
  checkFindings(shopModel(rest), { codes });
}

/** The model after the first fix at `$0`, and what it is called. */
export function fixed(rest: string): {
  readonly title: string;
  readonly text: string;
  readonly codes: readonly string[];
} {
  const loaded = load(shopModel(rest));
  const [fix] = fixesAt(loaded);
  if (fix === undefined) return { title: '', text: '', codes: [] };
  const files = applyFix(loaded, fix);
  const text = files.find(({ uri }) => uri === MODEL)?.text ?? '';
  const after = load(
    `\n${files.map((file) => `//- ${file.uri.replace('file:///workspace/', '')}\n${file.text}`).join('')}`,
  );
  const problems = [...after.analysis.problems, ...after.analysis.models.flatMap((model) => model.problems)];
  return {
    title: fix.title,
    text: text.slice(text.indexOf('\n', text.indexOf('apis:')) + 1),
    codes: problems.map(({ code }) => code),
  };
}
