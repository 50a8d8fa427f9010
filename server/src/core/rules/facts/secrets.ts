import { secretKind } from '../../openapi/samples/secrets';
import type { Parameter, Payload, Property, Shape, ShownSecret } from '../../openapi/types';
import { memo } from '../../text/memo';
import { perShape } from './per-object';

/** The first example, default or constant of what it takes or answers that looks like a live secret; null where none does. */
export const shownSecretOf: (operation: Shape) => ShownSecret | null = perShape(
  ({ parameters, request, responses }) => {
    const parameter = secretAmong(parameters);
    if (parameter !== null) return parameter;
    for (const payload of [request, ...responses.map((response) => response.payload)]) {
      const found = payload === null ? null : secretOf(payload);
      if (found !== null) return found;
    }
    return null;
  },
);

function secretOf({ secret, properties }: Payload): ShownSecret | null {
  return secret ?? secretAmong(properties);
}

type Valued = Pick<Property | Parameter, 'dataClass' | 'values' | 'at'>;

const secretAmong: (properties: readonly Valued[]) => ShownSecret | null = memo((properties) => {
  // Values and places are looked up when asked for, so only of those that may matter.
  for (const property of properties) {
    if (property.dataClass !== 'credentials') continue;
    for (const value of property.values ?? []) {
      const kind = secretKind(value);
      if (kind !== null) return { kind, at: property.at };
    }
  }
  return null;
});
