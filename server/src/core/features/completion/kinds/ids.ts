import { thingOf } from '../../../model/schema/things';
import type { Candidate } from '../item';
import type { Source } from '../source';

/** Ids of entries under these root keys that are not named already. */
export function idItems(source: Source, sections: readonly string[], taken: ReadonlySet<string>): Candidate[] {
  return source.named(sections).flatMap(({ id, section, title }): Candidate[] => {
    if (taken.has(id)) return [];
    const thing = thingOf(section);
    const detail = title === '' ? thing : `${thing} · ${title}`;
    return [{ label: id, kind: 'reference', text: id, detail, about: { role: 'reference', name: id } }];
  });
}
