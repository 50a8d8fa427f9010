import type { Overview } from '../../../server/src/protocol';
import { centre, fit, pan, viewMove, zoom } from '../keyboard/view-moves';
import type { PageContext } from '../page-context';
import type { View } from '../page-state';

/** Keys of the buttons beside the diagram. */
const BUTTONS: Readonly<Record<string, string>> = { 'zoom-in': '+', 'zoom-out': '-', 'zoom-fit': '0' };

/** Moves and zooms the diagram, by mouse, wheel, keys and buttons; what the list beside it names is marked in it. */
export function useDiagram(panel: HTMLElement, { diagram }: Overview, page: PageContext): void {
  const found = partsOf(panel);
  if (found === null) return;
  const { frame, picture } = found;
  const whole = { width: Number(picture.getAttribute('width')), height: Number(picture.getAttribute('height')) };
  // As high as the picture is when it is as wide as the frame; the style sheet says how low and how high at most.
  frame.style.aspectRatio = `${whole.width} / ${whole.height}`;
  const size = () => ({ width: frame.clientWidth, height: frame.clientHeight });
  const seen = () => page.state.view ?? fit(whole, size());
  const show = (view: View | null) => {
    page.keep({ view });
    draw();
  };
  const draw = () => {
    const { x, y, scale } = seen();
    const { width, height } = size();
    picture.setAttribute('viewBox', `${x} ${y} ${width / scale} ${height / scale}`);
  };
  const press = (key: string) => {
    const view = viewMove(key, seen(), whole, size());
    if (view !== null) show(key === '0' ? null : view);
    return view !== null;
  };
  frame.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (press(event.key)) event.preventDefault();
  });
  frame.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const point = { x: event.offsetX, y: event.offsetY };
      if (event.ctrlKey) show(zoom(seen(), Math.exp(-event.deltaY / 200), point));
      else show(pan(seen(), event.deltaX, event.deltaY, whole, size()));
    },
    { passive: false },
  );
  useDragging(frame, (dx, dy) => show(pan(seen(), -dx, -dy, whole, size())));
  for (const [id, key] of Object.entries(BUTTONS)) {
    panel.querySelector(`#${id}`)?.addEventListener('click', () => press(key));
  }
  useMarks(panel, frame, (id) => {
    const box = diagram.nodes.find((node) => node.id === id);
    if (box && page.state.view !== null) show(centre(seen(), box.x + box.width / 2, box.y + box.height / 2, size()));
  });
  new ResizeObserver(draw).observe(frame);
}

function partsOf(panel: HTMLElement) {
  const frame = panel.querySelector<HTMLElement>('#diagram');
  const picture = frame?.querySelector('svg') ?? null;
  return frame === null || picture === null ? null : { frame, picture };
}

/** A movement of fewer pixels is a click. */
const STILL = 4;

function useDragging(frame: HTMLElement, moved: (dx: number, dy: number) => void): void {
  let from: { x: number; y: number } | null = null;
  let dragged = false;
  frame.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    from = { x: event.clientX, y: event.clientY };
    dragged = false;
  });
  frame.addEventListener('pointermove', (event) => {
    if (from === null) return;
    const { clientX, clientY } = event;
    if (!dragged && Math.hypot(clientX - from.x, clientY - from.y) < STILL) return;
    if (!dragged) frame.setPointerCapture(event.pointerId);
    dragged = true;
    moved(clientX - from.x, clientY - from.y);
    from = { x: clientX, y: clientY };
  });
  const end = () => {
    from = null;
  };
  frame.addEventListener('pointerup', end);
  frame.addEventListener('pointercancel', end);
  frame.addEventListener(
    'click',
    (event) => {
      // The end of a movement is no click on what happens to lie there.
      if (dragged) event.stopPropagation();
      dragged = false;
    },
    { capture: true },
  );
}

/** What has the focus or the pointer in the list is marked in the diagram. */
function useMarks(panel: HTMLElement, frame: HTMLElement, shown: (id: string) => void): void {
  const mark = (target: EventTarget | null, focused: boolean) => {
    const id = target instanceof Element ? target.closest<HTMLElement>('[data-part]')?.dataset.part : undefined;
    for (const part of frame.querySelectorAll('.marked')) part.classList.remove('marked');
    if (id === undefined) return;
    frame.querySelector(`[data-part="${CSS.escape(id)}"]`)?.classList.add('marked');
    if (focused) shown(id);
  };
  const list = panel.querySelector('.diagram-list');
  list?.addEventListener('focusin', ({ target }) => mark(target, true));
  list?.addEventListener('mouseover', ({ target }) => mark(target, false));
  list?.addEventListener('mouseleave', () => mark(null, false));
}
