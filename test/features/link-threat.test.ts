import { describe, expect, it } from 'vitest';
import { applyFix, fixesAt, load } from '../support/check';
import { SHOP } from '../support/shop';

const RULE = 'broken-object-level-authorization';
const model = (threat: string) =>
  `${SHOP}  /orders/{orderId}:
    get:
      operationId: getOrder
      parameters: [{ name: order$0Id, in: path, required: true, schema: { type: string } }]
      responses: { "200": { description: One } }
//- shop.threats.yaml
stridewise: 1
apis: { shop: { spec: ./openapi.yaml } }
${threat}`;
const isLink = ({ title }: { readonly title: string }) => title.startsWith('This is the threat');

describe('A threat that looks like what a rule finds', () => {
  it.each([
    [
      'threats:\n  guess:\n    title: Orders are guessed\n    affects: GET /orders/{orderId}\n    stride: elevation\n',
      '    rule: ',
    ],
    [
      'threats: { guess: { title: Orders are guessed, affects: shop, stride: [spoofing, elevation] } }\n',
      'elevation], rule: ',
    ],
  ])('becomes it: %j', (threat, before) => {
    const loaded = load(model(threat));
    const [fix, ...others] = fixesAt(loaded).filter(isLink);
    expect(fix).toMatchObject({
      title: 'This is the threat `guess`: give it the rule',
      diagnostics: [RULE],
      preferred: false,
    });
    expect(others).toEqual([]);
    if (fix === undefined) return;
    const files = applyFix(loaded, fix).map(({ uri, text }) => `//- ${uri.replace('file:///workspace/', '')}\n${text}`);
    expect(files.join('')).toContain(`${before}${RULE}`);
    const { analysis } = load(`\n${files.join('')}`);
    const found = analysis.apis.flatMap(({ findings }) => findings).filter(({ threat: one }) => one?.id === 'guess');
    expect(found.map(({ rule }) => rule)).toEqual([RULE]);
    expect([...analysis.problems, ...analysis.models.flatMap(({ problems }) => problems)]).toEqual([]);
  });

  it.each([
    'threats: { guess: { title: Slow, affects: shop, stride: denial } }\n',
    `threats: { guess: { title: Linked, affects: shop, rule: ${RULE} } }\n`,
    'threats: { guess: { title: A part, affects: "GET /orders/{orderId} query.sort", stride: elevation } }\n',
    '',
  ])('is none of another kind or place, or with a rule: %j', (threat) => {
    expect(fixesAt(load(model(threat))).filter(isLink)).toEqual([]);
  });
});
