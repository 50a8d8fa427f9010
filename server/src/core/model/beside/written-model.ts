import type { AnswerSite } from '../../openapi/types';
import { writtenSites } from '../../openapi/written-sites';
import { openDocument, type SourceDocument } from '../../text';
import { type Path, pathOf } from '../../text/edit';
import { readModel } from '../read/read-model';
import type { Model, Statement } from '../types';
import { readSite } from './read-site';

/**
 * The answers that a file of a description holds, by its text alone, as a model that says nothing else: for those who tell how they
 * have changed. A place that is left out is named by where it stands.
 */
export function writtenModel(document: SourceDocument): Model {
  const nothing = readModel(openDocument(document.uri, 'stridewise: 1\n', 'model'));
  const named = writtenSites(document).map((site) => ({
    entries: readSite(site).entries,
    place: placeOf(document, site),
  }));
  return {
    ...nothing,
    mitigations: named.flatMap(({ entries, place }) =>
      entries.flatMap(({ mitigation }) => {
        if (mitigation === undefined) return [];
        const at = (statement: Statement) => atPlace(statement, place);
        const { covers, except, removes } = mitigation;
        return [{ ...mitigation, covers: covers.map(at), except: except.map(at), removes: removes.map(at) }];
      }),
    ),
    notApplicable: named.flatMap(({ entries, place }) =>
      entries.flatMap(({ notApplicable: entry }) =>
        entry === undefined ? [] : [{ ...entry, statement: atPlace(entry.statement, place) }],
      ),
    ),
  };
}

function atPlace(statement: Statement, place: string): Statement {
  const { what, where, text } = statement;
  if (where.kind !== 'here' || place === '') return statement;
  if (what === null) return { ...statement, text: where.part === '' ? place : `${place} ${where.part}` };
  return {
    ...statement,
    text: where.part === '' ? `${text} on ${place}` : text.replace(/ on (\S+)$/, ` on ${place} $1`),
  };
}

/** `GET /orders`, `ANY /orders`, `webhook told`; empty at the root of a description. */
function placeOf(document: SourceDocument, { at }: AnswerSite): string {
  const path: Path = pathOf(document, at) ?? [];
  const [section, name = '', ...rest] = path.slice(0, -1);
  const method = rest.map(String).join(' ');
  if (section === 'paths') return `${method === '' ? 'ANY' : method.toUpperCase()} ${name}`;
  if (section === 'webhooks' || section === 'x-webhooks') return `webhook ${name}`;
  return path.slice(0, -1).join('/');
}
