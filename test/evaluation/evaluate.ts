import type { Finding } from '../../server/src/core/index';
import { analyse, diagnosticsFor, openDocument, Workspace } from '../../server/src/core/index';
import { BASES } from './bases';
import { inDialect } from './dialect';
import { applyChange } from './patch';
import type { Base, Flaw, JsonObject, Planted, Version } from './types';

const SPEC = 'file:///workspace/openapi.json';
const MODEL = 'file:///workspace/it.threats.yaml';
const TODAY = '2026-11-24';

/** What is shown as warning or error, one line each, and every finding that is not answered. */
export interface Outcome {
  readonly warnings: readonly string[];
  readonly findings: readonly Finding[];
}

/** The description that is checked: the base with its change, in the words of the version. */
export function realise({ base, change, variants }: Planted, version: Version): JsonObject {
  return inDialect(applyChange(BASES[base].spec, variants?.[version] ?? change), version);
}

/** The part of a model that switches a rule off; nothing for no rule. */
const without = (rule: string) => (rule === '' ? '' : `\nrules:\n  ${rule}: { level: off, reason: Not asked }\n`);

/** What is found in a description and its base's model, with one rule switched off if it is named. */
export function check(spec: JsonObject, base: Base, off = ''): Outcome {
  return checkText(JSON.stringify(spec, null, 2), `title: ${base.name}`, base.model, off);
}

/** The same of a text; `title` and `more` are the model's. */
export function checkText(text: string, title: string, more: string, off: string): Outcome {
  const model = `stridewise: 1\n${title}\napis:\n  it: { spec: ./openapi.json }\n${more}${without(off)}`;
  const documents = [openDocument(SPEC, text, 'spec'), openDocument(MODEL, model, 'model')];
  const workspace = Workspace.empty.withAll(documents);
  const relative = (uri: string) => uri.replace('file:///workspace/', '');
  const analysis = analyse(workspace, { today: TODAY, relative });
  const shown = [SPEC, MODEL].flatMap((uri) => diagnosticsFor(workspace, analysis, uri, { open: true }));
  return {
    warnings: shown
      .filter(({ severity }) => severity === 'warning' || severity === 'error')
      .map(({ code, message }) => `${code}: ${message}`),
    findings: analysis.apis.flatMap(({ findings }) => findings),
  };
}

export const outcomeOf = (planted: Planted, version: Version, off = '') =>
  check(realise(planted, version), BASES[planted.base], off);

export type Verdict = 'found' | 'whispered' | 'missed';

/** The findings of a flaw's family that touch its place. */
export function foundOf(flaw: Flaw, version: Version, off = ''): readonly Finding[] {
  return outcomeOf(flaw, version, off).findings.filter((finding) => speaksOf(finding, flaw, version));
}

/** Found: a warning of the flaw's family touches its place. Whispered: the same, but only as an information. */
export function verdictOf(flaw: Flaw, version: Version, off = ''): Verdict {
  const related = foundOf(flaw, version, off);
  const has = (...severities: string[]) => related.some(({ severity }) => severities.includes(severity));
  return has('warning', 'error') ? 'found' : has('information') ? 'whispered' : 'missed';
}

function speaksOf(finding: Finding, flaw: Flaw, version: Version): boolean {
  const at = flaw.atIn?.[version] ?? flaw.at;
  const letters = finding.stride.map((category) => category.charAt(0).toUpperCase());
  return (
    finding.rule !== 'unanswered' &&
    letters.some((letter) => flaw.stride.includes(letter)) &&
    (finding.owasp.length === 0 || finding.owasp.some((id) => flaw.owasp.includes(id))) &&
    (at === '*' || finding.operations.some(({ method, path }) => `${method.toUpperCase()} ${path}` === at))
  );
}
