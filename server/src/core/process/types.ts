import type { Model } from '../model/types';
import type { Place } from '../text/types';

/** `empty`: nothing of it is done, `partial`: something, `complete`: all that a model and its descriptions can show. */
export type StageState = 'complete' | 'partial' | 'empty';

export type StageId = 'objectives' | 'scope' | 'decomposition' | 'threats' | 'weaknesses' | 'attacks' | 'risk';

/** Something that is missing, and where. */
export interface MissingThing {
  readonly text: string;
  /** Where it would be written, or what it is about; null where nowhere yet. */
  readonly at: Place | null;
}

/** One line of the checklist. */
export interface StageItem {
  /** What there is, or what is missing: `2 APIs have no owner: store, store-v1`. */
  readonly text: string;
  readonly done: boolean;
  /** What is missing, one by one; empty where it is done. */
  readonly missing: readonly MissingThing[];
}

/** One of PASTA's seven stages as far as a model shows it. */
export interface Stage {
  /** 1 to 7. */
  readonly number: number;
  readonly id: StageId;
  readonly title: string;
  readonly state: StageState;
  readonly items: readonly StageItem[];
}

/** The stages of one model. */
export interface ModelProcess {
  readonly model: Model;
  readonly stages: readonly Stage[];
  /** How many of them are complete. */
  readonly complete: number;
}
