/** How descriptions and models stand: what an editor shows around their texts. */

export { fileMarks, type Mark } from './file-marks';
export { type FileCoverage, type FileStanding, fileCoverage, fileStandings } from './file-standing';
export {
  type SpecLens,
  type SpecLensMode,
  type SpecSubject,
  specLenses,
  specLensPlaces,
  specLensTitle,
} from './spec-lens';
