import * as b from './build';
import type { Twin } from './types';

/** Near misses of the flaws: what looks like one, and is none. */
export const TWINS: readonly Twin[] = [
  {
    id: 'token-is-a-cursor',
    title: 'A `pageToken` only pages',
    base: 'shop',
    change: { set: { 'paths /products get parameters -': b.inQuery('pageToken', b.word(64)) } },
  },
  {
    id: 'address-in-answers-only',
    title: 'A product has the address of its picture, which nobody can write',
    base: 'shop',
    change: { set: { 'components schemas Product properties imageUrl': b.only(b.text(500, { format: 'uri' })) } },
  },
  {
    id: 'endpoint-is-an-id',
    title: 'An `endpoint` that is the id of a registered receiver',
    base: 'chat',
    change: {
      set: { 'paths /me/subscriptions post requestBody content application/json schema properties endpoint': b.id },
    },
  },
  {
    id: 'password-is-write-only',
    title: 'A second password field that is never answered',
    base: 'bank',
    change: {
      set: {
        'components schemas Account properties password': b.text(128, { format: 'password', writeOnly: true }),
      },
    },
  },
  {
    id: 'role-is-read-only',
    title: 'The role stands in the written schema, read-only',
    base: 'shop',
    change: {
      set: { 'components schemas CustomerChange properties role': b.only(b.oneOf('customer', 'manager')) },
    },
  },
  {
    id: 'role-of-a-speaker',
    title: 'The role of a speaker in a conversation is no right',
    base: 'chat',
    change: {
      set: {
        'paths /me/rooms/{roomId}/messages post requestBody content application/json schema properties role': b.oneOf(
          'user',
          'assistant',
        ),
      },
    },
  },
  {
    id: 'liveness',
    title: 'A liveness check without a login',
    base: 'devices',
    change: {
      set: { 'paths /livez': { get: b.operation('live', { security: [], answer: b.shape({ ok: b.flag }) }) } },
    },
  },
  {
    id: 'admin-with-admin-scope',
    title: 'An administrative operation with its own scope and audit',
    base: 'devices',
    change: {
      set: {
        'paths /admin/firmware delete': b.operation('withdrawFirmware', { security: b.may('firmware:admin') }),
      },
    },
  },
  {
    id: 'delete-with-own-scope',
    title: 'One’s own room is closed with a scope of its own',
    base: 'chat',
    change: { set: { 'paths /me/rooms/{roomId} delete security': [{ login: ['rooms:write'] }] } },
  },
  {
    id: 'two-logins-together',
    title: 'A key and a login together are no alternative',
    base: 'bank',
    change: {
      set: {
        'components securitySchemes partner': { type: 'apiKey', in: 'header', name: 'X-Partner-Key' },
        'paths /me/accounts get security': [{ login: ['accounts:read'], partner: [] }],
      },
    },
  },
  {
    id: 'mutual-tls',
    title: 'Machines prove themselves with certificates',
    base: 'devices',
    change: {
      set: {
        'components securitySchemes machine': { type: 'mutualTLS' },
        'paths /models get security': [{ machine: [] }],
      },
    },
    variants: {
      '3.0': {
        set: {
          'components securitySchemes machine': { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
          'paths /models get security': [{ machine: [] }],
        },
      },
    },
  },
  {
    id: 'command-of-a-list',
    title: 'A command out of a short list',
    base: 'devices',
    change: {
      set: {
        'paths /me/devices/{deviceId}/commands post requestBody content application/json schema properties command':
          b.oneOf('reboot', 'blink'),
      },
    },
  },
  {
    id: 'filter-of-a-list',
    title: 'A filter out of a short list',
    base: 'clinic',
    change: { set: { 'paths /doctors get parameters -': b.inQuery('filter', b.oneOf('new', 'all')) } },
  },
  {
    id: 'production-twins',
    title: 'Two production servers in two regions',
    base: 'bank',
    change: { set: { 'servers -': { url: 'https://api.eu.bank.example' } } },
  },
  {
    id: 'trace-id',
    title: 'An error has a trace id, which says nothing of the inside',
    base: 'clinic',
    change: { set: { 'components schemas Problem properties traceId': b.id } },
  },
  {
    id: 'query-method-or-short-search',
    title: 'A bounded search by values out of lists; in 3.2 as QUERY',
    base: 'clinic',
    change: { set: { 'paths /doctors get parameters -': b.inQuery('specialty', b.word(60)) } },
    variants: {
      '3.2': {
        set: {
          'paths /doctors query': b.operation('queryDoctors', {
            body: b.shape({ specialty: b.word(60), limit: b.whole(1, 100) }),
            answer: b.list(b.ref('Doctor')),
          }),
        },
      },
    },
  },
  {
    id: 'listed-origin',
    title: 'One origin may read the profile with credentials',
    base: 'shop',
    change: {
      set: {
        'paths /me get responses 200 headers': {
          'Access-Control-Allow-Origin': { schema: b.oneOf('https://www.shop.example') },
          'Access-Control-Allow-Credentials': { schema: b.oneOf('true') },
        },
      },
    },
  },
  {
    id: 'free-words-in-a-profile',
    title: 'A profile has a map of short words, and no other property',
    base: 'shop',
    change: {
      set: {
        'components schemas CustomerChange properties words': {
          type: 'object',
          additionalProperties: b.word(20),
        },
      },
    },
  },
  {
    id: 'session-of-an-hour',
    title: 'A login answers with a token that holds an hour',
    base: 'chat',
    change: {
      set: {
        'paths /sessions': {
          post: b.operation('login', {
            security: [],
            body: b.shape({ user: b.word(40), password: b.text(128, { writeOnly: true }) }, ['user', 'password']),
            answer: b.shape({ token: b.text(500), validMinutes: b.whole(1, 60) }),
            created: true,
          }),
        },
      },
    },
  },
  {
    id: 'correlation-in-header',
    title: 'The caller names the request',
    base: 'devices',
    change: { set: { 'paths /admin/firmware get parameters -': b.inHeader('X-Correlation-Id', b.id) } },
  },
  {
    id: 'pictures-of-any-size-behind-413',
    title: 'Pictures of two kinds, refused where they are too large',
    base: 'clinic',
    change: {
      set: {
        'paths /me/documents post requestBody content': {
          'multipart/form-data': {
            schema: b.shape({ file: { type: 'string', format: 'binary' } }, ['file']),
            encoding: { file: { contentType: 'image/png, image/jpeg' } },
          },
        },
        'paths /me/documents post responses 413': { $ref: '#/components/responses/Refused' },
      },
    },
  },
  {
    id: 'redeem-behind-a-gateway',
    title: 'Vouchers are redeemed behind the limit of a gateway',
    base: 'shop',
    change: {
      set: {
        'paths /me/vouchers/redeem': {
          post: {
            operationId: 'redeemVoucher',
            'x-kong-plugin-rate-limiting': { config: { minute: 3 } },
            security: b.may('orders:write'),
            requestBody: { required: true, content: b.json(b.shape({ code: b.word(8) }, ['code'])) },
            responses: { '200': { description: 'Taken', content: b.json(b.shape({ credit: b.amount(500) })) } },
          },
        },
      },
    },
  },
  {
    id: 'long-password',
    title: 'A password of twelve signs and more',
    base: 'bank',
    change: {
      set: {
        'components schemas Account properties password': b.text(128, { minLength: 12, writeOnly: true }),
      },
    },
  },
  {
    id: 'words-apart',
    title: 'A pattern that repeats a group and still takes linear time',
    base: 'clinic',
    change: {
      set: { 'paths /doctors get parameters -': b.inQuery('words', b.text(200, { pattern: '^[a-z]+( [a-z]+)*$' })) },
    },
  },
];
