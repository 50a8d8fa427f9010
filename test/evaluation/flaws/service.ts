import * as b from '../build';
import type { Flaw } from '../types';

const CONSUMES = ['API4:2023', 'API4:2019'];
const INVENTORY = ['API9:2023', 'API9:2019'];
const FLOW = ['API6:2023', 'API4:2023', 'API4:2019'];
const THIRD = ['API10:2023', 'API8:2023', 'API7:2019', 'API7:2023'];

/** How much, how many versions, who else, and who can deny it. */
export const SERVICE: readonly Flaw[] = [
  {
    id: 'endless-list',
    title: 'All messages of a room at once',
    base: 'chat',
    change: {
      drop: [
        'paths /me/rooms/{roomId}/messages get parameters',
        'paths /me/rooms/{roomId}/messages get responses 429',
        'paths /me/rooms/{roomId}/messages get responses 200 content application/json schema maxItems',
      ],
    },
    at: 'GET /me/rooms/{roomId}/messages',
    stride: 'D',
    owasp: CONSUMES,
  },
  {
    id: 'page-of-any-size',
    title: 'A page may have any size',
    base: 'bank',
    change: { drop: ['paths /rates get parameters 0 schema maximum'] },
    at: 'GET /rates',
    stride: 'D',
    owasp: CONSUMES,
  },
  {
    id: 'batch-of-any-size',
    title: 'Any number of invitations in one call',
    base: 'chat',
    change: {
      set: {
        'paths /me/rooms/{roomId}/invitations': {
          parameters: [b.inPath('roomId')],
          post: b.operation('invite', {
            security: b.may('rooms:write'),
            body: { type: 'array', items: b.shape({ member: b.id }, ['member']) },
          }),
        },
      },
    },
    at: 'POST /me/rooms/{roomId}/invitations',
    stride: 'D',
    owasp: CONSUMES,
  },
  {
    id: 'any-upload',
    title: 'Files of any size and kind',
    base: 'clinic',
    change: {
      set: {
        'paths /me/documents post requestBody content': {
          'multipart/form-data': { schema: b.shape({ file: { type: 'string', format: 'binary' } }, ['file']) },
        },
      },
    },
    at: 'POST /me/documents',
    stride: 'DTE',
    owasp: [...CONSUMES, 'API8:2023', 'API7:2019', 'API8:2019'],
  },
  {
    id: 'export-of-everything',
    title: 'All patients as one file, with the scope of a patient',
    base: 'clinic',
    change: {
      set: {
        'paths /patients/export': {
          get: {
            ...b.operation('exportPatients', {}),
            responses: { '200': { description: 'All', content: { 'text/csv': { schema: { type: 'string' } } } } },
          },
        },
      },
    },
    at: 'GET /patients/export',
    stride: 'IDE',
    owasp: [...CONSUMES, 'API3:2023', 'API3:2019', 'API5:2023', 'API5:2019', 'API1:2023'],
  },
  {
    id: 'redeem-without-limit',
    title: 'Vouchers can be tried without an end',
    base: 'shop',
    change: {
      set: {
        'paths /me/vouchers/redeem': {
          post: {
            operationId: 'redeemVoucher',
            security: b.may('orders:write'),
            requestBody: { required: true, content: b.json(b.shape({ code: b.word(8) }, ['code'])) },
            responses: { '200': { description: 'Taken', content: b.json(b.shape({ credit: b.amount(500) })) } },
          },
        },
      },
    },
    at: 'POST /me/vouchers/redeem',
    stride: 'DTR',
    owasp: FLOW,
  },
  {
    id: 'who-has-an-account',
    title: 'Anyone may ask whether an address has an account',
    base: 'shop',
    change: {
      set: {
        'paths /accounts/exists': {
          get: b.operation('accountExists', {
            security: [],
            parameters: [{ ...b.inQuery('email', b.text(254, { format: 'email' })), required: true }],
            answer: b.shape({ exists: b.flag }),
          }),
        },
      },
    },
    at: 'GET /accounts/exists',
    stride: 'IS',
    owasp: ['API2:2023', 'API2:2019', 'API3:2023', 'API3:2019'],
  },
  {
    id: 'old-version',
    title: 'The first version of the products stands beside the second',
    base: 'shop',
    change: {
      set: {
        'paths /v1/products': {
          get: b.operation('listProductsOld', {
            security: b.may('catalogue:read'),
            parameters: b.PAGE,
            answer: b.list(b.ref('Product')),
            more: { deprecated: true },
          }),
        },
        'paths /v2/products': {
          get: b.operation('listProductsNew', {
            security: b.may('catalogue:read'),
            parameters: b.PAGE,
            answer: b.list(b.ref('Product')),
          }),
        },
      },
    },
    at: 'GET /v1/products',
    stride: 'ISE',
    owasp: INVENTORY,
  },
  {
    id: 'staging-listed',
    title: 'The public description names a staging server',
    base: 'bank',
    change: { set: { 'servers -': { url: 'https://staging.bank.example' } } },
    at: '*',
    stride: 'ISE',
    owasp: INVENTORY,
  },
  {
    id: 'callback-address',
    title: 'Events are sent to any address that the caller names',
    base: 'chat',
    change: {
      set: {
        'paths /me/subscriptions post requestBody content application/json schema properties callbackUrl': b.text(
          2000,
          {
            format: 'uri',
          },
        ),
      },
    },
    at: 'POST /me/subscriptions',
    stride: 'IETD',
    owasp: ['API7:2023', ...THIRD],
  },
  {
    id: 'unsigned-message',
    title: 'A message that nobody can check; in 3.0 as a callback',
    base: 'chat',
    change: { drop: ['webhooks messagePosted post parameters'] },
    variants: {
      '3.0': {
        set: {
          'paths /me/subscriptions post callbacks': {
            posted: {
              '{$request.body#/receiverId}': {
                post: {
                  operationId: 'posted',
                  security: [],
                  requestBody: { required: true, content: b.json(b.shape({ messageId: b.id, sentAt: b.time })) },
                  responses: { '204': { description: 'Taken' } },
                },
              },
            },
          },
        },
      },
    },
    at: '*',
    stride: 'STI',
    owasp: THIRD,
  },
  {
    id: 'trail-can-be-cleared',
    title: 'The audit trail can be deleted; in 3.2 with a method of its own',
    base: 'clinic',
    change: { set: { 'paths /audit-events delete': b.operation('clearAudit', { security: b.may('audit:read') }) } },
    variants: {
      '3.2': {
        set: {
          'paths /audit-events additionalOperations': {
            PURGE: b.operation('clearAudit', { security: b.may('audit:read') }),
          },
        },
      },
    },
    at: 'DELETE /audit-events',
    atIn: { '3.2': 'PURGE /audit-events' },
    stride: 'RT',
    owasp: ['API10:2019'],
  },
];
