import * as b from '../build';
import type { Base } from '../types';

const transfer = b.shape({
  id: b.only(b.id),
  beneficiary: b.id,
  amount: b.amount(10_000),
  state: b.only(b.oneOf('pending', 'booked')),
});

export const bank: Base = {
  name: 'bank',
  spec: {
    openapi: '3.1.1',
    info: { title: 'Bank', version: '3.2.0' },
    servers: [{ url: 'https://api.bank.example' }],
    security: b.may('accounts:read'),
    paths: {
      '/me/accounts': {
        get: b.operation('listAccounts', { parameters: b.PAGE, answer: b.list(b.ref('Account')) }),
      },
      '/me/accounts/{accountId}': {
        parameters: [b.inPath('accountId')],
        get: b.operation('getAccount', { answer: b.ref('Account') }),
      },
      '/me/accounts/{accountId}/bookings': {
        parameters: [b.inPath('accountId')],
        get: b.operation('listBookings', {
          parameters: [...b.PAGE, b.inQuery('from', b.day), b.inQuery('to', b.day)],
          answer: b.list(b.shape({ id: b.id, amount: b.amount(1_000_000), bookedAt: b.time })),
        }),
      },
      '/me/accounts/{accountId}/transfers': {
        parameters: [b.inPath('accountId')],
        post: b.operation('transfer', {
          security: b.may('transfers:write'),
          parameters: [b.inHeader('Idempotency-Key', b.id)],
          body: b.shape({ beneficiary: b.id, amount: b.amount(10_000), code: b.text(8, { writeOnly: true }) }, [
            'beneficiary',
            'amount',
            'code',
          ]),
          answer: b.ref('Transfer'),
          created: true,
        }),
      },
      '/me/cards': {
        get: b.operation('listCards', {
          security: b.may('cards:read'),
          parameters: b.PAGE,
          answer: b.list(b.ref('Card')),
        }),
      },
      '/me/cards/{cardId}/block': {
        parameters: [b.inPath('cardId')],
        post: b.operation('blockCard', { security: b.may('cards:block') }),
      },
      '/me/password': {
        put: b.operation('changePassword', {
          security: b.may('password:write'),
          body: b.shape(
            {
              currentPassword: b.text(128, { minLength: 12, format: 'password', writeOnly: true }),
              newPassword: b.text(128, { minLength: 12, format: 'password', writeOnly: true }),
            },
            ['currentPassword', 'newPassword'],
          ),
        }),
      },
      '/rates': {
        get: b.operation('listRates', {
          parameters: b.PAGE,
          answer: b.list(b.shape({ currency: b.word(3), rate: b.amount(1000) })),
        }),
      },
      '/staff/audit-events': {
        get: b.operation('readAudit', {
          security: b.may('audit:read'),
          parameters: b.PAGE,
          answer: b.list(b.shape({ at: b.time, event: b.word(60) })),
        }),
      },
    },
    components: b.components(
      'bank.example',
      ['accounts:read', 'transfers:write', 'cards:read', 'cards:block', 'password:write', 'audit:read'],
      {
        Account: b.shape({ id: b.only(b.id), product: b.word(20), currency: b.word(3) }),
        Transfer: transfer,
        Card: b.shape({ id: b.only(b.id), brand: b.word(20), lastFour: b.word(4), blocked: b.only(b.flag) }),
      },
    ),
  },
  model: `
mitigations:
  audit: { title: Changes are recorded, control: audit-log, covers: it, status: implemented }
  receipts: { title: Transfers have receipts, control: transaction-receipt, covers: it operation transfer, status: implemented }
`,
};
