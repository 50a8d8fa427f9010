import type { Candidate } from '../item';
import type { Source } from '../source';

/** What a section's entries are, in one word. */
const THINGS: Readonly<Record<string, string>> = {
  apis: 'API',
  environments: 'environment',
  goals: 'goal',
  data: 'data',
  zones: 'zone',
  actors: 'actor',
  components: 'component',
  businessFlows: 'business flow',
  threats: 'threat',
};

/** Ids of entries under these root keys that are not named already. */
export function idItems(source: Source, sections: readonly string[], taken: ReadonlySet<string>): Candidate[] {
  return source.named(sections).flatMap(({ id, section, title }): Candidate[] => {
    if (taken.has(id)) return [];
    const thing = THINGS[section] ?? section;
    const detail = title === '' ? thing : `${thing} · ${title}`;
    return [{ label: id, kind: 'reference', text: id, detail, about: { role: 'reference', name: id } }];
  });
}
