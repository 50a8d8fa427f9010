import { stem } from '../../coverage';
import type { Analysis } from '../../coverage/types';
import { type ModelProcess, processesOf, type Stage, type StageItem, type StageState } from '../../process';
import { firstOf, type StatusNode, type Tone } from './status-node';

const TONES: Readonly<Record<StageState, Tone>> = { complete: 'good', partial: 'waiting', empty: 'bad' };

/** PASTA's stages of a model as a checklist; below one line for each model where there are several. */
export function processTree(analysis: Analysis): readonly StatusNode[] {
  const processes = processesOf(analysis);
  const [only] = processes;
  if (processes.length === 1 && only !== undefined) return only.stages.map((stage) => stageNode(stage, only));
  return processes.map((process) => ({
    id: process.model.uri,
    label: process.model.title === '' ? stem(process.model.uri).replace(/\.threats$/, '') : process.model.title,
    description: progressOf(process),
    detail: '',
    tone: process.complete === process.stages.length ? 'good' : 'waiting',
    at: process.model.at,
    children: process.stages.map((stage) => stageNode(stage, process)),
  }));
}

/** `5 of 7`. */
export function progressOf({ complete, stages }: Pick<ModelProcess, 'complete' | 'stages'>): string {
  return `${complete} of ${stages.length}`;
}

function stageNode({ number, id, title, state, items }: Stage, { model }: ModelProcess): StatusNode {
  const key = `${model.uri} ${id}`;
  const left = items.filter(({ done }) => !done);
  return {
    id: key,
    label: `${number}. ${title}`,
    description: state,
    detail: left.map(({ text }) => text).join('\n'),
    tone: TONES[state],
    at: null,
    // What is missing comes first: it is what somebody looks for.
    children: [...left, ...items.filter(({ done }) => done)].map((item, index) => itemNode(item, `${key}/${index}`)),
  };
}

function itemNode({ text, done, missing }: StageItem, id: string): StatusNode {
  const [only] = missing;
  const places = missing.map((one, index): StatusNode => {
    return {
      id: `${id}/${index}`,
      label: one.text,
      description: '',
      detail: '',
      tone: 'plain',
      at: one.at,
      children: [],
    };
  });
  return {
    id,
    label: text,
    description: '',
    detail: '',
    tone: done ? 'good' : 'waiting',
    at: missing.length === 1 ? (only?.at ?? null) : null,
    children: missing.length > 1 ? firstOf(places, id) : [],
  };
}
