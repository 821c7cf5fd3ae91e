import { formatArea, formatCell, type CellRef } from '../workbook/address';
import type { WorkbookSnapshot } from '../workbook/snapshot';
import type { Figure } from '../money/figure';
import type { TableName } from '../check/describe';
import { figuresOf, type Equation } from '../check/equation';
import type { Finding } from '../check/finding';
import type { Judgement } from '../check/run';
import { withinBounds } from '../repair/bounds';
import { corroborated } from '../repair/corroborate';
import { roundingConsistency } from '../repair/feasible';
import { localise, type Group, type LocaliseContext } from '../repair/localise';
import { afterShifts, detectShifts, type Shift } from '../repair/shift';
import type { Accounts, Table } from '../tables/accounts';
import { correct } from './correction';
import { evidenceOf, finding } from './findings';

/** What is wrong with a workbook: blocks that slipped, and the groups of wrong cells once those are in place. */
export interface Diagnosis {
  readonly shifts: readonly Shift[];
  readonly groups: readonly Group[];
}

/** Explains every violated identity: slipped blocks first, single cells in what remains. */
export function diagnose(accounts: Accounts, lastYear: Accounts | null, judgement: Judgement): Diagnosis {
  const equations = [...judgement.equations, ...judgement.agreements];
  const shifts = equations.some(({ verdict }) => verdict === 'error')
    ? detectShifts(accounts.tables.flatMap(columnsOf), equations)
    : [];
  const context = contextOf(accounts, lastYear);
  const groups = [...localise(afterShifts(equations, shifts), context), ...localise(judgement.tallies, context)];
  const exceeded = new Set(judgement.excesses);
  const held = judgement.bounds.filter((bound) => bound.rule.severity === 'error' && !exceeded.has(bound));
  const exceeding = judgement.excesses.filter(({ rule }) => rule.severity === 'error');
  return { shifts, groups: corroborated(withinBounds(groups, held), judgement.computations, exceeding) };
}

/** Whether what passes identity by identity can be so all at once. */
export interface WholeTest {
  /** Identities that cannot all be correct roundings at once; those of one set belong together. */
  readonly contradictions: readonly (readonly Equation[])[];
  /** Whether the bounded effort sufficed to find all of them. */
  readonly settled: boolean;
}

/**
 * Tests all tables together. Identities with a suspected cell are left out: what that cell should hold decides them.
 */
export function testWhole({ equations }: Judgement, { shifts, groups }: Diagnosis): WholeTest {
  const suspected = new Set(
    [
      ...shifts.flatMap(({ figures }) => figures),
      ...groups.flatMap(({ broken, explanations }) => [
        ...(explanations.length === 0 ? broken.flatMap(figuresOf) : []),
        ...explanations.flatMap(({ suspects }) => suspects.map(({ figure }) => figure)),
      ]),
    ].map(({ cell }) => formatCell(cell)),
  );
  const trusted = equations.filter(
    (equation) =>
      equation.verdict !== 'error' && figuresOf(equation).every(({ cell }) => !suspected.has(formatCell(cell))),
  );
  const parts = roundingConsistency(trusted);
  return {
    contradictions: parts.flatMap(({ conflicts }) => conflicts),
    settled: parts.every(({ verdict }) => verdict !== 'unknown'),
  };
}

/** The figures of a table by the column of the sheet they stand in, from top to bottom. */
function columnsOf({ figures }: Table): Figure[][] {
  const columns = new Map<number, Figure[]>();
  for (const figure of figures) columns.set(figure.cell.column, [...(columns.get(figure.cell.column) ?? []), figure]);
  return [...columns.values()].map((column) => column.sort((a, b) => a.cell.row - b.cell.row));
}

/**
 * What a wrong number is compared with: the rows above and below, and the same figure of last year. Cells beside it
 * are no witness, for a row's total rightly repeats its only amount.
 */
function contextOf(accounts: Accounts, lastYear: Accounts | null): LocaliseContext {
  const everywhere = [...accounts.tables, ...accounts.evaluations];
  const byCell = new Map(everywhere.flatMap(({ figures }) => figures.map((figure) => [formatCell(figure.cell), figure] as const)));
  const before = new Map<string, Figure>(lastYear?.tables.flatMap(({ id, figures }) => figures.map((figure) => [`${id} ${figure.label}`, figure] as const)));
  const home = new Map(accounts.tables.flatMap(({ id, figures }) => figures.map(({ cell }) => [formatCell(cell), id] as const)));
  const around = ({ cell: { sheet, row, column } }: Figure): CellRef[] => [
    { sheet, row: row - 1, column }, { sheet, row: row + 1, column },
  ];
  return {
    neighbours: (figure) =>
      around(figure).flatMap((cell) => {
        const neighbour = byCell.get(formatCell(cell));
        return neighbour === undefined || neighbour.shown.isZero() ? [] : neighbour.shown;
      }),
    lastYear: (figure) => before.get(`${home.get(formatCell(figure.cell))} ${figure.label}`)?.shown ?? null,
  };
}

/** One finding for each slipped block, with the amounts put back into their rows where all of them are known. */
export function shiftFindings(workbook: WorkbookSnapshot, shifts: readonly Shift[], tableName: TableName): Finding[] {
  return shifts.map((shift) => fromShift(workbook, shift, tableName));
}

function fromShift(workbook: WorkbookSnapshot, { figures, offset, values, explained, incomplete }: Shift, tableName: TableName): Finding {
  const cells = figures.map(({ cell }) => cell);
  const [first] = figures;
  if (first === undefined) throw new RangeError('错行的一块至少有一个单元格');
  const area = formatArea({
    top: Math.min(...cells.map(({ row }) => row)),
    left: Math.min(...cells.map(({ column }) => column)),
    bottom: Math.max(...cells.map(({ row }) => row)),
    right: Math.max(...cells.map(({ column }) => column)),
  });
  const direction = offset > 0 ? '下' : '上';
  const unknown = cells.filter((_, index) => values[index] === null);
  const doubt = unknown.length === 0
    ? ''
    : `${unknown.map((cell) => formatCell(cell).split('!').pop()).join('、')} 应填多少仅凭表内数据无法确定，请对照底稿核对。`;
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
