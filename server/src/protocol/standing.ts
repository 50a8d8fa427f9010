import type { WireLocation, WirePosition } from './messages';

/** How much is said above the lines of a description: nothing, a summary at its top (usual), or of each operation too. */
export type SpecLensMode = 'off' | 'summary' | 'full';

/** client -> server: from now on descriptions have lenses of this mode, with `SpecLensParams`. */
export const SPEC_LENS = 'stridewise/specLens';

export interface SpecLensParams {
  readonly mode: SpecLensMode;
}

/** The argument of the command that shows what a lens of a description counts; what it leads to is asked for then. */
export interface LensSubject {
  readonly uri: string;
  readonly position: WirePosition;
  /** An operation is told by its name. */
  readonly subject: 'findings' | 'questions' | { readonly operation: string };
}

/** client -> server: the places that such a lens speaks of, the worst first, `LensSubject` -> `WireLocation[]`. */
export const LENS_PLACES = 'stridewise/lensPlaces';

export type LensPlaces = readonly WireLocation[];

/** client -> server: the client threw the last diagnostics that it had asked for away, with `FileParams`. */
export const DIAGNOSTICS_LOST = 'stridewise/diagnosticsLost';

/** client -> server: how far a file is answered, `FileParams` -> `FileCoverage | null`; null for what is no description and no model. */
export const FILE_COVERAGE = 'stridewise/fileCoverage';

export interface FileParams {
  readonly uri: string;
}

export interface FileCoverage {
  /** Categories that somebody must have thought of, of all operations, and those of them that are settled. */
  readonly questions: number;
  readonly answered: number;
  /** Open findings above the line that is acceptable. */
  readonly above: number;
}

export type Mark = 'critical' | 'high' | 'medium' | 'low' | 'open' | 'answered';

/** client -> server: the lines of a file with something to mark, from 0, `FileParams` -> `FileMarks`. */
export const FILE_MARKS = 'stridewise/fileMarks';

export type FileMarks = Readonly<Partial<Record<Mark, readonly number[]>>>;

/** server -> client: what is open above the line in files, of those alone where that has changed, with `FileStandings`. */
export const FILE_STANDINGS = 'stridewise/fileStandings';

export interface FileStandings {
  readonly files: readonly FileStanding[];
}

export interface FileStanding {
  readonly uri: string;
  /** How many; 0 where nothing is open any more. */
  readonly above: number;
  /** Of the worst. */
  readonly level: 'note' | 'low' | 'medium' | 'high' | 'critical';
}
