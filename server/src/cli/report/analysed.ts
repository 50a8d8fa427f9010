import { type Analysis, analyse, type Workspace } from '../../core/index';
import { stableName } from '../../node/stable-name';

/** Today, `YYYY-MM-DD`, in UTC. */
export function todayInUtc(): string {
  return new Date().toISOString().slice(0, 10);
}

/** What the command line makes of files: as on a day, files named from the roots of their repositories. */
export function analysisOf(workspace: Workspace, today = todayInUtc()): Analysis {
  return analyse(workspace, { today, relative: (uri) => stableName(uri) ?? uri });
}
