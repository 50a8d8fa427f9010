import { type Markup, markup } from '../../../server/src/pictures';
import type { WirePath, WireSimulation, WireStep } from '../../../server/src/protocol';
import { counted, figure, percent } from '../words';
import { guessTag, leading, nothing } from './parts';

/** More are too many to read. */
const MOST = 12;

/** The likeliest ways of attackers, step by step. */
export function waysList({ paths }: WireSimulation): Markup {
  if (paths.length === 0) return nothing('No way leads to anything that can be lost.');
  const shown = paths.slice(0, MOST);
  const more = paths.length - shown.length;
  return markup('div', {}, [
    markup('ol', { class: 'ways' }, shown.map(way)),
    ...(more > 0 ? [nothing(`${counted(more, 'way')} that are less likely are left out.`)] : []),
  ]);
}

function way({ harms, probability, loss, start, steps }: WirePath, index: number): Markup {
  return markup('li', {}, [
    markup('h4', {}, [harms.join(', ') || start]),
    markup('p', { class: 'where' }, [`${percent(probability)}, expected loss ${figure(loss)} · ${start}`]),
    markup(
      'ol',
      { class: 'steps' },
      steps.map((one, at) => step(one, `way-${index}-${at}`)),
    ),
  ]);
}

function step({ text, operation, probability, certainty, guess, location }: WireStep, key: string): Markup {
  const likely = probability < 1 ? percent(probability) : '';
  const notes = [operation, likely, certainty === 'silent' ? 'not ruled out' : ''].filter((note) => note !== '');
  return markup('li', {}, [
    leading(text, notes.join(' · '), key, location),
    ...(guess === '' ? [] : [guessTag(guess)]),
  ]);
}
