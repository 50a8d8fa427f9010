import * as b from '../build';
import type { Base } from '../types';

export const devices: Base = {
  name: 'devices',
  spec: {
    openapi: '3.1.1',
    info: { title: 'Devices', version: '5.1.0' },
    servers: [{ url: 'https://api.devices.example' }],
    security: b.may('devices:read'),
    paths: {
      '/me/devices': {
        get: b.operation('listDevices', {
          parameters: [...b.PAGE, b.inQuery('model', b.word(30))],
          answer: b.list(b.ref('Device')),
        }),
        post: b.operation('pairDevice', {
          security: b.may('devices:write'),
          body: b.shape({ serial: b.word(40), label: b.optionalText(60) }, ['serial']),
          answer: b.ref('Device'),
          created: true,
        }),
      },
      '/me/devices/{deviceId}': {
        parameters: [b.inPath('deviceId')],
        get: b.operation('getDevice', { answer: b.ref('Device') }),
        put: b.operation('labelDevice', {
          security: b.may('devices:write'),
          body: b.shape({ label: b.text(60) }, ['label']),
          answer: b.ref('Device'),
        }),
        delete: b.operation('unpairDevice', { security: b.may('devices:delete') }),
      },
      '/me/devices/{deviceId}/measurements': {
        parameters: [b.inPath('deviceId')],
        get: b.operation('listMeasurements', {
          parameters: [...b.PAGE, b.inQuery('unit', b.oneOf('C', 'F'))],
          answer: b.list(b.shape({ at: b.time, value: b.amount(1000) })),
        }),
      },
      '/me/devices/{deviceId}/commands': {
        parameters: [b.inPath('deviceId')],
        post: b.operation('sendCommand', {
          security: b.may('commands:write'),
          body: b.shape({ action: b.oneOf('start', 'stop'), level: b.whole(0, 10) }, ['action']),
          answer: b.shape({ id: b.id, state: b.oneOf('queued', 'sent') }),
          created: true,
        }),
      },
      '/models': {
        get: b.operation('listModels', {
          parameters: b.PAGE,
          answer: b.list(b.shape({ code: b.word(30), name: b.text(60) })),
        }),
      },
      '/admin/firmware': {
        get: b.operation('listFirmware', {
          security: b.may('firmware:admin'),
          parameters: b.PAGE,
          answer: b.list(b.shape({ version: b.word(20), checksum: b.word(64) })),
        }),
        post: b.operation('releaseFirmware', {
          security: b.may('firmware:admin'),
          body: b.shape({ version: b.word(20), checksum: b.word(64) }, ['version', 'checksum']),
          answer: b.shape({ version: b.word(20) }),
          created: true,
        }),
      },
    },
    components: b.components(
      'devices.example',
      ['devices:read', 'devices:write', 'devices:delete', 'commands:write', 'firmware:admin'],
      {
        Device: b.shape({
          id: b.only(b.id),
          serial: b.only(b.word(40)),
          label: b.optionalText(60),
          online: b.only(b.flag),
        }),
      },
    ),
  },
  model: `
mitigations:
  audit: { title: Changes are recorded, control: audit-log, covers: it, status: implemented }
`,
};
