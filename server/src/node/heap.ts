import { setFlagsFromString } from 'node:v8';

/**
 * Has garbage collected once the heap is a quarter larger than what is alive. Node's own choice is four times as large: an
 * editor would see the server grow over a thousand edits of a large file, and a collection costs no more than a keystroke.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=25');
}
