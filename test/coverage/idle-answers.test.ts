import { describe, it } from 'vitest';
import { checkFindings } from '../support/check';
import { SHOP } from '../support/shop';

const PATHS = `  /orders/{orderId}:
    get:
      operationId: getOrder
      parameters: [{ name: orderId, in: path, required: true, schema: { type: string } }]
      responses: { "200": { description: Fine } }
  /health: { get: { operationId: health, responses: { "200": { description: Fine } } } }
`;

const check = (rest: string) =>
  checkFindings(`${SHOP}${PATHS}//- shop.threats.yaml\nstridewise: 1\napis: { store: ./openapi.yaml }\n${rest}`, {
    codes: ['answers-nothing'],
  });

describe('A rule that is said not to apply', () => {
  it('finds something there, or the statement is idle', () => {
    check(`notApplicable:
  broken-object-level-authorization on GET /orders/{orderId}: Everybody may see all
  broken-object-level-authorization on operation health: Everybody may see all
# ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information answers-nothing: Nothing there is found by \`broken-object-level-authorization\`, so this answers nothing
  broken-object-level-authorization on ANY /**: Everybody may see all
  repudiation on operation health: Nobody would deny it
  broken-object-level-authorization on GET /nowhere: It is told where it is
`);
  });

  it('is idle in part', () => {
    check(`notApplicable:
  broken-object-level-authorization and missing-authentication on GET /orders/{orderId}: Everybody may see all
# ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information answers-nothing: Nothing there is found by \`missing-authentication\`
`);
  });
});

describe('An answer to a question of a regulation', () => {
  const ANSWER = 'mitigations: { erase: { covers: right-to-erasure on store, status: implemented } }\n';

  it('is idle where no goal asks it', () => {
    check(
      `${ANSWER}#                               ^^^^^^^^^^^^^^^^^^^^^^^^^ information answers-nothing: No goal asks \`right-to-erasure\`, as one with \`regulation: GDPR\` does, so this answers nothing\n`,
    );
    check(`goals: { law: { regulation: GDPR, protects: store } }\n${ANSWER}`);
  });

  it('counts for a goal of another model of the same API', () => {
    check(
      `${ANSWER}//- law.threats.yaml\nstridewise: 1\napis: { store: ./openapi.yaml }\ngoals: { law: { regulation: GDPR, protects: store } }\n`,
    );
  });
});
