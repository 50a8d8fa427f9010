// Input for a bench without a corpus: a large description, a small one, and a folder of many files.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump } from 'js-yaml';

const prose = 'What this is for, how it behaves, and what a caller should know of it before using it. '.repeat(8);

function schema(index) {
  const properties = { id: { type: 'integer', readOnly: true } };
  for (let field = 0; field < 24; field++) {
    properties[`field_${index}_${field}`] = {
      type: field % 3 ? 'string' : 'integer',
      description: prose.slice(0, 120),
    };
  }
  properties.parent = { $ref: `#/components/schemas/Thing${(index * 7) % 400}` };
  return { type: 'object', description: prose, properties };
}

function operation(index, method) {
  const ref = { $ref: `#/components/schemas/Thing${index % 400}` };
  const content = { 'application/json': { schema: ref, examples: { one: { value: { id: index, note: prose } } } } };
  return {
    operationId: `${method}Thing${index}`,
    summary: `Thing ${index}`,
    description: prose.repeat(3),
    tags: [`group-${index % 20}`],
    parameters: [
      { name: 'limit', in: 'query', description: prose, schema: { type: 'integer' } },
      { name: 'filter', in: 'query', description: prose, schema: { type: 'string' } },
    ],
    ...(method === 'post' ? { requestBody: { content } } : {}),
    responses: { 200: { description: prose, content }, 404: { description: 'There is no such thing.' } },
  };
}

/** A description of `operations` operations; 1200 make about 10 MB of YAML. */
export function description(operations) {
  const paths = {};
  for (let index = 0; index < operations / 2; index++) {
    paths[`/group-${index % 20}/things-${index}/{id}`] = {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
      get: operation(index, 'get'),
      post: operation(index, 'post'),
    };
  }
  const schemas = Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`Thing${index}`, schema(index)]));
  return {
    openapi: '3.0.3',
    info: { title: 'Generated', version: '1.0.0' },
    servers: [{ url: 'https://api.example.com' }],
    paths,
    components: { schemas },
  };
}

/** Writes a description as YAML, and as JSON beside it. */
export function writeDescription(folder, operations) {
  mkdirSync(folder, { recursive: true });
  const value = description(operations);
  const yaml = join(folder, 'generated.yaml');
  writeFileSync(yaml, dump(value, { lineWidth: 120, noRefs: true }));
  writeFileSync(join(folder, 'generated.json'), JSON.stringify(value, null, 2));
  return yaml;
}

const FOLDERS = 250;

/** Writes `count` YAML and JSON files of which three are descriptions. */
export function writeManyFiles(folder, count) {
  const spec = dump(description(2));
  for (let index = 0; index < count; index++) {
    const place = join(folder, `folder-${index % FOLDERS}`);
    if (index < FOLDERS) mkdirSync(place, { recursive: true });
    const value = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: `config-${index}` }, data: { note: prose } };
    if (index % Math.floor(count / 3) === 7) writeFileSync(join(place, `file-${index}.yaml`), spec);
    else if (index % 2) writeFileSync(join(place, `file-${index}.json`), JSON.stringify(value));
    else writeFileSync(join(place, `file-${index}.yaml`), dump(value));
  }
}
