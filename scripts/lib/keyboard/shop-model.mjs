// The model of the example that is written by keyboard: section by section, in the order in which one thinks of it.

/** A value that is chosen from what is suggested once these letters are typed. */
const pick = (text, letters = text.slice(0, 2), label = text) => ({ text, letters, label });
/** Several, each chosen after so many letters. */
const list = (items, letters = 2) => ({ list: items, letters });

const entry = (id, keys, begin = undefined) => ({ id, keys, begin });

/** `letters` brings the section up in the list; the first entry comes with it, the others by `begin`: letters and label. */
export const sections = [
  {
    name: 'data',
    letters: 'da',
    entries: [
      entry('customer', { class: pick('personal') }),
      entry('card', { class: pick('payment') }, ['pay', 'payment data']),
    ],
  },
  {
    name: 'zones',
    letters: 'zo',
    entries: [entry('', { backend: pick('trusted'), internet: pick('untrusted') })],
  },
  {
    name: 'actors',
    letters: 'ac',
    entries: [entry('shopper', { zone: pick('internet'), calls: list(['store', 'store-v1'], 5) })],
  },
  {
    name: 'components',
    letters: 'com',
    entries: [
      entry('orders-db', { kind: pick('datastore'), zone: pick('backend'), holds: pick('customer') }),
      entry('payments', { kind: pick('external'), provider: 'Example Pay', zone: pick('internet') }, [
        'ex',
        'external service',
      ]),
    ],
  },
  {
    name: 'flows',
    letters: 'fl',
    entries: [
      entry('shopper -> store', { carries: pick('customer'), over: pick('https') }),
      entry('store -> orders-db', { carries: pick('customer'), over: pick('tls', 't') }, ['sto', 'store -> orders-db']),
      entry('store -> payments', { carries: pick('card'), over: pick('https') }, ['pay', 'store -> payments']),
    ],
  },
  {
    name: 'goals',
    letters: 'go',
    entries: [entry('gdpr', { regulation: pick('GDPR', 'G'), protects: pick('customer') })],
  },
  {
    name: 'threats',
    letters: 'thr',
    entries: [
      entry('enumerate-orders', {
        title: "A customer reads another customer's order by guessing its id",
        affects: pick('store GET /orders/{orderId}', 'orders/'),
        stride: list(['disclosure', 'elevation']),
        dread: '8/9/7/8/6',
      }),
    ],
  },
  {
    name: 'mitigations',
    letters: 'mi',
    entries: [
      entry('order-owner', {
        title: 'The caller must own the order',
        covers: pick('enumerate-orders', 'enu'),
        status: pick('planned'),
        control: pick('ownership-check', 'ow'),
      }),
      entry(
        'floods',
        {
          title: 'The content network takes floods off us',
          to: 'Example CDN',
          covers: { text: 'denial on store', letters: 'denial on sto', label: 'store' },
          status: pick('implemented', 'im'),
        },
        ['tr', 'transfer'],
      ),
      entry(
        'no-debug',
        {
          title: 'The debugging operation goes away',
          removes: pick('store GET /debug/requests', 'debug'),
          status: pick('planned'),
        },
        ['av', 'avoid'],
      ),
      entry(
        'public-catalogue',
        {
          title: 'The catalogue is public',
          covers: {
            text: 'disclosure on store GET /products',
            letters: 'disclosure on products',
            label: 'store GET /products',
          },
          reason: 'Everybody may read our prices',
        },
        ['acc', 'accept'],
      ),
    ],
  },
  {
    name: 'notApplicable',
    letters: 'not',
    entries: [
      entry('repudiation on store GET /products', {
        'repudiation on store GET /products': 'Nobody would deny having looked',
      }),
    ],
  },
  {
    name: 'rules',
    letters: 'ru',
    entries: [
      entry(pick('verbose-errors', 'verb'), { level: pick('off', 'of'), reason: 'Errors carry a number, no more' }),
    ],
  },
];
