import type { Analysis } from '../../coverage/types';
import { driftWords } from '../../drift';
import { type InventoryRow, inventoryOf, reviewedAgo } from '../../inventory';
import { capital } from '../capital';
import { counted } from '../counted';
import { modelDrifts } from '../drift/model-drift';
import { firstOf, type StatusNode } from './status-node';

/** Every API with what is to be looked at, and what has changed of it since the last review of its models. */
export function inventoryTree(analysis: Analysis): readonly StatusNode[] {
  return inventoryOf(analysis).map((row) => apiNode(analysis, row));
}

function apiNode(analysis: Analysis, row: InventoryRow): StatusNode {
  const id = `${row.uri} ${row.id}`;
  const notes = row.notes.map(
    ({ code, text }): StatusNode => ({
      id: `${id}/${code} ${text}`,
      label: capital(text),
      description: '',
      detail: '',
      tone: 'waiting',
      at: row.at,
      children: [],
    }),
  );
  const children = [...notes, ...changesOf(analysis, row, id)];
  return {
    id,
    label: row.title === '' ? row.id : row.title,
    description: factsOf(row).join(' · '),
    detail: [
      `Called ${row.id}`,
      ...row.servers,
      ...(row.data.length === 0 ? [] : [`Data: ${row.data.join(', ')}`]),
    ].join('\n'),
    tone: row.description === null ? 'bad' : children.length === 0 ? 'good' : 'waiting',
    at: row.at,
    children: firstOf(children, id),
  };
}

/** What is to be looked at stands first: a narrow view cuts the end. */
function factsOf({
  version,
  lifecycle,
  exposure,
  owner,
  operations,
  age,
  urgent,
  description,
}: InventoryRow): string[] {
  const facts = [
    urgent === 0 ? '' : `${urgent} high or critical open`,
    lifecycle === 'production' ? '' : lifecycle,
    exposure,
    description === null ? '' : counted(operations, 'operation'),
    age === null ? '' : reviewedAgo(age),
    owner,
    version,
  ];
  return facts.filter((fact) => fact !== '');
}

function changesOf(analysis: Analysis, { models, id: api }: InventoryRow, id: string): StatusNode[] {
  return modelDrifts(analysis)
    .filter(({ model }) => models.includes(model))
    .flatMap(({ model, reading, drifts }) =>
      drifts
        .filter((drift) => drift.key === api || drift.key.startsWith(`${api} `))
        .map((drift): StatusNode => {
          const day = reading?.lock.reviewed ?? '';
          return {
            id: `${id}/${model.uri} ${drift.key}`,
            label: driftWords(drift),
            description: day === '' ? 'since the last review' : `since ${day}`,
            detail: '',
            tone: 'waiting',
            at: drift.now?.at ?? model.reviewed?.at ?? model.at,
            children: [],
          };
        }),
    );
}
