import * as b from '../build';
import type { Flaw } from '../types';

const EXPOSED = ['API3:2023', 'API3:2019'];
const ASSIGNED = ['API3:2023', 'API6:2019'];
const SETUP = ['API8:2023', 'API7:2019'];
const INJECTED = ['API8:2019'];
const FETCHES = ['API7:2023', 'API8:2019'];

/** What goes in and what comes out. */
export const DATA: readonly Flaw[] = [
  {
    id: 'password-hash-returned',
    title: 'A profile carries the hash of the password',
    base: 'shop',
    change: { set: { 'components schemas Customer properties passwordHash': b.text(100) } },
    at: 'GET /me',
    stride: 'I',
    owasp: EXPOSED,
  },
  {
    id: 'card-number-returned',
    title: 'Cards are listed with full number and check digits',
    base: 'bank',
    change: {
      set: {
        'components schemas Card properties cardNumber': b.text(19),
        'components schemas Card properties cvv': b.text(4),
      },
    },
    at: 'GET /me/cards',
    stride: 'I',
    owasp: EXPOSED,
  },
  {
    id: 'doctors-private-data',
    title: 'A list of doctors that every patient reads has their birth dates and insurance numbers',
    base: 'clinic',
    change: {
      set: {
        'components schemas Doctor properties Geburtsdatum': b.day,
        'components schemas Doctor properties sozialversicherungsnummer': b.text(12),
      },
    },
    at: 'GET /doctors',
    stride: 'I',
    owasp: EXPOSED,
  },
  {
    id: 'french-secret-returned',
    title: 'A French profile with the password in clear',
    base: 'chat',
    change: {
      set: {
        'paths /profil': {
          get: b.operation('profil', { answer: b.shape({ pseudo: b.text(40), motDePasse: b.text(100) }) }),
        },
      },
    },
    at: 'GET /profil',
    stride: 'I',
    owasp: EXPOSED,
  },
  {
    id: 'writable-role',
    title: 'The role can be written with the profile',
    base: 'shop',
    change: { set: { 'components schemas CustomerChange properties role': b.oneOf('customer', 'manager') } },
    at: 'PATCH /me',
    stride: 'TE',
    owasp: ASSIGNED,
  },
  {
    id: 'writable-price',
    title: 'The customer writes price and payment state of the order: one schema to read and to write',
    base: 'shop',
    change: {
      set: {
        'components schemas Order properties total': b.amount(100_000),
        'components schemas Order properties paid': b.flag,
        'paths /me/orders post requestBody content application/json schema': b.ref('Order'),
      },
    },
    at: 'POST /me/orders',
    stride: 'TE',
    owasp: ASSIGNED,
  },
  {
    id: 'writable-balance',
    title: 'A Spanish account is opened with a balance and a credit limit of one’s own',
    base: 'bank',
    change: {
      set: {
        'paths /me/accounts post': b.operation('abrirCuenta', {
          security: b.may('transfers:write'),
          body: b.shape({ moneda: b.word(3), saldo: b.amount(1_000_000), limiteCredito: b.amount(1_000_000) }),
          answer: b.ref('Account'),
          created: true,
        }),
      },
    },
    at: 'POST /me/accounts',
    stride: 'TE',
    owasp: ASSIGNED,
  },
  {
    id: 'open-profile',
    title: 'A profile takes any property',
    base: 'shop',
    change: { set: { 'components schemas CustomerChange additionalProperties': true } },
    at: 'PATCH /me',
    stride: 'TE',
    owasp: ASSIGNED,
  },
  {
    id: 'person-in-query',
    title: 'Patients are looked for by insurance number in the address',
    base: 'clinic',
    change: {
      set: {
        'paths /patients': {
          get: b.operation('findPatients', {
            security: b.may('ward:read'),
            parameters: [...b.PAGE, b.inQuery('ssn', b.word(11)), b.inQuery('birthDate', b.day)],
            answer: b.list(b.shape({ id: b.id, bed: b.word(10) })),
          }),
        },
      },
    },
    at: 'GET /patients',
    stride: 'I',
    owasp: [...EXPOSED, ...SETUP],
  },
  {
    id: 'stack-trace',
    title: 'Errors carry the stack trace and the query',
    base: 'devices',
    change: {
      set: {
        'components schemas Problem properties stackTrace': b.text(10_000),
        'components schemas Problem properties sqlQuery': b.text(1000),
      },
    },
    at: '*',
    stride: 'I',
    owasp: SETUP,
  },
  {
    id: 'http-server',
    title: 'The API is served over http too',
    base: 'clinic',
    change: { set: { 'servers -': { url: 'http://api.clinic.example' } } },
    at: '*',
    stride: 'IT',
    owasp: SETUP,
  },
  {
    id: 'any-origin',
    title: 'Every origin may read the profile with credentials',
    base: 'shop',
    change: {
      set: {
        'paths /me get responses 200 headers': {
          'Access-Control-Allow-Origin': { schema: { type: 'string', enum: ['*'] } },
          'Access-Control-Allow-Credentials': { schema: { type: 'string', enum: ['true'] } },
        },
      },
    },
    at: 'GET /me',
    stride: 'ISTE',
    owasp: SETUP,
  },
  {
    id: 'raw-filter',
    title: 'A filter in SQL; in 3.2 as the body of QUERY',
    base: 'clinic',
    change: { set: { 'paths /doctors get parameters -': b.inQuery('where', { type: 'string' }) } },
    variants: {
      '3.2': {
        set: {
          'paths /doctors query': b.operation('queryDoctors', {
            body: b.shape({ where: { type: 'string' }, limit: b.whole(1, 100) }),
            answer: b.list(b.ref('Doctor')),
          }),
        },
      },
    },
    at: 'GET /doctors',
    atIn: { '3.2': 'QUERY /doctors' },
    stride: 'TEI',
    owasp: INJECTED,
  },
  {
    id: 'shell-command',
    title: 'Devices run the command line that the caller writes',
    base: 'devices',
    change: {
      set: {
        'paths /me/devices/{deviceId}/commands post requestBody content application/json schema properties commandLine':
          {
            type: 'string',
          },
      },
    },
    at: 'POST /me/devices/{deviceId}/commands',
    stride: 'TE',
    owasp: INJECTED,
  },
  {
    id: 'file-by-path',
    title: 'A log is read by its path',
    base: 'devices',
    change: {
      set: {
        'paths /admin/logs': {
          get: b.operation('readLog', {
            security: b.may('firmware:admin'),
            parameters: [{ ...b.inQuery('filePath', { type: 'string' }), required: true }],
            answer: b.shape({ content: b.text(10_000) }),
          }),
        },
      },
    },
    at: 'GET /admin/logs',
    stride: 'TEI',
    owasp: INJECTED,
  },
  {
    id: 'fetch-avatar',
    title: 'The server fetches the picture from an address of the caller',
    base: 'chat',
    change: {
      set: {
        'paths /me/avatar/import': {
          post: b.operation('importAvatar', {
            security: b.may('profile:write'),
            body: b.shape({ imageUrl: b.text(2000, { format: 'uri' }) }, ['imageUrl']),
          }),
        },
      },
    },
    at: 'POST /me/avatar/import',
    stride: 'IETD',
    owasp: FETCHES,
  },
];
