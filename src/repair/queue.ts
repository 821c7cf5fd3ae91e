/**
 * A priority queue of numbers (nodes) by numbers (keys) that never fall below the last one taken: a binary heap, beside
 * which nodes of that very key wait on a stack.
 */
export class Queue {
  private readonly keys: number[] = [];
  private readonly nodes: number[] = [];
  private size = 0;
  private readonly level: number[] = [];
  private waiting = 0;
  private least = 0;

  push(key: number, node: number): void {
    if (key === this.least) {
      this.level[this.waiting] = node;
      this.waiting += 1;
      return;
    }
    const { keys, nodes } = this;
    let place = this.size;
    this.size += 1;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const upper = keys[above] ?? Infinity;
      if (upper <= key) break;
      keys[place] = upper;
      nodes[place] = nodes[above] ?? -1;
      place = above;
    }
    keys[place] = key;
    nodes[place] = node;
  }

  /** Takes a node of the least key; −1 where the queue is empty. */
  pop(): number {
    if (this.waiting > 0) {
      this.waiting -= 1;
      return this.level[this.waiting] ?? -1;
    }
    if (this.size === 0) return -1;
    const { keys, nodes } = this;
    const first = nodes[0] ?? -1;
    this.least = keys[0] ?? 0;
    this.size -= 1;
    const { size } = this;
    const key = keys[size] ?? 0;
    let place = 0;
    for (let below = 1; below < size; below = 2 * place + 1) {
      if (below + 1 < size && (keys[below + 1] ?? 0) < (keys[below] ?? 0)) below += 1;
      const lower = keys[below] ?? 0;
      if (lower >= key) break;
      keys[place] = lower;
      nodes[place] = nodes[below] ?? -1;
      place = below;
    }
    keys[place] = key;
    nodes[place] = nodes[size] ?? -1;
    return first;
  }

  /** Empties the queue; keys start from 0 again. */
  clear(): void {
    this.size = 0;
    this.waiting = 0;
    this.least = 0;
  }
}
