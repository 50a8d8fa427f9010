import { nameOf } from '../coverage';
import type { ApiAnalysis, Finding } from '../coverage/types';
import type { Model } from '../model/types';
import type { Operation } from '../openapi/types';
import { evidenceOn } from '../rules';
import { objectReferenceOf } from '../rules/facts/object-references';
import type { Evidence, Rule, Strategy } from '../rules/types';
import { MITIGATES, RECIPIENTS } from './stub-words';

/** What an answer reaches: operations one by one, or the whole API of this id. */
export type Reached = readonly Operation[] | string;

/** What the stub of an answer says in words. */
export interface StubText {
  readonly title: string;
  /** Who could take the risk over. */
  readonly to?: string;
  /** What the reason has to tell. */
  readonly reason?: string;
}

/** The words of an answer to this finding at what it reaches, and of what it removes. */
export function stubText(
  api: ApiAnalysis,
  finding: Finding,
  strategy: Strategy,
  { reached, gone = '' }: { readonly reached: Reached; readonly gone?: string },
  model: Pick<Model, 'names'> | null,
): StubText {
  const { definition } = finding;
  const it = namedIt(reached);
  if (definition === null) {
    const reason = strategy === 'accept' ? { reason: `TODO why this may stay (${finding.title})` } : {};
    return { title: finding.title, ...reason };
  }
  const stub = definition.stubs[strategy];
  if (strategy === 'reduce') return { title: mitigation(api, finding, definition, it) };
  if (strategy === 'avoid') return { title: `${stub} (${gone} goes away)` };
  const title = `${stub} (${it})`;
  if (strategy === 'transfer') return { title, to: recipient(stub, model) };
  return { title, reason: `TODO how we know that ${lower(stub)} (${it})` };
}

/** The cause of a finding and what it is about, as its rule tells them of an operation; null where there is no rule or it fails. */
export function evidenceFor(api: ApiAnalysis, { definition }: Finding, operation: Operation): Evidence | null {
  if (definition === null) return null;
  try {
    return evidenceOn(definition, operation, { description: api.description, exposure: api.exposure });
  } catch {
    return null;
  }
}

/** `scheme basic`, `server http://a.example`: a cause that has a name of its own; else empty. */
export function namedCause(evidence: Pick<Evidence, 'cause'> | null): string {
  return /^(?:scheme|server) \S+$/.test(evidence?.cause ?? '') ? (evidence?.cause ?? '') : '';
}

/** What an answer reaches, as the subject or object of a sentence. */
export function namedIt(reached: Reached): string {
  if (typeof reached === 'string') return `each operation of ${reached}`;
  const [first] = reached;
  return reached.length === 1 && first !== undefined ? nameOf(first) : `each of ${reached.length} operations`;
}

function mitigation(api: ApiAnalysis, finding: Finding, rule: Rule, it: string): string {
  const [operation] = finding.operations;
  if (operation === undefined) return `${rule.stubs.reduce} (${it})`;
  // What only a model's words show has a part, and no evidence without them.
  const shows = evidenceFor(api, finding, operation) ?? { part: finding.part, cause: '' };
  return mitigationAt(rule, operation, shows, it);
}

/** What would mitigate what a rule finds on an operation, said for that operation. */
export function mitigationAt(
  rule: Rule,
  operation: Operation,
  evidence: Pick<Evidence, 'part' | 'cause'> | null,
  it = nameOf(operation),
): string {
  const template = MITIGATES[rule.id];
  if (template === undefined) return `${rule.stubs.reduce} (${it})`;
  const cause = namedCause(evidence);
  const words: Readonly<Record<string, string>> = {
    it,
    value: lastName(evidence?.part ?? '') || 'the value',
    object: objectReferenceOf(operation)?.object ?? 'object',
    cause: cause === '' ? 'the scheme' : `the ${cause}`,
  };
  return template.replace(/\{(\w+)\}/g, (whole, word: string) => words[word] ?? whole);
}

/** The last name of the part that a finding is about: `role`; empty where it is about a whole operation. */
export function valueIn({ part }: Finding): string {
  return lastName(part);
}

function lastName(part: string): string {
  return part.slice(part.lastIndexOf('.') + 1);
}

/** Words that say nothing of what somebody does. */
const GENERIC: ReadonlySet<string> = new Set([
  'api',
  'service',
  'provider',
  'server',
  'platform',
  'team',
  'web',
  'data',
]);

/** Who the rule's words name, by the id of the model's own component where it has one like it. */
function recipient(stub: string, model: Pick<Model, 'names'> | null): string {
  const said = stub.toLowerCase();
  const found = RECIPIENTS.find(([word]) => said.includes(word))?.[1] ?? 'TODO';
  const telling = new Set(wordsIn(found).filter((word) => !GENERIC.has(word)));
  const components = [...(model?.names ?? [])].filter(([, section]) => section === 'components').map(([id]) => id);
  return components.find((id) => wordsIn(id).some((word) => telling.has(word))) ?? found;
}

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().split(/[^a-z]+/);
}

/** A sentence as the rest of another. */
function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
