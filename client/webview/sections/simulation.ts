import { type Markup, markup } from '../../../server/src/pictures';
import type { WireSimulation } from '../../../server/src/protocol';
import type { SimulationState } from '../simulation-state';
import { counted, figure } from '../words';
import { button, saveButtons, section } from './parts';
import { assetTable } from './simulation-assets';
import { firstTable, measureTables } from './simulation-measures';
import { waysList } from './simulation-ways';

/** Attacks tried on what is open: what is lost how often, by which ways, and what to do first. */
export function simulationSection(state: SimulationState): Markup {
  const { result } = state;
  return section(
    'simulation',
    'Simulated attacks',
    [],
    [controls(state), ...(result === null ? [introduction()] : results(result))],
  );
}

function introduction(): Markup {
  return markup('p', { class: 'lead' }, [
    'Ten thousand attackers try everything that is open: from the internet over logins, operations and components to the data. ' +
      'It says what is lost how often, by which ways, and which measures to take first. ' +
      'The numbers compare one thing with another; they are no forecast.',
  ]);
}

/** One button, so that the focus stays where it is when a simulation starts or ends. */
function controls({ result, done, outdated, stopped }: SimulationState): Markup {
  const running = done !== null;
  const words = running ? 'Cancel' : result === null ? 'Simulate attacks' : 'Simulate again';
  const attributes = { 'data-action': running ? 'cancel' : 'simulate', 'data-key': 'simulate' };
  return markup('div', { class: 'controls' }, [
    button(words, { class: running ? 'secondary' : 'primary', ...attributes }),
    ...(running ? [progress(done)] : []),
    markup('span', { role: 'status', class: 'told' }, [told(running, outdated, stopped)]),
  ]);
}

function progress(done: number): Markup {
  return markup('progress', { max: 1, value: done, id: 'simulation-progress', 'aria-label': 'Simulating attacks' });
}

function told(running: boolean, outdated: boolean, stopped: SimulationState['stopped']): string {
  if (running) return 'Attacks are tried …';
  if (stopped === 'failed') return 'The simulation came to no result; the log says why.';
  if (stopped === 'cancelled') return 'Cancelled.';
  return outdated ? 'Findings have changed since these attacks were tried.' : '';
}

function results(result: WireSimulation): Markup[] {
  return [
    markup('p', { class: 'lead' }, [
      `Expected loss ${figure(result.loss)} (± ${result.error.toFixed(2)}), in ${counted(result.runs, 'run')}: ` +
        'probability times impact, added up over all that can be lost.',
    ]),
    markup('div', { class: 'side-by-side' }, [
      part('first', 'These three first', firstTable(result), saveButtons('measures', 'what the measures leave')),
      part('lost', 'What is lost', assetTable(result), saveButtons('expected-loss', 'what is lost')),
    ]),
    part('ways', 'Likeliest ways', waysList(result)),
    part('measures', 'What each measure buys', measureTables(result)),
    part('guesses', 'What was guessed', guesses(result)),
  ];
}

function part(id: string, title: string, content: Markup, ...beside: readonly Markup[]): Markup {
  return markup('section', { class: `sub sub-${id}`, 'aria-labelledby': `sub-${id}` }, [
    markup('div', { class: 'part-head' }, [markup('h3', { id: `sub-${id}` }, [title]), ...beside]),
    content,
  ]);
}

function guesses({ guesses: all, leadNowhere, modelled }: WireSimulation): Markup {
  const lines = [
    ...(modelled ? [] : ['No model says what stands around the APIs.']),
    ...all,
    ...(leadNowhere > 0 ? [`${counted(leadNowhere, 'threat')} opened no way to anything.`] : []),
  ];
  const items = lines.map((line) => markup('li', {}, [line]));
  return lines.length === 0 ? markup('p', { class: 'none' }, ['Nothing.']) : markup('ul', { class: 'guesses' }, items);
}
