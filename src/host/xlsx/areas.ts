import type { Area } from '../../workbook/address';
import type { Position } from './position';

/** Rectangles that cover exactly these cells, each cell once: runs down a column, joined across equal neighbours. */
export function coverCells(cells: readonly Position[]): Area[] {
  const runs: Area[] = [];
  for (const { row, column } of [...cells].sort((a, b) => a.column - b.column || a.row - b.row)) {
    const last = runs.at(-1);
    if (last?.left === column && last.bottom + 1 === row) runs[runs.length - 1] = { ...last, bottom: row };
    else if (last?.left !== column || last.bottom !== row) {
      runs.push({ top: row, left: column, bottom: row, right: column });
    }
  }
  const areas: Area[] = [];
  for (const run of runs.sort((a, b) => a.top - b.top || a.bottom - b.bottom || a.left - b.left)) {
    const last = areas.at(-1);
    const joins = last?.top === run.top && last.bottom === run.bottom && last.right + 1 === run.left;
    if (joins) areas[areas.length - 1] = { ...last, right: run.right };
    else areas.push(run);
  }
  return areas;
}
