import { columnName, formatA1, formatArea, type Area, type CellRef } from '../workbook/address';
import type { WorkbookSnapshot } from '../workbook/snapshot';
import type { Finding } from '../check/finding';
import type { TableName } from '../check/describe';
import type { Unit } from '../money/figure';
import type { Shift } from '../repair/shift';
import type { UnitSlip } from '../repair/unit-slip';
import type { Accounts, Table } from '../tables/accounts';
import { correct } from './correction';
import type { Diagnosis } from './diagnose';
import { evidenceOf, finding } from './findings';

/** One finding for each table or column in the wrong unit and for each slipped block, with its correction where that is known. */
export function blockFindings(
  workbook: WorkbookSnapshot,
  accounts: Accounts,
  { unitSlips, shifts }: Diagnosis,
  tableName: TableName,
): Finding[] {
  return [
    ...unitSlips.map((slip) => fromUnitSlip(workbook, accounts, slip, tableName)),
    ...shifts.map((shift) => fromShift(workbook, shift, tableName)),
  ];
}

/**
 * Numbers in 元 are divided and rounded; numbers in 万元 have lost what stands behind 0.01, so that 元 cannot be made of
 * them. Where the other tables are printed in the unit of the numbers, the heading may be what is wrong.
 */
function fromUnitSlip(
  workbook: WorkbookSnapshot,
  { tables }: Accounts,
  { figures, whole, typed, explained, rival }: UnitSlip,
  tableName: TableName,
): Finding {
  const [first] = figures;
  const table = tables.find((each) => each.figures.some(({ cell }) => cell === first?.cell));
  if (first === undefined || table === undefined) throw new RangeError('单位填错的金额应在一张表内');
  const cells = figures.map(({ cell }) => cell);
  const part = whole ? `《${tableName(first)}》的` : `《${tableName(first)}》${partOf(table, cells)}的`;
  const heading = table.unitLabel === null ? `表头没有注明单位，按“${table.unit}”核对` : `表头的单位是“${table.unitLabel}”`;
  const done = typed === '元' ? '除以 10000' : '乘以 10000';
  const isHeading = whole && othersIn(typed, table, tables);
  const remedy = isHeading
    ? `其他表的单位是“${typed}”，请核对是表头的单位有误，还是金额有误。`
    : typed === '万元' ? '万元数换算不出准确的元数，请按底稿重新填列。' : '';
  const doubt = rival === null ? '' : `也可能是《${tableName(rival)}》的单位有误，请对照底稿核对。`;
  const isDetermined = remedy === '' && doubt === '' && figures.every(({ formula }) => !formula);
  return finding({
    rule: explained[0]?.rule ?? 'form/unit',
    severity: 'error',
    message:
      `${part} ${figures.length} 个金额疑似以“${typed}”填列，而${heading}：${done} 后，` +
      `原来不成立的 ${explained.length} 个等式成立。${doubt === '' ? remedy : doubt}`,
    cells,
    unit: first.unit,
    cause: 'unit',
    fix: isDetermined ? figures.map((figure) => correct(workbook, figure, figure.shown)) : null,
    evidence: evidenceOf(explained, tableName),
  });
}

/** The columns of a table: by what they hold if they all hold the same, or else by their letters. */
function partOf({ figures }: Table, cells: readonly CellRef[]): string {
  const columns = new Set(cells.map(({ column }) => column));
  const letters = [...columns].sort((a, b) => a - b).map(columnName);
  const names = new Set(figures.filter(({ cell }) => columns.has(cell.column)).map(({ label }) => label.split(' · ')[1]));
  const [name, another] = names;
  return `${letters.join('、')} 列${name !== undefined && another === undefined ? `（${name}）` : ''}`;
}

/** Whether the other tables are printed in a unit. */
function othersIn(unit: Unit, table: Table, tables: readonly Table[]): boolean {
  const others = tables.filter((other) => other !== table);
  return others.length > 0 && 2 * others.filter((other) => other.unit === unit).length > others.length;
}

/** Slipped amounts are put back into their rows where all of them are known. */
function fromShift(
  workbook: WorkbookSnapshot,
  { figures, offset, values, explained, incomplete }: Shift,
  tableName: TableName,
): Finding {
  const cells = figures.map(({ cell }) => cell);
  const [first] = figures;
  if (first === undefined) throw new RangeError('错行的一块至少有一个单元格');
  const area = formatArea(areaOf(cells));
  const direction = offset > 0 ? '下' : '上';
  const unknown = cells.filter((_, index) => values[index] === null);
  const doubt = unknown.length === 0
    ? ''
    : `${unknown.map(({ row, column }) => formatA1(row, column)).join('、')} 应填多少仅凭表内数据无法确定，请对照底稿核对。`;
  const known = unknown.length === 0 && figures.every(({ formula }) => !formula);
  const evidence = evidenceOf([...explained, ...incomplete], tableName);
  const missing = incomplete.length === 0 ? '' : '这里还缺少一行科目，请先对照其他表补行，再逐格核对。';
  return finding({
    rule: explained[0]?.rule ?? incomplete[0]?.rule ?? 'form/shift',
    severity: 'error',
    message:
      `《${tableName(first)}》${area} 的数字疑似整块错行：向${direction}移 ${Math.abs(offset)} 行后，` +
      `原来不成立的 ${explained.length} 个等式成立。${missing === '' ? doubt : missing}`,
    cells,
    unit: first.unit,
    cause: 'shift',
    fix: known && missing === ''
      ? figures.flatMap((figure, index) => {
          const value = values[index];
          return value === null || value === undefined ? [] : [correct(workbook, figure, value)];
        })
      : null,
    evidence,
  });
}

function areaOf(cells: readonly CellRef[]): Area {
  return {
    top: Math.min(...cells.map(({ row }) => row)),
    left: Math.min(...cells.map(({ column }) => column)),
    bottom: Math.max(...cells.map(({ row }) => row)),
    right: Math.max(...cells.map(({ column }) => column)),
  };
}
