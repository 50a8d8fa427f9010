import { kindOf } from '../../text';
import { LEVELS } from '../schema/common';
import type { ValueType } from '../schema/schema-types';
import { OWASP_KEYS } from '../schema/threats';
import type { Level, Numbers, OwaspWords } from '../types';
import { type Cell, cellsByKey, pairsOf, textAt } from './cells';
import { factorsOf } from './values';

/** What a threat says for the OWASP Risk Rating; null where it says nothing that reads. */
export function owaspWordsOf(cell: Cell | undefined): OwaspWords | null {
  if (cell === undefined || kindOf(cell.block, cell.node) !== 'map') return null;
  const cells = cellsByKey(pairsOf(cell));
  const level = (key: string): Level | null => {
    const value = cells.get(key);
    return LEVELS.find((one) => value !== undefined && one === textAt(value)) ?? null;
  };
  const numbers = (key: string): Numbers => {
    const type: ValueType | undefined = OWASP_KEYS.find(({ name }) => name === key)?.type;
    return type?.kind === 'numbers' ? factorsOf(cells.get(key), type.factors) : null;
  };
  return {
    likelihood: level('likelihood'),
    impact: level('impact'),
    agent: numbers('agent'),
    vulnerability: numbers('vulnerability'),
    technical: numbers('technical'),
    business: numbers('business'),
  };
}
