/** What it costs that data of a class is read or changed by the wrong people, 0-10. Ours; `public` is no asset. */
const BY_CLASS: Readonly<Record<string, number>> = {
  credentials: 10,
  payment: 9,
  special: 9,
  health: 9,
  'government-id': 9,
  financial: 8,
  personal: 7,
  location: 6,
  confidential: 6,
  internal: 4,
  public: 0,
};

/** Data of which nobody says what it is. */
export const OTHER_DATA = 3;
/** Somebody else runs code there, or commands it. */
export const TAKEN_OVER = 10;
/** It answers nobody. */
export const STOPPED = 6;

export function impactOfData(dataClass: string): number {
  return BY_CLASS[dataClass] ?? OTHER_DATA;
}
