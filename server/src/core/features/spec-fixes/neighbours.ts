import type { Operation } from '../../openapi/types';

/** The first segment of a path that names something. */
export function firstSegment({ path }: Operation): string {
  const segments = path.split('/').filter((one) => one !== '' && !/^(?:api|v\d+(?:\.\d+)?)$/i.test(one));
  return segments[0] ?? '';
}
