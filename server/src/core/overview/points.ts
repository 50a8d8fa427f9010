import type { WirePoint } from '../../protocol';
import { locate } from '../features';
import type { Place } from '../text';
import type { Workspace } from '../workspace';

/** Says where places are as points, and collects the files that they are in. */
export class Points {
  readonly #files = new Map<string, number>();

  constructor(private readonly workspace: Workspace | undefined) {}

  /** Null for no place, and for one whose text is gone. */
  of(place: Place | null): WirePoint | null {
    const found = place === null || this.workspace === undefined ? null : locate(this.workspace, place);
    if (found === null) return null;
    const { line, character } = found.range.start;
    return [this.#file(found.uri), line, character];
  }

  get files(): readonly string[] {
    return [...this.#files.keys()];
  }

  #file(uri: string): number {
    const known = this.#files.get(uri);
    if (known !== undefined) return known;
    this.#files.set(uri, this.#files.size);
    return this.#files.size - 1;
  }
}
