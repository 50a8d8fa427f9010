import type { Condition } from '../types';

/** Callers reach it: no webhook or callback, which we call ourselves. */
export const served: Condition = {
  holds: ({ kind }) => kind === 'operation',
  yes: 'Callers reach it.',
  no: ({ kind }) => `It is a ${kind}: we call it, others serve it.`,
};

/** We call it: a webhook or a callback. */
export const outbound: Condition = {
  holds: ({ kind }) => kind !== 'operation',
  yes: ({ kind }) => `It is a ${kind}: we call it, others serve it.`,
  no: 'Callers reach it; we call nobody.',
};
