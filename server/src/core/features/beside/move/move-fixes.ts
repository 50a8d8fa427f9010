import { sitesOf } from '../../../coverage';
import type { Analysis } from '../../../coverage/types';
import { readSite } from '../../../model';
import type { Place, Range } from '../../../text';
import type { Workspace } from '../../../workspace';
import type { Fix } from '../../diagnostic';
import { lastSegment } from '../../first-model/places';
import { placedAt } from '../../locate';
import type { Spot } from '../spot';
import { movedToDescription } from './to-description';
import { movedToModel } from './to-model';

/** What moves the answer at whose name the cursor stands between the model and the description. */
export function moveFixes(workspace: Workspace, analysis: Analysis, uri: string, range: Range): Fix[] {
  const isHere = placedAt(workspace, uri, range);
  return [...toModel(workspace, analysis, isHere), ...toDescription(workspace, analysis, uri, isHere)];
}

type IsHere = (at: Place) => boolean;

function toModel(workspace: Workspace, analysis: Analysis, isHere: IsHere): Fix[] {
  return analysis.apis.flatMap((api) =>
    sitesOf(api.description).flatMap((site) => {
      const entry = readSite(site).entries.find(({ at }) => isHere(at));
      const moved = entry === undefined ? null : movedToModel(workspace, analysis, api, site, entry);
      if (moved === null) return [];
      const { model, ...change } = moved;
      return [fixOf(`Move this answer to ${lastSegment(model)}`, change)];
    }),
  );
}

function toDescription(workspace: Workspace, analysis: Analysis, uri: string, isHere: IsHere): Fix[] {
  const model = analysis.models.find((one) => one.uri === uri);
  const entries = model === undefined ? [] : [...model.mitigations, ...model.notApplicable];
  const entry = entries.find(({ at }) => isHere(at));
  if (model === undefined || entry === undefined) return [];
  // An editor asks at every move of the cursor.
  const last = made.get(entry);
  if (last?.analysis === analysis) return last.fixes;
  const fixes = published(movedToDescription(workspace, analysis, model, entry));
  made.set(entry, { analysis, fixes });
  return fixes;
}

const made = new WeakMap<object, { readonly analysis: Analysis; readonly fixes: Fix[] }>();

function published(moved: ReturnType<typeof movedToDescription>): Fix[] {
  if (moved === null) return [];
  const { spot, ...change } = moved;
  const title = `Move this answer into ${lastSegment(spot.uri)}, to ${reachOf(spot)} (it is published with it)`;
  // Made at once: in a preview one file could be ticked without the other, and the answer be lost or stand twice.
  return [fixOf(title, change)];
}

function fixOf(title: string, change: Pick<Fix, 'edits' | 'refused'> | { readonly refused: string }): Fix {
  return { title, kind: 'move', diagnostics: [], edits: [], preferred: false, ...change };
}

function reachOf({ reach }: Spot): string {
  return reach === 'operation' ? 'its operation' : reach === 'path' ? 'its path' : 'its root';
}
