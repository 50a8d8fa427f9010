import { RULES } from '../rules';
import { TITLES } from './titles';

/** A control that a mitigation can name: it answers the rules that list it. */
export interface Control {
  readonly id: string;
  readonly title: string;
  /** Ids of the rules that it answers. */
  readonly answers: readonly string[];
}

/** Every known control, in the order of its title's list. */
export const CONTROLS: readonly Control[] = Object.entries(TITLES).map(([id, title]) => ({
  id,
  title,
  answers: RULES.filter((rule) => rule.controls.includes(id)).map((rule) => rule.id),
}));
