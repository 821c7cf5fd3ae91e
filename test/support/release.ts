import type { Assistant, RepairPreview } from '../../src/app/assistant';
import type { Examination } from '../../src/app/check';
import { planRoundingRepair } from '../../src/app/repair';
import type { CellRef } from '../../src/workbook/address';

const cellsOf = ({ release }: RepairPreview): CellRef[] => release.flatMap(({ cells }) => [...cells]);

/** The plan once the grand totals that exclude one another have been released, as few of them as need be. */
export async function planReleased(assistant: Assistant, pinned: readonly CellRef[] = []): Promise<RepairPreview> {
  return assistant.planRepair({ pinned, released: cellsOf(await assistant.planRepair({ pinned })) });
}

/** {@link planReleased} of an examination. */
export function planReleasedRepair(examination: Examination): RepairPreview {
  return planRoundingRepair(examination, { released: cellsOf(planRoundingRepair(examination)) });
}
