import type { EvidenceReference } from '../../model';
import type { ProblemCode } from '../../model/problem-codes';
import type { ModelProblem } from '../../model/types';
import type { EvidenceFact } from '../../workspace';
import type { CoverageCheck } from './input';

export const ABSENT = 'does not exist';
/** What an editor without a file system of its own says of a file that is gone, and of one that is no text. */
export const UNSEEN = 'cannot be read';
const BINARY = /\.(?:png|jpe?g|gif|webp|svgz|pdf|docx?|xlsx?|pptx?|od[tsp]|zip|gz|7z|mp4|webm)$/i;
const FOLDER = 'is a folder';
export const OUTSIDE = 'lies outside the workspace';

/** Evidence that is gone, lies where nobody may look, or no longer holds the text that it is given for. */
export const evidence: CoverageCheck = ({ evidence: references, facts }) =>
  references.flatMap((reference) => {
    if (reference.configures !== '') return [];
    const fact = facts.get(reference.key);
    if (fact === undefined) return [];
    return [...unreadable(reference, fact), ...withoutText(reference, fact)];
  });

function unreadable({ file, fileAt }: EvidenceReference, { reason }: EvidenceFact): ModelProblem[] {
  const say = (code: ProblemCode, message: string): ModelProblem[] => [
    { code, message, severity: 'warning', at: fileAt },
  ];
  if (reason === OUTSIDE) {
    const message = `\`${file}\` lies outside the workspace, so it proves nothing to others: name a file of the workspace, or an address`;
    return say('evidence-outside', message);
  }
  if (reason === FOLDER) return say('evidence-gone', `\`${file}\` ${FOLDER}: name the file in it that proves it`);
  const isGone = reason === ABSENT || (reason === UNSEEN && !BINARY.test(file));
  if (!isGone) return [];
  const what = reason === ABSENT ? 'is gone' : reason;
  return say('evidence-gone', `\`${file}\` ${what}: name what proves it now, or say what is left of the answer`);
}

function withoutText({ file, fileAt, text, textAt }: EvidenceReference, fact: EvidenceFact): ModelProblem[] {
  if (text === '' || fact.holds || fact.reason !== '') return [];
  const message = `\`${file}\` does not hold \`${text}\`: is what it proved still there?`;
  return [{ code: 'evidence-text-gone', message, severity: 'warning', at: textAt ?? fileAt }];
}
