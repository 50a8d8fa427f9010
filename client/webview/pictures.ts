import {
  diagramPicture,
  heatMapPicture,
  lossPicture,
  type Markup,
  matrixPicture,
  measuresPicture,
  standalone,
  type Theme,
} from '../../server/src/pictures';
import type { Overview, PictureName, WireSimulation } from '../../server/src/protocol';
import { type RowChoice, wantedRows } from './wanted-rows';

export interface Drawn {
  /** The text of a file of its own. */
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** What pictures are drawn of. */
export interface Sources {
  readonly overview: Overview | null;
  readonly simulation: WireSimulation | null;
  /** Which operations the coverage shows. */
  readonly rows: RowChoice;
}

/** A picture as it is saved; null where there is nothing to draw. */
export function drawnAs(name: PictureName, sources: Sources, theme: Theme): Drawn | null {
  const picture = pictureOf(name, sources);
  if (picture === null) return null;
  const { width, height } = picture.attributes;
  return { svg: standalone(picture, theme), width: Number(width), height: Number(height) };
}

function pictureOf(name: PictureName, { overview, simulation, rows }: Sources): Markup | null {
  switch (name) {
    case 'risk-matrix':
      return overview && matrixPicture(overview);
    case 'coverage':
      return overview && heatMapPicture({ apis: wantedRows(overview.apis, rows) });
    case 'data-flow':
      return overview && diagramPicture(overview.diagram);
    case 'expected-loss':
      return simulation && lossPicture(simulation);
    case 'measures':
      return simulation && measuresPicture(simulation);
  }
}

/** The colours of the editor around the page. */
export function currentTheme({ classList }: Pick<Element, 'classList'>): Theme {
  if (classList.contains('vscode-high-contrast-light')) return 'light';
  if (classList.contains('vscode-high-contrast')) return 'contrast';
  return classList.contains('vscode-dark') ? 'dark' : 'light';
}
