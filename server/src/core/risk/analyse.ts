import { type AnalyseOptions, covering } from '../coverage/cover';
import type { Analysis } from '../coverage/types';
import { finish, type Steps } from '../text';
import type { Workspace } from '../workspace';
import { appraise } from './appraise';

/**
 * Everything we know of a workspace: findings, states and figures of every API that a model names or that lies there.
 * Never throws; memoised per API, so that after an edit only what it touched is derived again.
 */
export function analyse(workspace: Workspace, options: AnalyseOptions): Analysis {
  return finish(analysing(workspace, options));
}

/**
 * As `analyse`, in steps between which a host may do something else. What has been derived is kept: a call of `analyse`
 * in between, also for another state of the workspace, finds it, and so does the one that comes when all is done.
 */
export function analysing(workspace: Workspace, options: AnalyseOptions): Steps<Analysis> {
  return covering(workspace, options, appraise);
}
