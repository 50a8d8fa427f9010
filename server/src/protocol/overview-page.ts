import { anyOf, type Guard, isBytes, isNumber, isText, oneOf, shapeOf } from './guard';
import type { Overview } from './overview';
import { isOverview } from './overview-guard';
import type { WireSimulation } from './simulation';
import { isSimulation } from './simulation-guard';

/** What the client tells the page of the risk overview. */
export type ToPage =
  | { readonly type: 'overview'; readonly overview: Overview }
  /** Why there is nothing to show. */
  | { readonly type: 'notice'; readonly notice: PageNotice }
  /** How much of a simulation is done, 0 to 1. */
  | { readonly type: 'progress'; readonly done: number }
  | { readonly type: 'simulation'; readonly simulation: WireSimulation }
  /** No simulation runs any more. */
  | { readonly type: 'stopped'; readonly why: 'cancelled' | 'failed' }
  /** Findings have changed since the simulation. */
  | { readonly type: 'outdated' };

export type PageNotice = 'searching' | 'failed' | 'noApi';

export const isToPage: Guard<ToPage> = anyOf<ToPage[]>(
  shapeOf({ type: oneOf('overview'), overview: isOverview }),
  shapeOf({ type: oneOf('notice'), notice: oneOf('searching', 'failed', 'noApi') }),
  shapeOf({ type: oneOf('progress'), done: isNumber }),
  shapeOf({ type: oneOf('simulation'), simulation: isSimulation }),
  shapeOf({ type: oneOf('stopped'), why: oneOf('cancelled', 'failed') }),
  shapeOf({ type: oneOf('outdated') }),
);

/** What the page of the risk overview tells the client. */
export type FromPage =
  /** It listens, and knows nothing yet. */
  | { readonly type: 'ready' }
  /** Show this line; line and character from 0. */
  | { readonly type: 'reveal'; readonly uri: string; readonly line: number; readonly character: number }
  /** Explain the finding of this key. */
  | { readonly type: 'explain'; readonly key: string }
  | { readonly type: 'simulate' }
  | { readonly type: 'cancel' }
  /** Save a picture under a name that a person chooses; `name` is proposed, without its ending. */
  | {
      readonly type: 'save';
      readonly name: PictureName;
      readonly format: PictureFormat;
      readonly bytes: Uint8Array;
    }
  | { readonly type: 'log'; readonly message: string };

export type PictureName = 'risk-matrix' | 'coverage' | 'data-flow' | 'expected-loss' | 'measures';
export type PictureFormat = 'svg' | 'png';

export const isPictureName: Guard<PictureName> = oneOf(
  'risk-matrix',
  'coverage',
  'data-flow',
  'expected-loss',
  'measures',
);
export const isPictureFormat: Guard<PictureFormat> = oneOf('svg', 'png');

export const isFromPage: Guard<FromPage> = anyOf<FromPage[]>(
  shapeOf({ type: oneOf('ready') }),
  shapeOf({ type: oneOf('reveal'), uri: isText, line: isNumber, character: isNumber }),
  shapeOf({ type: oneOf('explain'), key: isText }),
  shapeOf({ type: oneOf('simulate') }),
  shapeOf({ type: oneOf('cancel') }),
  shapeOf({ type: oneOf('save'), name: isPictureName, format: isPictureFormat, bytes: isBytes }),
  shapeOf({ type: oneOf('log'), message: isText }),
);
