import type { Analysis } from '../coverage/types';
import type { Place, Range } from '../text';
import type { Workspace } from '../workspace';
import { locate } from './locate';

/** A part that was not looked at, and why. */
export interface NotCheckedPart {
  readonly uri: string;
  /** Null where the file is gone. */
  readonly range: Range | null;
  readonly reason: string;
}

const UNREAD: ReadonlySet<string> = new Set(['syntax', 'unresolved-reference', 'not-checked']);

/** Whether a problem of this code means that something was not looked at. */
export function isUnread(code: string): boolean {
  return UNREAD.has(code);
}

/** What no rule looked at: parts that cannot be read, references that lead nowhere, dialects that we do not know, rules that failed. */
export function notCheckedIn(workspace: Workspace, analysis: Analysis): NotCheckedPart[] {
  const parts = new Map<string, NotCheckedPart>();
  const add = (at: Place, reason: string) => {
    const range = locate(workspace, at)?.range ?? null;
    const key = `${at.uri} ${range?.start.line}:${range?.start.character} ${reason}`;
    if (!parts.has(key)) parts.set(key, { uri: at.uri, range, reason });
  };
  for (const { description, notChecked } of analysis.apis) {
    for (const { code, at, message } of description.problems) if (isUnread(code)) add(at, message);
    for (const { at, reason } of notChecked) add(at, reason);
  }
  for (const { code, at, message } of analysis.models.flatMap((model) => model.problems)) {
    if (isUnread(code)) add(at, message);
  }
  return [...parts.values()];
}
