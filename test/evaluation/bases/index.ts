import type { Base, BaseName } from '../types';
import { bank } from './bank';
import { chat } from './chat';
import { clinic } from './clinic';
import { devices } from './devices';
import { shop } from './shop';

export const BASES: Readonly<Record<BaseName, Base>> = { shop, clinic, bank, chat, devices };
