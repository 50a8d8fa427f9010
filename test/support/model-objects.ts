import type { Mitigation } from '../../server/src/core/index';
import { EMPTY_BLOCK } from '../../server/src/core/text';

const AT: Mitigation['at'] = {
  uri: 'file:///workspace/shop.threats.yaml',
  block: EMPTY_BLOCK,
  start: 0,
  end: 0,
};

/** A mitigation in memory, with only what a test cares for. */
export function mitigation(given: Partial<Mitigation>): Mitigation {
  return {
    id: 'answer',
    title: '',
    strategy: 'reduce',
    assumed: false,
    control: '',
    covers: [],
    except: [],
    removes: [],
    status: null,
    to: '',
    owner: '',
    reason: '',
    until: '',
    due: '',
    evidence: [],
    effect: null,
    in: [],
    missing: [],
    at: AT,
    ...given,
  };
}
