import { checkWorkbook } from '../../src/app/check';
import { correctionRows } from '../../src/pane/correction';
import type { CellValue } from '../../src/workbook/snapshot';
import { isSameCell } from '../../src/workbook/address';
import { edited } from '../sample/clean';
import { evaluationSample, type EvaluationLayout, type EvaluationTable } from '../sample/evaluation';

const sample = evaluationSample();

test.each<readonly [string, EvaluationTable, string, CellValue, string, string]>([
  ['marks as they are written', 'overall', 'total.score', 9.65, '9.65', '96.5'],
  ['whole marks without digits', 'overall', '6.weight', 20, '20', '10'],
  ['amounts with two digits', 'project-2', 'funding.total.actual', 44, '44.00', '40.00'],
])('a correction shows %s', (_, table, key, wrong, from, to) => {
  const cell = sample.cellOf(table, key);
  const report = checkWorkbook(edited(sample.snapshot, cell, wrong));
  const finding = report.findings.find(({ cells: [first] }) => first !== undefined && isSameCell(first, cell));
  if (finding === undefined) throw new RangeError('nothing found');
  expect(correctionRows(report, finding).slice(0, 1)).toMatchObject([{ from, to }]);
});

test.each<readonly [EvaluationLayout['rates'], CellValue, string, string]>([
  ['formatted', 0.5, '50%', '94%'],
  ['fraction', 0.5, '50%', '94%'],
  ['bare', 50, '50%', '94%'],
])('a correction shows rates that stand as %s in percent', (rates, wrong, from, to) => {
  const { snapshot, cellOf } = evaluationSample({ rates });
  const cell = cellOf('project-1', 'rate');
  const report = checkWorkbook(edited(snapshot, cell, wrong));
  const finding = report.findings.find(({ cells: [first], fix }) => fix !== null && first !== undefined && isSameCell(first, cell));
  if (finding === undefined) throw new RangeError('nothing found');
  expect(correctionRows(report, finding).slice(0, 1)).toMatchObject([{ from, to }]);
});
