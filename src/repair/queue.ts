/**
 * A priority queue of numbers (nodes) by numbers (keys) that never fall below the last one taken: a binary heap, beside
 * which nodes of that very key wait on a stack.
 */
export interface Queue {
  push(key: number, node: number): void;
  /** Takes a node of the least key; −1 where the queue is empty. */
  pop(): number;
  /** Empties the queue; keys start from 0 again. */
  clear(): void;
}

export function makeQueue(): Queue {
  const keys: number[] = [];
  const nodes: number[] = [];
  const level: number[] = [];
  let size = 0;
  let waiting = 0;
  let least = 0;
  const put = (place: number, key: number, node: number): void => {
    keys[place] = key;
    nodes[place] = node;
  };
  const keyAt = (place: number): number => keys[place] ?? Infinity;
  const nodeAt = (place: number): number => nodes[place] ?? -1;
  return {
    push(key, node) {
      if (key === least) {
        level[waiting] = node;
        waiting += 1;
        return;
      }
      let place = size;
      size += 1;
      for (let above = (place - 1) >> 1; place > 0 && keyAt(above) > key; above = (place - 1) >> 1) {
        put(place, keyAt(above), nodeAt(above));
        place = above;
      }
      put(place, key, node);
    },
    pop() {
      if (waiting > 0) {
        waiting -= 1;
        return level[waiting] ?? -1;
      }
      if (size === 0) return -1;
      const first = nodeAt(0);
      least = keyAt(0);
      size -= 1;
      const last = keyAt(size);
      let place = 0;
      for (let below = 1; below < size; below = 2 * place + 1) {
        if (below + 1 < size && keyAt(below + 1) < keyAt(below)) below += 1;
        if (keyAt(below) >= last) break;
        put(place, keyAt(below), nodeAt(below));
        place = below;
      }
      put(place, last, nodeAt(size));
      return first;
    },
    clear() {
      size = 0;
      waiting = 0;
      least = 0;
    },
  };
}
