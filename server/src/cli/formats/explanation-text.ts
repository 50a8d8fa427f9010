import { CERTAINTY_WORDS, nameOf, type Place, type Reason, STATE_WORDS } from '../../core/index';
import { type Explained, type Explanations, silentByReason } from '../report/explained';
import { placeFrom } from '../report/located';
import { type Painter, printable } from '../terminal';
import { knownAs } from './explanation-references';
import { riskText } from './risk-text';

const NAMED = 3;

interface Page {
  readonly paint: Painter;
  readonly place: (place: Place | null) => string;
}

/** The explanation for people: one operation whole, or all of them as a list of where it fires and why elsewhere not. */
export function explanationText(explanations: Explanations, paint: Painter): string {
  const { rule, explained, whole } = explanations;
  const page: Page = { paint, place: (place) => placeFrom(explanations, place) };
  const head = `${paint('bold', rule.id)}  ${rule.title}\n`;
  if (!whole) return [head, overview(explained, page)].join('\n');
  return [head, ...explained.map((one) => single(one, page))].join('\n');
}

function overview(explained: readonly Explained[], { paint, place }: Page): string {
  const fired = explained.filter(({ explanation }) => explanation.fired);
  const lines = [`Fires on ${fired.length} of ${explained.length} operations`];
  for (const { explanation } of fired) {
    const { operation, verdict, state, evidence } = explanation;
    const became = state === null ? '' : `, ${STATE_WORDS[state]}`;
    lines.push(`  ${paint('bold', printable(nameOf(operation)))}${became}`);
    lines.push(`    ${printable(verdict)}  ${paint('dim', place(evidence?.at ?? operation.at))}`);
  }
  const silent = silentByReason(explained);
  if (silent.length > 0)
    lines.push('', `Stays silent on ${fired.length === 0 ? 'all of them' : 'the others'}, because`);
  for (const { reason, operations } of silent) {
    lines.push(`${String(operations.length).padStart(6)}  ${printable(reason)}  ${paint('dim', some(operations))}`);
  }
  if (fired.length > 0) lines.push('', 'Name an operation to see what would clear it.');
  return `${lines.join('\n')}\n`;
}

function some(operations: readonly string[]): string {
  const named = operations.slice(0, NAMED).map(printable).join(', ');
  return operations.length > NAMED ? `${named}, ...` : named;
}

function single({ api, explanation }: Explained, page: Page): string {
  const { paint, place } = page;
  const { operation, fired, verdict, reasons, rule } = explanation;
  const name = `${paint('bold', printable(nameOf(operation)))}  ${paint('dim', place(operation.at))}`;
  const outcome = fired ? paint('yellow', 'fires') : paint('green', 'does not fire');
  return [
    `${name}  ${printable(api.id)}`,
    `${outcome}: ${printable(verdict)}`,
    ...standing(explanation, page),
    '',
    fired ? 'Why' : 'Why not',
    ...reasons.map((reason) => reasonLine(reason, page)),
    '',
    'What can happen',
    `  ${rule.impact}`,
    ...figures(explanation, page),
    '',
    fired ? 'What would clear it' : 'What is known of what meets it',
    ...known(explanation, page),
    ...(fired ? [...cure(explanation), '', 'When this is wrong', `  ${rule.falsePositive}`] : []),
    '',
    'Known as',
    ...knownAs(rule, paint),
    '',
  ].join('\n');
}

/** How sure it is, with how many others it is told, and who calls it a false alarm. */
function standing({ evidence, finding, silences }: Explained['explanation'], { place }: Page): string[] {
  if (evidence === null) return [];
  const count = finding?.operations.length ?? 1;
  const shared =
    finding === null || count === 1
      ? []
      : [
          `Told once for ${count} operations with this cause, of risk ${finding.risk.residual.toFixed(1)} together: ${place(finding.at)}`,
        ];
  const said = silences.map(({ reason, at }) => `Said to be no threat: ${printable(reason)}  ${place(at)}`);
  return [CERTAINTY_WORDS[finding?.certainty ?? evidence.certainty], ...shared, ...said];
}

function reasonLine({ holds, text, at }: Reason, { paint, place }: Page): string {
  const mark = holds ? paint('green', 'yes') : paint('yellow', 'but');
  return `  ${mark}  ${printable(text)}${at === null ? '' : `  ${paint('dim', place(at))}`}`;
}

function figures({ risk, assessment, state }: Explained['explanation'], { paint }: Page): string[] {
  if (risk === null || assessment === null) return [];
  return riskText(risk, assessment, state === null ? '' : `; ${STATE_WORDS[state]}`, paint);
}

function known({ controls }: Explained['explanation'], { paint, place }: Page): string[] {
  return controls.map(({ title, state, source, text, at }) => {
    const word = (state === 'unknown' ? 'not known' : state).padEnd(9);
    const said = `${printable(text)} ${paint('dim', at === null ? `(${source})` : `(${source}, ${place(at)})`)}`;
    return `  ${paint(state === 'yes' ? 'green' : 'yellow', word)}  ${title}. ${said}`;
  });
}

function cure({ rule, answers, lacking, mitigation }: Explained['explanation']): string[] {
  const given = answers.map(({ id, title }) => `  answer     ${printable(title === '' ? id : `${id}: ${title}`)}`);
  const lack = lacking === '' ? [] : [`  lacking    ${printable(lacking)}`];
  const { transfer, avoid, accept } = rule.stubs;
  const ways = Object.entries({ spec: rule.mend, reduce: printable(mitigation), transfer, avoid, accept });
  return [...given, ...lack, ...ways.map(([way, words]) => `  ${way.padEnd(9)}  ${words}`)];
}
