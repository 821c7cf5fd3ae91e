import { formatCell } from '../workbook/address';
import type { ReadingProblem, Table, TableId } from './accounts';
import type { EvaluationId } from './evaluation';

/** A table of the accounts, published or 绩效. */
type AnyTable = Table<TableId | EvaluationId>;

/** Text where a table must hold a number: a 金额 in the published tables, a 数字 where marks and counts stand too. */
export function textInNumbers({ id, figures }: AnyTable, called: '金额' | '数字'): readonly ReadingProblem[] {
  return figures.flatMap(({ content, cell, label }): readonly ReadingProblem[] =>
    content.kind === 'unreadable'
      ? [{
          kind: 'text-in-number',
          table: id,
          cells: [cell],
          message: `${formatCell(cell)}（${label}）应为${called}，现为文字“${content.text}”，无法参与核对。请改为数字。`,
          found: content.text,
        }]
      : [],
  );
}

/** A table of which the workbook may hold one only, and the one before it that was read. */
export function duplicateTable({ id, title, titleCell }: AnyTable, earlier: AnyTable): ReadingProblem {
  return {
    kind: 'duplicate-table',
    table: id,
    cells: [titleCell, earlier.titleCell],
    message: `“${title}”在工作簿中出现了两次（另一张在“${earlier.sheet}”），只核对了前一张。请删除多余的一张。`,
    found: null,
  };
}
