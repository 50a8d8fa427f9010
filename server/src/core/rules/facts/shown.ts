import type { Operation } from '../../openapi/types';
import type { Place } from '../../text/types';

/** What a description shows of a control on one operation. Only `yes` answers a question; `unknown` names the missing fact. */
export interface ShownControl {
  readonly state: 'yes' | 'no' | 'unknown';
  readonly text: string;
  readonly at: Place | null;
}

export type Show = (operation: Operation) => ShownControl;

export const yes = (text: string, at: Place | null = null): ShownControl => ({ state: 'yes', text, at });
export const no = (text: string, at: Place | null = null): ShownControl => ({ state: 'no', text, at });
export const unknown = (text: string): ShownControl => ({ state: 'unknown', text, at: null });
