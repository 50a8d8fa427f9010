/** Fifths of a scale, the lowest first. */
export const FIFTHS: readonly string[] = ['very low', 'low', 'medium', 'high', 'very high'];

/** `1 threat`, `3 threats`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** `0.034` is `3.4 %`. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
