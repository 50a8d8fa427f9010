import { STATE_WORDS } from '../../core';
import { type Markup, markup } from '../../pictures';
import type { OverviewThreat } from '../../protocol';
import type { ReportData, ThreatDetail } from '../report-data';
import { capital, placeIn } from '../words';
import { type Content, element, paragraph, table, worded } from './parts';

/** The ranked threats, each folded, with its reasons. */
export function threatList({ overview, details }: ReportData): Markup[] {
  return overview.threats.map((threat, index) => threatOf(threat, index, details[index], placeIn(overview, threat.at)));
}

/** The letter of a level and the number of a threat; an outline where it is answered. */
function badgeOf({ level, open }: OverviewThreat, number: number): Markup {
  const words = `${level.charAt(0).toUpperCase()}${number}`;
  return markup('span', { class: `badge ${open ? 'is' : 'was'}-${level}`, title: level }, [words]);
}

function threatOf(threat: OverviewThreat, index: number, detail: ThreatDetail | undefined, where: string): Markup {
  const { title, place, state, residual, certainty } = threat;
  const doubt = certainty === 'silent' ? ', not ruled out' : '';
  const head = markup('summary', {}, [
    badgeOf(threat, index + 1),
    element('span', [element('strong', [title]), ' ', element('span', [place], 'where')], 'grow'),
    element('span', [`${STATE_WORDS[state]}${doubt}`], 'muted'),
    element('span', [residual.toFixed(1)]),
  ]);
  const body = detail === undefined ? [] : [element('div', bodyOf(detail, where))];
  return markup('details', { class: 'threat', id: `threat-${index + 1}` }, [head, ...body]);
}

function bodyOf(detail: ThreatDetail, where: string): Content[] {
  const { message, lacking, impact, mend, answers, references } = detail;
  const given = answers.map(({ id, title }) => (title === '' ? id : `${id}: ${title}`));
  return [
    ...paragraph([message]),
    ...paragraph([lacking]),
    ...(impact === '' ? [] : paragraph(['What can happen: ', ...worded(impact)])),
    ...(mend === '' ? [] : paragraph(['In the description: ', ...worded(mend)])),
    ...(given.length === 0
      ? []
      : [
          element('p', ['Answers:']),
          element(
            'ul',
            given.map((one) => element('li', [one])),
          ),
        ]),
    ...figuresOf(detail),
    ...paragraph([[where, ...references].filter((one) => one !== '').join(' · ')], 'muted'),
  ];
}

function figuresOf({ methods, factors }: ThreatDetail): Markup[] {
  if (methods.length === 0) return [];
  const columns = [
    { head: 'Method' },
    { head: 'Level' },
    { head: 'Before', isNumber: true },
    { head: 'Left', isNumber: true },
    { head: 'From' },
  ];
  const rows = methods.map(({ title, ranks, level, inherent, residual, formula }) => [
    ranks ? element('strong', [title]) : title,
    level,
    inherent.toFixed(1),
    residual.toFixed(1),
    capital(formula),
  ]);
  const reasons = factors.map(({ name, value, maximum, reason }) => [capital(name), `${value} of ${maximum}`, reason]);
  return [table(columns, rows), table([{ head: 'Factor' }, { head: 'Number' }, { head: 'Why' }], reasons)];
}
