import { describe, expect, it } from 'vitest';
import { explanationOf, ruleExplanationOf } from '../../server/src/lsp/explanation';
import { load } from '../support/check';
import { SHOP } from '../support/shop';

const { analysis } = load(`${SHOP}  /orders/{orderId}:
    get:
      parameters: [{ name: orderId, in: path, required: true, schema: { type: string } }]
      responses: { "200": { description: one } }
//- shop.threats.yaml
stridewise: 1
apis:
  shop: { spec: ./openapi.yaml }
threats:
  counting:
    title: Orders are counted up
    affects: GET /orders/{orderId}
    rule: broken-object-level-authorization
    cwe: 799
    attack: [mass enumeration, flying carpets]
`);
const api = analysis.apis[0];
const finding = api?.findings.find(({ threat }) => threat?.id === 'counting');

describe('A page that explains', () => {
  it('a finding tells the techniques of its threat, what meets them, and its own ids beside the rule’s', () => {
    const page = api && finding ? explanationOf(analysis, api, finding) : '';
    expect(page).toContain('## How it is done\n\n**Mass enumeration**');
    expect(page).toContain('(`ownership-check`)');
    expect(page).not.toContain('carpets');
    expect(page).toContain('- CWE: [CWE-799](https://cwe.mitre.org/data/definitions/799.html) Improper Control');
    expect(page).toContain('- OWASP ASVS 5.0: 8\\.2\\.2 General Authorization Design');
  });

  it('a rule tells its ids', () => {
    const operation = api?.description.operations[0];
    const rule = finding?.definition;
    const page = api && operation && rule ? ruleExplanationOf(analysis, api, operation, rule) : '';
    expect(page).toContain('## Known as');
    expect(page).toContain('[CWE-639]');
  });
});
