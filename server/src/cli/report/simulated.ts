import { type Place, rangeOf, type Simulation, type Workspace } from '../../core/index';
import { pathFrom, pathOf } from './paths';

/** A simulation, and what it takes to say where things stand. */
export interface ToldSimulation {
  readonly simulation: Simulation;
  readonly workspace: Workspace;
  readonly workingDirectory: string;
  /** Ids of the APIs that were simulated. */
  readonly apis: readonly string[];
  readonly notChecked: readonly { readonly path: string; readonly reason: string }[];
}

export interface Located {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Says where a place is, counted from 1; null for none. */
export function locator({ workspace, workingDirectory }: ToldSimulation): (place: Place | null) => Located | null {
  return (place) => {
    const document = place === null ? undefined : workspace.get(place.uri);
    const range = place === null || document === undefined ? null : rangeOf(document, place);
    if (place === null || range === null) return null;
    const { line, character } = range.start;
    return { file: pathFrom(workingDirectory, pathOf(place.uri)), line: line + 1, column: character + 1 };
  };
}
