import { type AnalyseOptions, cover } from '../coverage/cover';
import type { Analysis } from '../coverage/types';
import type { Workspace } from '../workspace';
import { appraise } from './appraise';

/**
 * Everything we know of a workspace: findings, states and figures of every API that a model names or that lies there.
 * Never throws; memoised per API, so that after an edit only what it touched is derived again.
 */
export function analyse(workspace: Workspace, options: AnalyseOptions): Analysis {
  return cover(workspace, options, appraise);
}
