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

const STATUSES = ['implemented', 'planned', 'missing'];

/** One answer of a generated model, six or seven lines. */
function mitigation(index) {
  const place = `/group-${index % 20}/things-${index}/{id}`;
  const covers =
    index % 3 === 0 ? `tampering on POST ${place}` : `disclosure and elevation on operation getThing${index}`;
  return [
    `  measure-${index}:`,
    `    title: What keeps thing ${index} safe`,
    index % 5 === 0 ? '    control: ownership-check' : `    ticket: THING-${index}`,
    `    covers: [threat-${index % 20}, "${covers}"]`,
    `    status: ${STATUSES[index % 3]}`,
    '    owner: team-things',
  ];
}

/** A model of about 2000 lines: 300 answers, twenty threats, data and people, over `description(1000)` in `generated.yaml`. */
export function model(answers) {
  const threats = Array.from({ length: 20 }, (_, index) => [
    `  threat-${index}:`,
    `    title: Thing ${index} is read by others`,
    `    affects: ANY /group-${index}/**`,
    '    stride: [disclosure, elevation]',
    '    dread: 8/9/7/8/6',
    '    harms: customer',
  ]).flat();
  const exempt = Array.from(
    { length: 60 },
    (_, index) => `  repudiation on operation getThing${index + 300}: Nobody cares`,
  );
  return [
    'stridewise: 1',
    'title: Generated',
    'apis:',
    '  store: { spec: ./generated.yaml, exposure: internet }',
    'data:',
    '  customer: { class: personal, fields: [field_1_1, field_2_1] }',
    'threats:',
    ...threats,
    'mitigations:',
    ...Array.from({ length: answers }, (_, index) => mitigation(index)).flat(),
    'notApplicable:',
    ...exempt,
    '',
  ].join('\n');
}

/** Writes the model beside a generated description. */
export function writeModel(folder, answers) {
  const file = join(folder, 'generated.threats.yaml');
  writeFileSync(file, model(answers));
  return file;
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
