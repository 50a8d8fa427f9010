import { isAnswered, nameOf, stem } from '../coverage';
import type { ApiAnalysis } from '../coverage/types';
import { listed } from '../model';
import type { ApiDescription } from '../openapi/types';
import { memo } from '../text';
import type { Fix } from './diagnostic';
import { firstModelText } from './first-model/first-model';
import { modelUriOf } from './first-model/places';

const MOST_LISTED = 10;

/** An id that the language takes, from the file's name. */
export function apiIdOf(specUri: string): string {
  const id = stem(specUri)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return /^[a-z]/.test(id) ? id : `api-${id}`.replace(/-$/, '');
}

/** The fix is offered again and again while somebody looks at the description. */
const firstTextOf = memo((description: ApiDescription) => firstModelText([description], modelUriOf(description.uri)));

/** A first model of an API that has none, with what the specification shows as comments. */
export function createModelFix(api: ApiAnalysis): Fix {
  const { uri } = api.description;
  const text = [firstTextOf(api.description), whatIsShown(api)].filter((part) => part !== '');
  return {
    title: 'Create a threat model for this API',
    kind: 'quickfix',
    diagnostics: ['unanswered'],
    edits: [{ uri: modelUriOf(uri), edits: [], create: text.join('\n') }],
    cursor: { uri: modelUriOf(uri), position: { line: 2, character: 0 } },
    preferred: true,
  };
}

function whatIsShown(api: ApiAnalysis): string {
  const shown = api.findings.filter((finding) => finding.certainty === 'shown' && !isAnswered(finding.state));
  if (shown.length === 0) return '';
  const lines = shown.slice(0, MOST_LISTED).map((finding) => {
    const names = finding.operations.slice(0, 2).map(nameOf);
    const more = finding.operations.length - names.length;
    return `#   ${finding.risk.level}: ${finding.rule} on ${listed(more > 0 ? [...names, `${more} more`] : names)}`;
  });
  if (shown.length > MOST_LISTED) lines.push(`#   and ${shown.length - MOST_LISTED} more`);
  const text = ['# What the specification shows, ranked:', ...lines].join('\n');
  return `${text.replace(/(?!\n)[\p{Cc}\u2028\u2029]/gu, ' ')}\n`;
}
