import type { Analysis } from '../../coverage/types';
import type { Model } from '../../model';
import type { Workspace } from '../../workspace';
import type { HoverOptions } from '../explain-operation';

/** What words of a model are explained from. */
export interface Subject {
  readonly workspace: Workspace;
  readonly analysis: Analysis;
  /** The model's file. */
  readonly uri: string;
  readonly model: Model | undefined;
  readonly options: HoverOptions;
}
