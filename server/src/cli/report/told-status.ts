import type { Analysis } from '../../core/index';
import type { StatusOptions } from '../arguments';
import { load } from '../files/load';
import { progressOn } from '../progress';
import { analysisOf } from './analysed';
import type { Standpoint } from './located';

/** An analysis of what was given, and what it takes to say where things stand. */
export interface ToldStatus extends Standpoint {
  readonly analysis: Analysis;
  readonly notChecked: readonly { readonly path: string; readonly reason: string }[];
}

/** Reads what the options name and analyses it. Throws a UsageError. */
export async function toldStatus({ paths, models }: StatusOptions): Promise<ToldStatus> {
  const workingDirectory = process.cwd();
  const progress = progressOn(process.stderr);
  const { workspace, notChecked } = await load({ paths, models }, workingDirectory, progress).finally(progress.done);
  return { analysis: analysisOf(workspace), workspace, workingDirectory, notChecked: [...notChecked] };
}
