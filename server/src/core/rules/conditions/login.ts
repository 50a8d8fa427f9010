import { isGivenAddress, publicBecause, publicByDesign, takesSignedBody } from '../facts/access';
import { isForInside } from '../facts/callers';
import { matters } from '../facts/matters';
import type { Condition } from '../types';

/** No security requirement keeps anybody out. */
export const asksNobody: Condition = {
  holds: ({ security }) => security.anonymous,
  yes: ({ security }) =>
    security.source === 'none'
      ? 'No security requirement stands on it or at the root.'
      : 'Its security list lets everyone in.',
  no: ({ security }) => `A security requirement stands on ${security.source === 'root' ? 'the root' : 'it'}.`,
  at: ({ security }) => security.at,
};

/** It is not meant for everyone, or the model says that only people inside call it. */
export const notForEveryone: Condition = {
  holds: (operation, api) => !publicByDesign(operation) || isForInside(api),
  yes: (_, api) =>
    isForInside(api)
      ? 'By the model only actors of trusted zones call it.'
      : 'It is not one of the operations that come before a login.',
  no: publicBecause,
};

/** Nothing in the request itself says who sends it. */
export const notTellingItself: Condition = {
  holds: (operation) => !takesSignedBody(operation) && !isGivenAddress(operation),
  yes: 'Neither a signed body nor an address from an earlier answer says who calls.',
  no: (operation) =>
    takesSignedBody(operation)
      ? 'Its body is a signed token, which says who sends it.'
      : 'Its whole address comes from an earlier answer: whoever has it was known then.',
};

/** Something is at stake when a stranger calls it. */
export const worthALogin: Condition = {
  holds: (operation, api) => isForInside(api) || matters(operation),
  yes: 'It changes something, or hands out what is not for everyone.',
  no: 'It only reads, and nothing that we know as personal, owned or administrative.',
};
