import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fixAllIn, SPEC_FIXES } from '../../../server/src/core/index';
import { applied, found, specFixesIn, URI, workspaceOf } from './support/mend';

/** Rules whose page shows a case that a description cannot mend: no scheme is declared, no such scope, no JSON beside XML. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'broken-function-level-authorization',
  'bulk-export',
  'impersonation',
  'unrestricted-file-type',
  'weak-authentication-scheme',
  'write-with-read-scope',
  'xml-external-entities',
]);
/** Found only where somebody logs in: what was open to everyone is now open to everyone with an account. */
const NEXT: ReadonlySet<string> = new Set(['broken-function-level-authorization GET /customers ']);

const flagged = (rule: string) => {
  const page = readFileSync(`docs/rules/${rule}.md`, 'utf8');
  return `${page.split('\n## Flagged\n')[1]?.split('```yaml\n')[1]?.split('\n```')[0] ?? ''}\n`;
};

describe.each([...SPEC_FIXES.keys()])('the fix for %s', (rule) => {
  const files = { [URI]: flagged(rule) };
  const fixes = specFixesIn(files, rule);

  it('silences the example of its page and raises nothing, or is not offered there', () => {
    const [fix] = fixes;
    expect(fix === undefined).toBe(ELSEWHERE.has(rule));
    expect(fix?.refused).toBeUndefined();
    if (fix === undefined) return;
    const after = applied(files, fix);
    const before = new Set(found(workspaceOf(files)));
    const left = found(workspaceOf(after)).filter((one) => !NEXT.has(one));
    expect(
      left.filter((one) => one.startsWith(`${rule} `) || !before.has(one)),
      after[URI],
    ).toEqual([]);
  });

  it('is made with all others only where it is preferred', () => {
    const { workspace, analysis } = workspaceOf(files);
    const all = fixAllIn(workspace, analysis, URI, { open: true });
    expect(all?.diagnostics.includes(rule) === true).toBe(fixes.some(({ preferred }) => preferred));
  });
});
