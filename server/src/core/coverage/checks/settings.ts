import type { ModelProblem } from '../../model/types';
import { ABSENT, OUTSIDE, UNSEEN } from './evidence';
import type { CoverageCheck } from './input';

/** Files that are said to configure a component and that are gone, or lie where nobody may look. */
export const settings: CoverageCheck = ({ evidence, facts }) =>
  evidence.flatMap(({ configures, key, file, fileAt: at }): ModelProblem[] => {
    const reason = configures === '' ? undefined : facts.get(key)?.reason;
    if (reason === OUTSIDE) {
      const message = `\`${file}\` lies outside the workspace, where nobody else finds it: name the file of the workspace that configures \`${configures}\``;
      return [{ code: 'settings-outside', message, severity: 'warning', at }];
    }
    if (reason !== ABSENT && reason !== UNSEEN) return [];
    const what = reason === ABSENT ? 'is gone' : reason;
    const message = `\`${file}\` ${what}: name what configures \`${configures}\` now`;
    return [{ code: 'settings-gone', message, severity: 'warning', at }];
  });
