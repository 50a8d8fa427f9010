import { LEVEL_MEANINGS } from './common';
import { one, words } from './schema-types';

/** Where a level begins on 0-10, and where it begins unless a model says otherwise. */
export const BANDS = [
  { name: 'medium', maximum: 10, usual: 4, doc: 'Where medium begins.' },
  { name: 'high', maximum: 10, usual: 7, doc: 'Where high begins.' },
  { name: 'critical', maximum: 10, usual: 9, doc: 'Where critical begins.' },
] as const;

export const RISK_KEYS = [
  one(
    'method',
    words({
      dread: 'Five numbers from 0 to 10, and their mean.',
      owaspRating: 'The OWASP risk rating: likelihood and impact from sixteen factors.',
      pasta: 'Probability of an attack and of its success, times the impact.',
    }),
    'The method that ranks; all are shown. Default `dread`.',
  ),
  one('acceptable', words(LEVEL_MEANINGS), 'The highest level that is accepted. Default `low`.'),
  one(
    'bands',
    { kind: 'numbers', factors: BANDS },
    'Where medium, high and critical begin on 0 to 10. Default `4/7/9`; `pasta` is held against their cubes.',
  ),
  one(
    'matrix',
    { kind: 'matrix' },
    'For `owaspRating`: five rows, impact from the highest, of five levels, likelihood from the lowest.',
  ),
  one(
    'discoverability',
    words({
      derived: 'As the rule, the operation or the threat says.',
      fixed: 'Always 10: that something is hidden is no control.',
    }),
    'How DREAD counts discoverability. Default `derived`.',
  ),
] as const;
