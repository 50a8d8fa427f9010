import { sectionRows } from './asvs-sections';

/**
 * The title of the section that a requirement of OWASP ASVS 5.0.0 stands in, by its id without the `V` (`8.2.2`), or
 * undefined where there is no such requirement. Source: `5.0/docs_en` of the repository OWASP/ASVS, the English CSV.
 */
export function asvsSection(id: string): string | undefined {
  const end = id.lastIndexOf('.');
  const section = sections().get(id.slice(0, end));
  const number = Number(id.slice(end + 1));
  return section !== undefined && number >= 1 && number <= section.requirements ? section.title : undefined;
}

interface Section {
  readonly requirements: number;
  readonly title: string;
}

let known: ReadonlyMap<string, Section> | undefined;

function sections(): ReadonlyMap<string, Section> {
  known ??= new Map(
    sectionRows()
      .split('\n')
      .map((row) => {
        const [id = '', requirements = '', title = ''] = row.split('|');
        return [id, { requirements: Number(requirements), title }];
      }),
  );
  return known;
}
