import { hashText, rootOf } from '../coverage';
import { type EvidenceReference, evidenceAt, evidenceIn } from '../model';
import { writtenSites } from '../openapi';
import type { EvidenceFact, Workspace } from '../workspace';

/** The text of a file, or why there is none, as the end of a sentence. */
type Read = { readonly text: string } | { readonly reason: string };

/** The files that models and answers in descriptions give as evidence, whether anything is known of them or not. */
export function evidenceNamed(workspace: Workspace): EvidenceReference[] {
  return [...workspace.documents.values()].flatMap((document) =>
    rootOf(document) === 'model' ? [...evidenceIn(document)] : writtenSites(document).flatMap(evidenceAt),
  );
}

/**
 * A workspace with what a host found of the evidence that it has not looked at yet, and without what no model names any more.
 * `read` gives the text of a file, or why there is none; null where nobody has looked.
 */
export function withEvidence(workspace: Workspace, read: (uri: string) => Read | null): Workspace {
  const named = evidenceNamed(workspace);
  const { evidence } = workspace;
  const isKnown = named.every(({ key }) => evidence.has(key));
  if (isKnown && new Set(named.map(({ key }) => key)).size === evidence.size) return workspace;
  const facts = new Map<string, EvidenceFact>();
  for (const { key, uri, text } of named) {
    const found = evidence.has(key) ? null : read(uri);
    const fact = found === null ? evidence.get(key) : factOf(found, text);
    if (fact !== undefined) facts.set(key, fact);
  }
  return workspace.withEvidence(facts);
}

function factOf(read: Read, text: string): EvidenceFact {
  if (!('text' in read)) return { reason: read.reason, holds: false, digest: '' };
  return { reason: '', holds: read.text.includes(text), digest: hashText(read.text.replaceAll('\r\n', '\n')) };
}
