import * as b from '../build';
import type { Flaw } from '../types';

const AUTH = ['API2:2023', 'API2:2019'];
const OBJECT = ['API1:2023', 'API1:2019'];
const ROLE = ['API5:2023', 'API5:2019'];
const SCHEME = 'components securitySchemes login';

/** Who one is, and what one may. */
export const ACCESS: readonly Flaw[] = [
  {
    id: 'open-write',
    title: 'Products are added without a login',
    base: 'shop',
    change: { set: { 'paths /admin/products post security': [] } },
    at: 'POST /admin/products',
    stride: 'SE',
    owasp: [...AUTH, ...ROLE],
  },
  {
    id: 'optional-login',
    title: 'An empty alternative makes the login of a read of health data optional',
    base: 'clinic',
    change: { set: { 'paths /patients/{patientId}/notes get security': [{ login: ['ward:read'] }, {}] } },
    at: 'GET /patients/{patientId}/notes',
    stride: 'SE',
    owasp: AUTH,
  },
  {
    id: 'no-security-at-all',
    title: 'The root requirement is gone, and operations without their own are open',
    base: 'bank',
    change: { drop: ['security'] },
    at: 'GET /me/accounts',
    stride: 'SE',
    owasp: AUTH,
  },
  {
    id: 'basic-login',
    title: 'HTTP Basic, written with a capital',
    base: 'devices',
    change: {
      set: { 'components securitySchemes plain': { type: 'http', scheme: 'Basic' }, security: [{ plain: [] }] },
    },
    at: '*',
    stride: 'SI',
    owasp: AUTH,
  },
  {
    id: 'key-in-query',
    title: 'The API key travels in the address',
    base: 'devices',
    change: {
      set: {
        'components securitySchemes key': { type: 'apiKey', in: 'query', name: 'key' },
        'paths /models get security': [{ key: [] }],
      },
    },
    at: 'GET /models',
    stride: 'SI',
    owasp: AUTH,
  },
  {
    id: 'implicit-flow',
    title: 'Tokens come back in the fragment of an address',
    base: 'chat',
    change: {
      set: {
        [`${SCHEME} flows`]: {
          implicit: { authorizationUrl: 'https://login.chat.example/authorize', scopes: { 'rooms:read': 'Read' } },
        },
      },
    },
    at: '*',
    stride: 'SI',
    owasp: AUTH,
  },
  {
    id: 'password-flow',
    title: 'The application sees the password of its users',
    base: 'shop',
    change: {
      set: {
        [`${SCHEME} flows`]: {
          password: { tokenUrl: 'https://login.shop.example/token', scopes: { 'profile:read': 'Read' } },
        },
      },
    },
    at: '*',
    stride: 'SI',
    owasp: AUTH,
  },
  {
    id: 'clear-token-address',
    title: 'Tokens are fetched over http; in 3.2 with the device flow',
    base: 'bank',
    change: { set: { [`${SCHEME} flows authorizationCode tokenUrl`]: 'http://login.bank.example/token' } },
    variants: {
      '3.2': {
        set: {
          [`${SCHEME} flows`]: {
            deviceAuthorization: {
              deviceAuthorizationUrl: 'http://login.bank.example/device',
              tokenUrl: 'http://login.bank.example/token',
              scopes: { 'accounts:read': 'Read' },
            },
          },
        },
      },
    },
    at: '*',
    stride: 'SIT',
    owasp: [...AUTH, 'API8:2023', 'API7:2019'],
  },
  {
    id: 'eternal-session',
    title: 'A login answers with a token that holds ten years and more',
    base: 'chat',
    change: {
      set: {
        'paths /sessions': {
          post: b.operation('login', {
            security: [],
            body: b.shape({ user: b.word(40), password: b.text(128, { writeOnly: true }) }, ['user', 'password']),
            answer: b.shape({ token: b.text(500), validDays: b.whole(3650, 36500) }),
            created: true,
          }),
        },
      },
    },
    at: 'POST /sessions',
    stride: 'SE',
    owasp: AUTH,
  },
  {
    id: 'reset-by-name',
    title: 'A password is set anew by whoever knows the user name',
    base: 'shop',
    change: {
      set: {
        'paths /password-reset': {
          post: b.operation('resetPassword', {
            security: [],
            body: b.shape({ username: b.word(40), newPassword: b.text(128, { writeOnly: true }) }, [
              'username',
              'newPassword',
            ]),
          }),
        },
      },
    },
    at: 'POST /password-reset',
    stride: 'SE',
    owasp: AUTH,
  },
  {
    id: 'short-code',
    title: 'A four-digit code signs in, and nothing says how often one may try',
    base: 'bank',
    change: {
      set: {
        'paths /login/verify': {
          post: {
            operationId: 'verifyCode',
            security: [],
            requestBody: {
              required: true,
              content: b.json(
                b.shape({ phone: b.word(16), otp: b.text(4, { pattern: '^[0-9]{4}$' }) }, ['phone', 'otp']),
              ),
            },
            responses: { '200': { description: 'In', content: b.json(b.shape({ accessToken: b.text(500) })) } },
          },
        },
      },
    },
    at: 'POST /login/verify',
    stride: 'SED',
    owasp: [...AUTH, 'API4:2023', 'API4:2019'],
  },
  {
    id: 'password-without-old',
    title: 'The password changes without the old one',
    base: 'bank',
    change: {
      drop: ['paths /me/password put requestBody content application/json schema properties currentPassword'],
      set: { 'paths /me/password put requestBody content application/json schema required': ['newPassword'] },
    },
    at: 'PUT /me/password',
    stride: 'SE',
    owasp: AUTH,
  },
  {
    id: 'user-header',
    title: 'Who calls is read from a header that the caller writes',
    base: 'devices',
    change: { set: { 'paths /me/devices get parameters -': b.inHeader('X-User-Id', b.id) } },
    at: 'GET /me/devices',
    stride: 'SE',
    owasp: [...AUTH, ...OBJECT, ...ROLE],
  },
  {
    id: 'order-of-anyone',
    title: 'Any order by its number',
    base: 'shop',
    change: {
      set: {
        'paths /orders/{orderNumber}': {
          parameters: [b.inPath('orderNumber', b.whole(1, 2_000_000))],
          get: b.operation('getOrder', { security: b.may('orders:read'), answer: b.ref('Order') }),
        },
      },
    },
    at: 'GET /orders/{orderNumber}',
    stride: 'EI',
    owasp: OBJECT,
  },
  {
    id: 'account-in-query',
    title: 'Statements of the account that a parameter names',
    base: 'bank',
    change: {
      set: {
        'paths /statements': {
          get: b.operation('listStatements', {
            parameters: [...b.PAGE, { ...b.inQuery('accountId', b.id), required: true }],
            answer: b.list(b.shape({ id: b.id, month: b.word(7), balance: b.amount(1_000_000) })),
          }),
        },
      },
    },
    at: 'GET /statements',
    stride: 'EI',
    owasp: OBJECT,
  },
  {
    id: 'source-account-in-body',
    title: 'Money leaves the account that the body names',
    base: 'bank',
    change: {
      set: {
        'paths /transfers': {
          post: b.operation('transferFrom', {
            security: b.may('transfers:write'),
            parameters: [b.inHeader('Idempotency-Key', b.id)],
            body: b.shape({ fromAccountId: b.id, beneficiary: b.id, amount: b.amount(10_000) }, ['fromAccountId']),
            answer: b.ref('Transfer'),
            created: true,
          }),
        },
      },
    },
    at: 'POST /transfers',
    stride: 'EIT',
    owasp: OBJECT,
  },
  {
    id: 'tenant-in-header',
    title: 'The caller names the tenant',
    base: 'devices',
    change: { set: { 'paths /admin/firmware get parameters -': b.inHeader('X-Tenant-Id', b.id) } },
    at: 'GET /admin/firmware',
    stride: 'ESI',
    owasp: [...OBJECT, ...ROLE, ...AUTH],
  },
  {
    id: 'tenant-in-path',
    title: 'Devices of any tenant with the scope of an ordinary user',
    base: 'devices',
    change: {
      set: {
        'paths /tenants/{tenantId}/devices': {
          parameters: [b.inPath('tenantId')],
          get: b.operation('listTenantDevices', { parameters: b.PAGE, answer: b.list(b.ref('Device')) }),
        },
      },
    },
    at: 'GET /tenants/{tenantId}/devices',
    stride: 'EI',
    owasp: OBJECT,
  },
  {
    id: 'admin-inherits',
    title: 'Firmware is released with the scope that reads devices',
    base: 'devices',
    change: { drop: ['paths /admin/firmware post security'] },
    at: 'POST /admin/firmware',
    stride: 'ETI',
    owasp: ROLE,
  },
  {
    id: 'delete-behind-read',
    title: 'Products are deleted behind a read scope',
    base: 'shop',
    change: { set: { 'paths /admin/products/{productId} delete security': [{ login: ['catalogue:read'] }] } },
    at: 'DELETE /admin/products/{productId}',
    stride: 'ETI',
    owasp: ROLE,
  },
  {
    id: 'role-granted-by-anyone',
    title: 'Permissions are granted under an everyday name',
    base: 'chat',
    change: {
      set: {
        'paths /members/{memberId}/permissions': {
          parameters: [b.inPath('memberId')],
          put: b.operation('setPermissions', {
            body: b.shape({ permissions: b.list(b.oneOf('post', 'ban', 'own'), 3) }, ['permissions']),
          }),
        },
      },
    },
    at: 'PUT /members/{memberId}/permissions',
    stride: 'ETI',
    owasp: [...ROLE, ...OBJECT],
  },
  {
    id: 'internal-on-public-host',
    title: 'An internal operation on the public server, with everyone’s scope',
    base: 'shop',
    change: {
      set: {
        'paths /internal/reindex': { post: b.operation('reindex', { body: b.shape({ full: b.flag }) }) },
      },
    },
    at: 'POST /internal/reindex',
    stride: 'ETI',
    owasp: [...ROLE, 'API9:2023', 'API9:2019'],
  },
];
