import type { PictureFormat, PictureName } from '../../../server/src/protocol';
import type { Page } from '../page';
import { currentTheme, type Drawn, drawnAs } from '../pictures';

/** Larger ones are no canvas in Chromium. */
const LONGEST_SIDE = 16_000;
const LARGEST_AREA = 200_000_000;

/** Draws the picture as a file and gives it to the client, which asks where to put it. */
export async function savePicture(page: Page, name: PictureName, format: PictureFormat): Promise<void> {
  const drawn = drawnAs(name, sourcesOf(page), currentTheme(document.body));
  if (drawn === null) return;
  try {
    const bytes = format === 'svg' ? new TextEncoder().encode(drawn.svg) : await toPng(drawn);
    page.host.tell({ type: 'save', name, format, bytes });
  } catch (error) {
    page.host.tell({ type: 'log', message: `The picture could not be drawn: ${String(error)}` });
  }
}

const sourcesOf = ({ overview, simulation, state }: Page) => ({ overview, simulation: simulation.result, rows: state });

async function toPng({ svg, width, height }: Drawn): Promise<Uint8Array> {
  // Twice as fine as on the screen, as long as a canvas can be so large.
  const scale = Math.min(2, LONGEST_SIDE / Math.max(width, height), Math.sqrt(LARGEST_AREA / (width * height)));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('there is no canvas');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (blob === null) throw new Error('the canvas is too large');
  return new Uint8Array(await blob.arrayBuffer());
}
