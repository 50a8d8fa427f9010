import { RULES } from '../../server/src/core/index';
import { checkText, foundOf, verdictOf } from './evaluate';
import { FLAWS } from './flaws';
import { VERSIONS } from './types';

/** The YAML that a rule's page flags. */
export function flaggedExample(page: string): string {
  const [, flagged = ''] = page.split('\n## Flagged\n');
  const [, yaml = ''] = flagged.split('```yaml\n');
  return yaml.split('\n```')[0] ?? '';
}

/** Every finding of a page's flagged example but questions, as `rule: message`; with one rule switched off if it is named. */
export function foundIn(page: string, off = ''): readonly string[] {
  const { findings } = checkText(flaggedExample(page), 'title: Example', '', off);
  return findings.filter(({ rule }) => rule !== 'unanswered').map(({ rule, message }) => `${rule}: ${message}`);
}

/** For each rule the planted flaws that are no longer found without it, in some version. */
export function neededBy(): ReadonlyMap<string, readonly string[]> {
  const needed = new Map<string, string[]>(RULES.map(({ id }) => [id, []]));
  for (const flaw of FLAWS) {
    const rules = VERSIONS.flatMap((version) => {
      const found = new Set(foundOf(flaw, version).map(({ rule }) => rule));
      return [...found].filter((rule) => verdictOf(flaw, version, rule) !== 'found');
    });
    for (const rule of new Set(rules)) needed.get(rule)?.push(flaw.id);
  }
  return needed;
}

/** What depends on one rule. */
export interface Dependence {
  readonly rule: string;
  /** Planted flaws that only it finds. */
  readonly planted: readonly string[];
  /** Its page's flagged example is found with it and not without it. */
  readonly page: boolean;
}

/** `pages` are the texts of the rules' pages by rule id. */
export function dependences(pages: Readonly<Record<string, string>>): readonly Dependence[] {
  const needed = neededBy();
  return RULES.map(({ id }) => {
    const page = pages[id] ?? '';
    const speaks = (line: string) => line.startsWith(`${id}: `);
    return {
      rule: id,
      planted: needed.get(id) ?? [],
      page: foundIn(page).some(speaks) && !foundIn(page, id).some(speaks),
    };
  });
}
