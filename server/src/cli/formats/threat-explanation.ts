import { CERTAINTY_WORDS, nameOf, PLAIN_WORDS, STATE_WORDS } from '../../core/index';
import type { ExplainedThreat, ThreatExplanations } from '../report/explained-threat';
import { atFrom, locatedFrom, placeFrom } from '../report/located';
import { type Painter, printable } from '../terminal';
import { jsonText } from './json-text';
import { assessmentJson } from './risk-json';
import { riskText } from './risk-text';

/** Written threats for people: each with its figures, and where every number of them comes from. */
export function threatExplanationText(all: readonly ThreatExplanations[], paint: Painter): string {
  return all.map((one) => textOf(one, paint)).join('\n');
}

function textOf(explanations: ThreatExplanations, paint: Painter): string {
  const { threat, explained, whole } = explanations;
  const head = `${paint('bold', printable(threat.id))}  ${printable(threat.title)}  ${paint('dim', placeFrom(explanations, threat.at))}`;
  if (explained.length === 0) return `${head}\n\n${NOWHERE}\n`;
  const shown = whole ? explained : explained.slice(0, 1);
  const rest = explained.slice(shown.length);
  return [
    head,
    ...shown.flatMap((one) => operationText(one, explanations, paint)),
    ...(rest.length === 0 ? [] : othersText(rest, paint)),
    '',
  ].join('\n');
}

const NOWHERE =
  'No operation stands behind what it affects, so that no method rates it. Simulated attacks count it where it affects a component or flow.';

function operationText(one: ExplainedThreat, explanations: ThreatExplanations, paint: Painter): string[] {
  const { api, finding, operation, risk, assessment } = one;
  const { rule, certainty, state, stride, owasp, cwe, answers, lacking, definition } = finding;
  const place = paint('dim', placeFrom(explanations, operation.at));
  const given = answers.map(({ id, title, status, strategy, at }) => {
    const words = title === '' ? id : `${id}: ${title}`;
    return `  ${(status ?? strategy).padEnd(11)}  ${printable(words)}  ${paint('dim', placeFrom(explanations, at))}`;
  });
  const known = [...owasp, ...cwe.map((id) => `CWE-${id}`)].map(printable).join(', ');
  return [
    '',
    `${paint('bold', printable(nameOf(operation)))}  ${place}  ${printable(api.id)}`,
    printable(finding.message),
    definition === null
      ? 'A threat of people is as good as shown.'
      : `${CERTAINTY_WORDS[certainty]} stridewise explain ${rule} says what the rule asked.`,
    ...riskText(risk, assessment, `; ${STATE_WORDS[state]}`, paint),
    '',
    'What answers it',
    ...(given.length === 0 ? ['  nothing yet'] : given),
    ...(lacking === '' ? [] : [`  lacking    ${printable(lacking)}`]),
    '',
    'Known as',
    ...stride.map((category) => `  ${category}  ${paint('dim', PLAIN_WORDS[category])}`),
    ...(known === '' ? [] : [`  ${known}`]),
  ];
}

function othersText(rest: readonly ExplainedThreat[], paint: Painter): string[] {
  const rows = rest.map(({ api, operation, risk }) => {
    const figure = `${risk.residual.toFixed(1)} ${risk.level}`.padEnd(13);
    return `  ${figure}  ${printable(nameOf(operation))}  ${paint('dim', printable(api.id))}`;
  });
  return ['', 'The same at', ...rows, 'Name an operation to see its numbers.'];
}

/** The same for machines, in the form in which rules are explained: people asked nothing, so there are no reasons. */
export function threatExplanationJson(all: readonly ThreatExplanations[]): string {
  const [first] = all;
  if (first === undefined) throw new RangeError('There is one threat at least.');
  const { id, title, rule } = first.threat;
  return jsonText({
    version: 1,
    threat: { id, title, ...(rule === '' ? {} : { rule }), ...atFrom(first, first.threat.at) },
    operations: all.flatMap((one) => one.explained.map((explained) => operationJson(explained, one))),
  });
}

function operationJson({ api, finding, operation, risk, assessment }: ExplainedThreat, from: ThreatExplanations) {
  const { message, certainty, state, answers, lacking } = finding;
  return {
    api: api.id,
    method: operation.method,
    path: operation.path,
    ...(operation.operationId === '' ? {} : { operationId: operation.operationId }),
    at: locatedFrom(from, operation.at),
    fired: true,
    message,
    certainty,
    state,
    reasons: [],
    controls: [],
    answers: answers.map(({ id, title, strategy, status }) => ({ id, title, strategy, status })),
    ...(lacking === '' ? {} : { lacking }),
    risk,
    ...assessmentJson(assessment),
  };
}
