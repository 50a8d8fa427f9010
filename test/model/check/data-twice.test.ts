import { it } from 'vitest';
import { checkModelText } from './model-text';

it('A field has one class', () => {
  checkModelText(
    `data:
  customer: { class: personal, fields: [email, number] }
  shop: { class: public, fields: [email, Order.email] }
#                                 ^^^^^ warning contradiction: \`email\` is personal by \`customer\`, which counts, and public here
  people: { class: personal, fields: email }
  later: { fields: number }
`,
    ['contradiction'],
  );
});
