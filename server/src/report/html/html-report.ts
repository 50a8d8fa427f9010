import { diagramPicture, type Markup, markup, matrixPicture, toMarkup } from '../../pictures';
import type { ReportData } from '../report-data';
import { leadOf } from '../words';
import { element, paragraph, section } from './parts';
import { answers, coverage, figures, goals, listed, notChecked, simulated } from './sections';
import { reportStyle } from './style';
import { threatList } from './threats';

/**
 * A report as one page of HTML that needs nothing else: no script, no network, pictures as SVG. `hash`: SHA-256 of a text in Base64,
 * by which the page allows its style sheet and nothing more.
 */
export function htmlReport(data: ReportData, hash: (text: string) => string): string {
  const style = reportStyle();
  const policy = `default-src 'none'; style-src 'sha256-${hash(style)}'; base-uri 'none'; form-action 'none'`;
  const title = toMarkup(markup('title', {}, [`Threats: ${data.overview.title}`]));
  return [
    '<!DOCTYPE html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8"/>',
    toMarkup(markup('meta', { 'http-equiv': 'Content-Security-Policy', content: policy })),
    '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
    title,
    // Ours, and no text of HTML: a browser reads no entities in it.
    `<style>${style}</style>`,
    '</head>',
    `<body>${toMarkup(pageOf(data))}</body>`,
    '</html>',
    '',
  ].join('\n');
}

function pageOf(data: ReportData): Markup {
  const { overview, simulation } = data;
  const { diagram } = overview;
  const guesses = listed('What was guessed', diagram.guesses);
  return element('main', [
    element('h1', [overview.title]),
    ...paragraph([leadOf(overview)], 'lead'),
    ...paragraph([data.date], 'muted'),
    contents(data),
    section('summary', 'Summary', figures(overview)),
    section('matrix', 'Risk matrix', [
      ...paragraph(
        ['Where each threat stands by what is left. Outlined: answered. The numbers are those of the list below.'],
        'muted',
      ),
      element('div', [matrixPicture(overview, 'threats')], 'scroll'),
    ]),
    section('flows', 'Data flows', [element('div', [diagramPicture(diagram)], 'scroll'), ...guesses]),
    section('coverage', 'Coverage', coverage(overview.apis)),
    section('threats', 'Threats', [...cutOf(data), ...threatList(data)]),
    ...goals(data.goals),
    ...(overview.answers.length === 0 ? [] : [section('answers', 'Answers', [answers(overview)])]),
    ...(simulation === null ? [] : [simulated(simulation)]),
    ...notChecked(data.notChecked),
  ]);
}

function cutOf({ overview }: ReportData): Markup[] {
  const rest = overview.summary.threats - overview.threats.length;
  return rest === 0 ? [] : paragraph([`The ${overview.threats.length} greatest; ${rest} more are left out.`], 'muted');
}

function contents({ overview, simulation, goals: told, notChecked: unread }: ReportData): Markup {
  const entries = [
    ['summary', 'Summary'],
    ['matrix', 'Risk matrix'],
    ['flows', 'Data flows'],
    ['coverage', 'Coverage'],
    ['threats', 'Threats'],
    ...(told.length === 0 ? [] : [['goals', 'Goals']]),
    ...(overview.answers.length === 0 ? [] : [['answers', 'Answers']]),
    ...(simulation === null ? [] : [['simulation', 'Simulated attacks']]),
    ...(unread.length === 0 ? [] : [['not-checked', 'Not checked']]),
  ];
  return markup(
    'nav',
    { 'aria-label': 'Contents' },
    entries.map(([id, words = '']) => markup('a', { href: `#${id}` }, [words])),
  );
}
