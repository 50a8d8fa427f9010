import { isAnswered, listed, nameOf, stem } from '../coverage';
import type { ApiAnalysis } from '../coverage/types';
import { newModel } from '../model';
import type { Fix } from './diagnostic';

const MOST_LISTED = 20;

/** Where an API's model goes: `<spec>.threats.yaml` beside the specification. */
export function modelUriOf(specUri: string): string {
  return `${specUri.replace(/\.(ya?ml|json)$/i, '')}.threats.yaml`;
}

/** `./openapi.yaml`, decoded: how a model beside the specification names it. */
export function specNameOf(specUri: string): string {
  const name = specUri.slice(specUri.lastIndexOf('/') + 1);
  try {
    return `./${decodeURIComponent(name)}`;
  } catch {
    return `./${name}`;
  }
}

/** An id that the language takes, from the file's name. */
export function apiIdOf(specUri: string): string {
  const id = stem(specUri)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return /^[a-z]/.test(id) ? id : `api-${id}`.replace(/-$/, '');
}

/** A model of an API that has none, with what the specification shows as comments. */
export function createModelFix(api: ApiAnalysis): Fix {
  const { uri, title } = api.description;
  const text = newModel(title === '' ? api.id : title, [{ id: apiIdOf(uri), spec: specNameOf(uri) }], whatIsShown(api));
  return {
    title: 'Create a threat model for this API',
    kind: 'quickfix',
    diagnostics: ['unanswered'],
    edits: [{ uri: modelUriOf(uri), edits: [], create: text }],
    cursor: { uri: modelUriOf(uri), position: { line: 1, character: 0 } },
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
