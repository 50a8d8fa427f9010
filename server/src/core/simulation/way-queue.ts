/** A way from a start to a node. */
export interface Way {
  readonly node: number;
  readonly probability: number;
  /** The edge that leads here, and the way before it; null at a start. */
  readonly last: { readonly edge: number; readonly before: Way } | null;
}

/** A heap of ways, the likeliest on top; of equals the one that came first. */
export class WayQueue {
  readonly #heap: { readonly way: Way; readonly order: number }[] = [];
  #order = 0;

  push(way: Way): void {
    const heap = this.#heap;
    let at = heap.push({ way, order: this.#order++ }) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.#isBefore(at, above)) return;
      this.#swap(at, above);
      at = above;
    }
  }

  pop(): Way | undefined {
    const heap = this.#heap;
    const [top] = heap;
    const last = heap.pop();
    if (top === undefined || last === undefined || heap.length === 0) return top?.way;
    heap[0] = last;
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      const right = left + 1;
      let least = at;
      if (left < heap.length && this.#isBefore(left, least)) least = left;
      if (right < heap.length && this.#isBefore(right, least)) least = right;
      if (least === at) return top.way;
      this.#swap(at, least);
      at = least;
    }
  }

  #isBefore(first: number, second: number): boolean {
    const one = this.#heap[first];
    const other = this.#heap[second];
    if (one === undefined || other === undefined) return false;
    return one.way.probability === other.way.probability
      ? one.order < other.order
      : one.way.probability > other.way.probability;
  }

  #swap(first: number, second: number): void {
    const heap = this.#heap;
    [heap[first], heap[second]] = [heap[second] as (typeof heap)[0], heap[first] as (typeof heap)[0]];
  }
}
