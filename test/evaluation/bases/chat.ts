import * as b from '../build';
import type { Base } from '../types';

export const chat: Base = {
  name: 'chat',
  spec: {
    openapi: '3.1.1',
    info: { title: 'Messages', version: '1.0.0' },
    servers: [{ url: 'https://api.chat.example' }],
    security: b.may('rooms:read'),
    paths: {
      '/me/rooms': {
        get: b.operation('listRooms', { parameters: b.PAGE, answer: b.list(b.ref('Room')) }),
        post: b.operation('openRoom', {
          security: b.may('rooms:write'),
          body: b.shape({ topic: b.text(100) }, ['topic']),
          answer: b.ref('Room'),
          created: true,
        }),
      },
      '/me/rooms/{roomId}': {
        parameters: [b.inPath('roomId')],
        get: b.operation('getRoom', { answer: b.ref('Room') }),
        delete: b.operation('leaveRoom', { security: b.may('rooms:leave') }),
      },
      '/me/rooms/{roomId}/messages': {
        parameters: [b.inPath('roomId')],
        get: b.operation('listMessages', { parameters: b.PAGE, answer: b.list(b.ref('Message')) }),
        post: b.operation('sendMessage', {
          security: b.may('messages:write'),
          body: b.shape({ text: b.text(4000) }, ['text']),
          answer: b.ref('Message'),
          created: true,
        }),
      },
      '/me/avatar': {
        put: b.operation('setAvatar', {
          security: b.may('profile:write'),
          more: {
            requestBody: {
              required: true,
              content: { 'image/png': { schema: b.text(1_000_000, { format: 'binary' }) } },
            },
          },
        }),
      },
      '/me/subscriptions': {
        post: b.operation('subscribe', {
          security: b.may('events:write'),
          body: b.shape({ events: b.list(b.oneOf('message', 'join'), 2), receiverId: b.id }, ['events', 'receiverId']),
          answer: b.shape({ id: b.id }),
          created: true,
        }),
      },
      '/public-keys': {
        get: b.operation('listPublicKeys', {
          security: [],
          parameters: b.PAGE,
          answer: b.list(b.shape({ kid: b.word(40), publicKey: b.text(2000) }), 20),
        }),
      },
      '/moderation/reports': {
        get: b.operation('listReports', {
          security: b.may('moderation:admin'),
          parameters: b.PAGE,
          answer: b.list(b.shape({ id: b.id, reason: b.text(500) })),
        }),
      },
    },
    webhooks: {
      messagePosted: {
        post: {
          operationId: 'messagePosted',
          security: [],
          parameters: [b.inHeader('X-Signature', b.text(128))],
          requestBody: { required: true, content: b.json(b.shape({ roomId: b.id, messageId: b.id, sentAt: b.time })) },
          responses: { '204': { description: 'Taken' } },
        },
      },
    },
    components: b.components(
      'chat.example',
      [
        'rooms:read',
        'rooms:write',
        'rooms:leave',
        'messages:write',
        'profile:write',
        'events:write',
        'moderation:admin',
      ],
      {
        Room: b.shape({ id: b.only(b.id), topic: b.text(100), muted: b.flag }),
        Message: b.shape({ id: b.only(b.id), text: b.text(4000), sentAt: b.only(b.time) }),
      },
    ),
  },
  model: `
mitigations:
  audit: { title: Changes are recorded, control: audit-log, covers: it, status: implemented }
`,
};
