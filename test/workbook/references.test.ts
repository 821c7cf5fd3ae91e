import { formatCell } from '../../src/workbook/address';
import { precedentsOf } from '../../src/workbook/references';

test.each([
  ['=C8+C12', ['表!C8', '表!C12']],
  ['=SUM(C8:C10)', ['表!C8', '表!C9', '表!C10']],
  ['=SUM($C$8:D$8)', ['表!C8', '表!D8']],
  ["='公开 02表'!C7+公开03表!$C$7", ['公开 02表!C7', '公开03表!C7']],
  ['=ROUND(C8/10000,2)', ['表!C8']],
  ['=IF(A1="B2","C3",LOG10(D4))', ['表!A1', '表!D4']],
  ["='it''s'!B2", ["it's!B2"]],
  ['=1+2', []],
])('%s reads %j', (formula, cells) => {
  expect(precedentsOf(formula, '表').map(formatCell)).toEqual(cells);
});
