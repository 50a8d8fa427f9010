import { stem } from '../../../coverage';
import type { ApiDescription } from '../../../openapi/types';
import { resolveUri } from '../../../text';
import { titleId } from '../../first-model/guess-apis';
import { Ids, slugOf } from '../../first-model/ids';
import type { Source } from '../source';
import type { Skeleton } from './skeleton';

/** The next API: a description of the workspace that has none, named after its file, or its title where that says more. */
export function apis(source: Source): Skeleton[] {
  const spec = nextSpec(source);
  return [
    {
      label: 'API',
      detail: `A new API by its description, such as ${spec}`,
      name: idFor(spec, describedBy(source, spec)),
      value: [
        ['spec', spec],
        ['exposure', 'internet'],
      ],
    },
  ];
}

/** The title of the description that a new model begins with; empty where it has none. */
export function titleOfNext(source: Source): string {
  return describedBy(source, nextSpec(source))?.title.trim() ?? '';
}

function nextSpec(source: Source): string {
  const named = [...source.apis, ...source.called].map(({ api }) => api.description.uri);
  const files = source.filesOf('openapi');
  const free = files.find((path) => !named.includes(resolveUri(source.input.uri, path)));
  return free ?? files[0] ?? './openapi.yaml';
}

function describedBy(source: Source, spec: string): ApiDescription | undefined {
  const uri = resolveUri(source.input.uri, spec);
  return source.input.analysis.apis.find(({ description }) => description.uri === uri)?.description;
}

function idFor(spec: string, description: ApiDescription | undefined): string {
  const file = slugOf(stem(spec));
  const isTelling = file !== '' && !/^(?:openapi|swagger|api)$/.test(file);
  const title = description === undefined ? '' : titleId(description);
  return new Ids().take((isTelling ? file : title) || 'api');
}
