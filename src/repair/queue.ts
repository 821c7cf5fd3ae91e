/** A priority queue of numbers (nodes) by numbers (keys): a binary heap. */
export interface Queue {
  push(key: number, node: number): void;
  /** Takes the node of the least key; −1 where the queue is empty. */
  pop(): number;
  clear(): void;
}

export function makeQueue(): Queue {
  const keys: number[] = [];
  const nodes: number[] = [];
  const key = (place: number): number => keys[place] ?? Infinity;
  const move = (from: number, to: number): void => {
    keys[to] = keys[from] ?? Infinity;
    nodes[to] = nodes[from] ?? -1;
  };
  return {
    push(added, node) {
      let place = keys.length;
      keys.push(added);
      nodes.push(node);
      for (let above = (place - 1) >> 1; place > 0 && key(above) > added; above = (place - 1) >> 1) {
        move(above, place);
        place = above;
      }
      keys[place] = added;
      nodes[place] = node;
    },
    pop() {
      const first = nodes[0] ?? -1;
      const last = keys.pop();
      const node = nodes.pop() ?? -1;
      if (last === undefined || keys.length === 0) return first;
      let place = 0;
      for (let below = 1; below < keys.length; below = 2 * place + 1) {
        if (key(below + 1) < key(below)) below += 1;
        if (key(below) >= last) break;
        move(below, place);
        place = below;
      }
      keys[place] = last;
      nodes[place] = node;
      return first;
    },
    clear() {
      keys.length = 0;
      nodes.length = 0;
    },
  };
}
