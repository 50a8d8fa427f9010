import type { Flaw } from '../types';
import { ACCESS } from './access';
import { DATA } from './data';
import { SERVICE } from './service';

export const FLAWS: readonly Flaw[] = [...ACCESS, ...DATA, ...SERVICE];
