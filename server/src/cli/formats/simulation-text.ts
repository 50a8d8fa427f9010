import {
  type AttackPath,
  counted,
  type MeasureResult,
  type PathStep,
  type Place,
  type Simulation,
} from '../../core/index';
import { placeFrom } from '../report/located';
import type { ToldSimulation } from '../report/simulated';
import { type Painter, printable } from '../terminal';

/** Measures that are listed; the JSON has them all. */
const MEASURES = 10;

interface Page {
  readonly paint: Painter;
  readonly place: (place: Place | null) => string;
}

/** The simulation for people: what is lost, how, and what to do first. */
export function simulationText(told: ToldSimulation, paint: Painter): string {
  const { simulation, apis, notChecked } = told;
  const page: Page = { paint, place: (at) => placeFrom(told, at) };
  const runs = simulation.runs.toLocaleString('en');
  const lines = [
    paint('bold', `${runs} simulated attacks on ${apis.map(printable).join(', ')} (seed ${simulation.seed})`),
    '',
    ...lossesOf(simulation, page),
    ...firstOf(simulation, page),
    ...waysOf(simulation, page),
    ...measuresOf(simulation, page),
    ...guessesOf(simulation, page),
    ...notChecked.map(({ path, reason }) => paint('dim', `not checked: ${printable(path)} ${printable(reason)}`)),
    ...silenceOf(simulation, page),
    paint('dim', 'The numbers compare; they foretell nothing. docs/simulation.md says what they are made of.'),
  ];
  return `${lines.join('\n')}\n`;
}

function lossesOf({ assets, loss, error }: Simulation, { paint }: Page): string[] {
  const width = Math.max(...assets.map(({ title }) => printable(title).length), 'What is harmed'.length);
  const head = `${'What is harmed'.padEnd(width)}  probability     impact  loss`;
  const rows = assets.map((asset) => {
    const share = `${percent(asset.probability)} ± ${(asset.error * 100).toFixed(1)}`.padStart(13);
    const impact = String(asset.impact).padStart(8);
    const guess = asset.guessed ? paint('dim', '  rests on a guess') : '';
    return `${printable(asset.title).padEnd(width)}${share}${impact}  ${asset.loss.toFixed(2).padStart(6)}${guess}`;
  });
  return [paint('dim', head), ...rows, '', `Expected loss ${loss.toFixed(2)} ± ${error.toFixed(2)}`, ''];
}

function firstOf({ first, measures }: Simulation, { paint }: Page): string[] {
  if (first.length === 0) return ['No planned or known measure would take anything off it.', ''];
  const head = first.length === 1 ? 'This first' : first.length === 2 ? 'These two first' : 'These three first';
  const rows = first.map(({ id, title, source, left, buys }, index) => {
    const measure = measures.find((one) => one.id === id && one.title === title);
    const reach = measure === undefined ? '' : `, ${reachOf(measure)}`;
    const words = `${index + 1}. ${paint('bold', printable(title))} (${printable(id)}, ${source}${reach})`;
    return `  ${words}: ${(left + buys).toFixed(2)} -> ${left.toFixed(2)}`;
  });
  return [paint('bold', head), ...rows, ''];
}

function waysOf({ paths }: Simulation, page: Page): string[] {
  if (paths.length === 0) return ['No way to anything was found.', ''];
  return [page.paint('bold', 'The likeliest ways'), ...paths.flatMap((path) => wayOf(path, page)), ''];
}

function wayOf({ harms, probability, start, steps }: AttackPath, page: Page): string[] {
  const head = `  ${percent(probability)}  ${page.paint('bold', harms.map(printable).join(', '))}`;
  return [head, `          ${printable(start)}`, ...steps.map((step) => stepOf(step, page))];
}

function stepOf({ text, probability, guess, finding }: PathStep, { paint, place }: Page): string {
  const share = probability < 1 ? ` ${percent(probability).trim()}` : '';
  const silent = finding?.certainty === 'silent' ? ' (silent)' : '';
  const notes = [guess === '' ? '' : ' (a guess)', silent, finding === null ? '' : `  ${place(finding.at)}`].join('');
  return `          ${printable(text)}${share}${paint('dim', notes)}`;
}

function silenceOf({ paths, measures }: Simulation, { paint }: Page): string[] {
  const isSilent =
    measures.some(({ certainty }) => certainty === 'silent') ||
    paths.some(({ steps }) => steps.some(({ finding }) => finding?.certainty === 'silent'));
  return isSilent ? [paint('dim', 'silent: the description only does not rule it out; it counts a quarter.')] : [];
}

function measuresOf({ measures }: Simulation, { paint, place }: Page): string[] {
  const worth = measures.filter(({ buys }) => buys > 0);
  if (worth.length === 0) return [];
  const rows = worth.slice(0, MEASURES).map((measure) => measureOf(measure, place(measure.at), paint));
  const rest = worth.length - rows.length;
  const more = rest > 0 ? [paint('dim', `  and ${rest} more, which buy less`)] : [];
  return [paint('bold', 'What each measure buys by itself'), ...rows, ...more, ''];
}

function measureOf(measure: MeasureResult, at: string, paint: Painter): string {
  const { id, title, source, buys, error } = measure;
  const worth = `${buys.toFixed(2)} ± ${error.toFixed(2)}`.padStart(13);
  const what = `${source.padEnd(8)}  ${printable(title)}`;
  const where = `${printable(id)}, ${reachOf(measure)}${at === '' ? '' : `  ${at}`}`;
  return `${worth}  ${what}  ${paint('dim', where)}`;
}

function reachOf({ findings, certainty }: MeasureResult): string {
  const count = counted(findings, 'finding');
  return certainty === 'silent' ? `${count}, silent` : count;
}

function guessesOf({ guesses, modelled, leadNowhere }: Simulation, { paint }: Page): string[] {
  const open = counted(leadNowhere, 'finding opens', 'findings open');
  const nowhere = leadNowhere === 0 ? [] : [paint('dim', `${open} no way, as those of repudiation.`)];
  if (guesses.length === 0) return nowhere;
  const advice = modelled ? [] : [paint('dim', '  A threat model with zones, actors and flows takes their place.')];
  return [paint('bold', 'Guessed'), ...guesses.map((guess) => `  ${printable(guess)}`), ...advice, '', ...nowhere];
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`.padStart(7);
}
