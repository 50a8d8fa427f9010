import type { View } from '../page-state';

export interface Size {
  readonly width: number;
  readonly height: number;
}

const SMALLEST = 0.1;
const LARGEST = 4;
/** Pixels of the screen that an arrow key moves. */
const STEP = 60;
const ZOOM = 1.25;

const within = (scale: number) => Math.max(SMALLEST, Math.min(LARGEST, scale));

/** All of a picture in the middle of a frame, no larger than it is drawn. */
export function fit(picture: Size, frame: Size): View {
  const scale = within(Math.min(frame.width / picture.width, frame.height / picture.height, 1));
  return {
    scale,
    x: (picture.width - frame.width / scale) / 2,
    y: (picture.height - frame.height / scale) / 2,
  };
}

/** Larger or smaller by a factor; what lies under the point (in pixels of the frame) stays there. */
export function zoom(view: View, factor: number, point: { readonly x: number; readonly y: number }): View {
  const scale = within(view.scale * factor);
  return {
    scale,
    x: view.x + point.x / view.scale - point.x / scale,
    y: view.y + point.y / view.scale - point.y / scale,
  };
}

/** Moved by pixels of the screen; something of the picture stays in view. */
export function pan(view: View, dx: number, dy: number, picture: Size, frame: Size): View {
  const keep = (at: number, whole: number, seen: number) => Math.max(-seen * 0.9, Math.min(whole - seen * 0.1, at));
  return {
    scale: view.scale,
    x: keep(view.x + dx / view.scale, picture.width, frame.width / view.scale),
    y: keep(view.y + dy / view.scale, picture.height, frame.height / view.scale),
  };
}

/** Moved so that a point of the picture lies in the middle. */
export function centre(view: View, x: number, y: number, frame: Size): View {
  return { scale: view.scale, x: x - frame.width / view.scale / 2, y: y - frame.height / view.scale / 2 };
}

/** What a key does to the view: arrows move it, plus and minus zoom, 0 fits all in; null for any other key. */
export function viewMove(key: string, view: View, picture: Size, frame: Size): View | null {
  const middle = { x: frame.width / 2, y: frame.height / 2 };
  switch (key) {
    case 'ArrowLeft':
      return pan(view, -STEP, 0, picture, frame);
    case 'ArrowRight':
      return pan(view, STEP, 0, picture, frame);
    case 'ArrowUp':
      return pan(view, 0, -STEP, picture, frame);
    case 'ArrowDown':
      return pan(view, 0, STEP, picture, frame);
    case '+':
    case '=':
      return zoom(view, ZOOM, middle);
    case '-':
    case '_':
      return zoom(view, 1 / ZOOM, middle);
    case '0':
      return fit(picture, frame);
    default:
      return null;
  }
}
