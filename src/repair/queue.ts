export interface Queue<T> {
  push(key: number, item: T): void;
  /** Takes the item of the least key; undefined where the queue is empty. */
  pop(): T | undefined;
}

interface Entry<T> {
  readonly key: number;
  readonly item: T;
}

/** A priority queue: a binary heap. */
export function makeQueue<T>(): Queue<T> {
  const heap: Entry<T>[] = [];
  return {
    push(key, item) {
      let at = heap.length;
      const entry = { key, item };
      heap.push(entry);
      while (at > 0) {
        const parent = (at - 1) >> 1;
        const above = heap[parent];
        if (above === undefined || above.key <= key) break;
        heap[at] = above;
        at = parent;
      }
      heap[at] = entry;
    },
    pop() {
      const [first] = heap;
      const last = heap.pop();
      if (first === undefined || last === undefined || heap.length === 0) return first?.item;
      let at = 0;
      for (;;) {
        let child = 2 * at + 1;
        let below = heap[child];
        const right = heap[child + 1];
        if (below === undefined) break;
        if (right !== undefined && right.key < below.key) {
          child += 1;
          below = right;
        }
        if (below.key >= last.key) break;
        heap[at] = below;
        at = child;
      }
      heap[at] = last;
      return first.item;
    },
  };
}
