import * as b from '../build';
import type { Base } from '../types';

export const clinic: Base = {
  name: 'clinic',
  spec: {
    openapi: '3.1.1',
    info: { title: 'Clinic', version: '2.0.1' },
    servers: [{ url: 'https://api.clinic.example' }],
    security: b.may('patient:read'),
    paths: {
      '/me/appointments': {
        get: b.operation('listMyAppointments', { parameters: b.PAGE, answer: b.list(b.ref('Appointment')) }),
        post: b.operation('book', {
          security: b.may('appointment:write'),
          body: b.shape({ slot: b.time, doctor: b.word(40), wish: b.optionalText(300) }, ['slot', 'doctor']),
          answer: b.ref('Appointment'),
          created: true,
        }),
      },
      '/me/appointments/{appointmentId}': {
        parameters: [b.inPath('appointmentId')],
        get: b.operation('getMyAppointment', { answer: b.ref('Appointment') }),
        delete: b.operation('cancel', { security: b.may('appointment:cancel') }),
      },
      '/patients/{patientId}/notes': {
        parameters: [b.inPath('patientId')],
        get: b.operation('listNotes', {
          security: b.may('ward:read'),
          parameters: b.PAGE,
          answer: b.list(b.ref('Note')),
        }),
        post: b.operation('writeNote', {
          security: b.may('ward:write'),
          body: b.shape({ text: b.text(2000) }, ['text']),
          answer: b.ref('Note'),
          created: true,
        }),
      },
      '/patients/search': {
        post: b.operation('searchPatients', {
          security: b.may('ward:read'),
          body: b.shape({ ward: b.word(20), admitted: b.day, limit: b.whole(1, 50) }, ['ward']),
          answer: b.list(b.shape({ id: b.id, bed: b.word(10) }), 50),
        }),
      },
      '/doctors': {
        get: b.operation('listDoctors', { parameters: b.PAGE, answer: b.list(b.ref('Doctor')) }),
      },
      '/me/documents': {
        post: b.operation('addDocument', {
          security: b.may('document:write'),
          more: {
            requestBody: {
              required: true,
              content: {
                'multipart/form-data': {
                  schema: b.shape({ file: b.text(5_000_000, { format: 'binary' }) }, ['file']),
                  encoding: { file: { contentType: 'application/pdf' } },
                },
              },
            },
          },
          answer: b.shape({ id: b.id }),
          created: true,
        }),
      },
      '/audit-events': {
        get: b.operation('readAudit', {
          security: b.may('audit:read'),
          parameters: b.PAGE,
          answer: b.list(b.shape({ at: b.time, event: b.word(60) })),
        }),
      },
    },
    components: b.components(
      'clinic.example',
      [
        'patient:read',
        'appointment:write',
        'appointment:cancel',
        'document:write',
        'ward:read',
        'ward:write',
        'audit:read',
      ],
      {
        Appointment: b.shape({ id: b.only(b.id), slot: b.time, doctor: b.word(40), state: b.only(b.word(20)) }),
        Note: b.shape({ id: b.only(b.id), writtenAt: b.only(b.time), text: b.text(2000) }),
        Doctor: b.shape({ code: b.word(40), specialty: b.word(60) }),
      },
    ),
  },
  model: `
mitigations:
  ward:
    title: Staff see patients of their ward
    control: ownership-check
    covers: it ANY /patients/{patientId}/notes
    status: implemented
  written: { title: Notes are kept, control: audit-log, covers: it, status: implemented }
`,
};
