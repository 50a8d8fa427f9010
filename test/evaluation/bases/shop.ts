import * as b from '../build';
import type { Base } from '../types';

const order = b.shape({
  id: b.only(b.id),
  status: b.only(b.oneOf('new', 'paid', 'sent')),
  total: b.only(b.amount(100_000)),
  lines: b.list(b.ref('Line'), 50),
  note: b.optionalText(200),
});

export const shop: Base = {
  name: 'shop',
  spec: {
    openapi: '3.1.1',
    info: { title: 'Shop', version: '1.4.0' },
    servers: [{ url: 'https://api.shop.example' }],
    security: b.may('profile:read'),
    paths: {
      '/health': {
        get: b.operation('health', { security: [], answer: b.shape({ status: b.oneOf('up', 'down') }) }),
      },
      '/products': {
        get: b.operation('listProducts', {
          security: b.may('catalogue:read'),
          parameters: [...b.PAGE, b.inQuery('sort', b.oneOf('price', 'name'))],
          answer: b.list(b.ref('Product')),
        }),
      },
      '/products/{productId}': {
        parameters: [b.inPath('productId')],
        get: b.operation('getProduct', { security: b.may('catalogue:read'), answer: b.ref('Product') }),
      },
      '/me': {
        get: b.operation('getMe', { answer: b.ref('Customer') }),
        patch: b.operation('changeMe', {
          security: b.may('profile:write'),
          body: b.ref('CustomerChange'),
          answer: b.ref('Customer'),
        }),
      },
      '/me/orders': {
        get: b.operation('listMyOrders', {
          security: b.may('orders:read'),
          parameters: b.PAGE,
          answer: b.list(b.ref('Order')),
        }),
        post: b.operation('placeOrder', {
          security: b.may('orders:write'),
          parameters: [b.inHeader('Idempotency-Key', b.id)],
          body: b.shape({ lines: b.list(b.ref('Line'), 50), note: b.optionalText(200) }, ['lines']),
          answer: b.ref('Order'),
          created: true,
        }),
      },
      '/me/addresses/{addressId}': {
        parameters: [b.inPath('addressId')],
        delete: b.operation('dropMyAddress', { security: b.may('addresses:delete') }),
      },
      '/admin/products': {
        post: b.operation('addProduct', {
          security: b.may('catalogue:admin'),
          body: b.ref('NewProduct'),
          answer: b.ref('Product'),
          created: true,
        }),
      },
      '/admin/products/{productId}': {
        parameters: [b.inPath('productId')],
        delete: b.operation('dropProduct', { security: b.may('catalogue:admin') }),
      },
    },
    components: b.components(
      'shop.example',
      [
        'profile:read',
        'profile:write',
        'orders:read',
        'orders:write',
        'addresses:delete',
        'catalogue:read',
        'catalogue:admin',
      ],
      {
        Product: b.shape({ id: b.only(b.id), name: b.text(100), price: b.amount(10_000) }),
        NewProduct: b.shape({ name: b.text(100), price: b.amount(10_000) }, ['name', 'price']),
        Line: b.shape({ productId: b.id, quantity: b.whole(1, 20) }, ['productId', 'quantity']),
        Order: order,
        Customer: b.shape({
          id: b.only(b.id),
          displayName: b.text(80),
          role: b.only(b.oneOf('customer', 'manager')),
          language: b.oneOf('de', 'en', 'fr'),
        }),
        CustomerChange: b.shape({ displayName: b.text(80), language: b.oneOf('de', 'en', 'fr') }),
      },
    ),
  },
  model: `
mitigations:
  audit: { title: Changes are recorded, control: audit-log, covers: it, status: implemented }
  receipts: { title: Orders have receipts, control: transaction-receipt, covers: it operation placeOrder, status: implemented }
`,
};
