import type Decimal from 'decimal.js';
import { formatCell, isSameCell, type CellRef } from '../workbook/address';
import { precedentsOf } from '../workbook/references';
import { cellAt, findSheet, type WorkbookSnapshot } from '../workbook/snapshot';
import { formatAmount, type Figure } from '../money/figure';
import { slackOf } from '../money/verdict';
import { describeEquation } from '../check/describe';
import type { Bounded } from '../check/run';
import { planRepairInSlices, type RepairOptions, type RepairPlan } from '../repair/plan';
import type { Accounts, CodedTable } from '../tables/accounts';
import { keysOf } from '../tables/layout/aliases';
import { tableNames, type Examination } from './check';
import { correct, shownBy } from './correction';
import type { RepairPreview, RepairRow } from './assistant';
import { quotationsOf, type Quotation } from './quotations';

/** Plans the repair of every rounding difference of a workbook. `pinned` cells stay as they are. Writes nothing. */
export function planRoundingRepair(examination: Examination, pinned: readonly CellRef[] = []): RepairPreview {
  const planning = planRoundingRepairInSlices(examination, pinned);
  for (;;) {
    const slice = planning.next();
    if (slice.done === true) return slice.value;
  }
}

/**
 * {@link planRoundingRepair} in slices of a few milliseconds, so that a screen can be drawn in between. A part may come
 * to exceed its whole only within rounding; the few pairs where a plan would do more are held, and it is made anew.
 */
export function* planRoundingRepairInSlices(
  examination: Examination,
  pinned: readonly CellRef[],
): Generator<undefined, RepairPreview, undefined> {
  const { equations, bounds } = examination.judgement;
  const options = repairOptions(examination, pinned);
  const held: Bounded[] = [];
  for (;;) {
    const plan = yield* planRepairInSlices(equations, { ...options, bounds: held });
    const opened = bounds.filter((bound) => !held.includes(bound) && isOpenedBy(plan, bound));
    if (opened.length === 0) return preview(examination, plan);
    held.push(...opened);
  }
}

/** Whether a plan makes a part exceed its whole that does not do so now. */
function isOpenedBy({ changes }: RepairPlan, { part, whole }: Bounded): boolean {
  const after = ({ cell, shown }: Figure): Decimal => changes.find(({ figure }) => isSameCell(figure.cell, cell))?.to ?? shown;
  const slack = slackOf([part, whole]);
  return after(part).minus(after(whole)).gt(slack) && part.shown.minus(whole.shown).lte(slack);
}

/**
 * What may move: never a grand total, a pinned cell, a cell of a protected sheet, or a cell that a formula of the
 * tables reads (the formula would move with it); 人员/公用经费合计 only where nothing else closes the gap.
 */
export function repairOptions({ workbook, accounts }: Examination, pinned: readonly CellRef[]): RepairOptions {
  const locked = new Set([
    ...grandTotals(accounts).map(({ cell }) => formatCell(cell)),
    ...pinned.map(formatCell),
    ...formulaPrecedents(workbook, accounts),
  ]);
  const reluctant = new Set(
    [accounts.basicExpenditure?.personnel, accounts.basicExpenditure?.operating].flatMap((figure) =>
      figure ? [formatCell(figure.cell)] : [],
    ),
  );
  return {
    isLocked: ({ cell }) => locked.has(formatCell(cell)) || findSheet(workbook, cell.sheet)?.protected === true,
    isReluctant: ({ cell }) => reluctant.has(formatCell(cell)),
  };
}

/** 总计 and 本年收入/支出合计 of 01 and 04, and the 合计 rows of 02, 03 and 05. */
export function grandTotals(accounts: Accounts): Figure[] {
  const { summary, appropriation, revenue, expenditure, generalBudget } = accounts;
  const totalRow = (table: CodedTable<never> | null): (Figure | null)[] => Object.values(table?.total?.figures ?? {});
  return [
    summary?.revenue.total, summary?.revenue.currentYear, summary?.expenditure.total, summary?.expenditure.currentYear,
    appropriation?.revenue.total, appropriation?.revenue.currentYear,
    ...[appropriation?.expenditure.total, appropriation?.expenditure.currentYear].flatMap((figures) =>
      figures ? keysOf(figures).map((key) => figures[key]) : [],
    ),
    ...totalRow(revenue), ...totalRow(expenditure), ...totalRow(generalBudget),
  ].flatMap((figure) => figure ?? []);
}

function formulaPrecedents(workbook: WorkbookSnapshot, accounts: Accounts): string[] {
  return accounts.tables
    .flatMap(({ figures }) => figures)
    .filter(({ formula }) => formula)
    .flatMap(({ cell }) => {
      const sheet = findSheet(workbook, cell.sheet);
      const formula = sheet === undefined ? null : cellAt(sheet, cell.row, cell.column).formula;
      return formula === null ? [] : precedentsOf(formula, cell.sheet).map(formatCell);
    });
}

/** A cell that moves so that identities in which another cell moves go on holding. */
const COMPANION = '随同组其他改动一起调整，使原本相符的勾稽关系保持相符';

function preview(examination: Examination, plan: RepairPlan): RepairPreview {
  const { workbook, accounts } = examination;
  const tableName = tableNames(accounts);
  const rows = plan.changes.map((change): RepairRow => {
    const { figure, to } = change;
    const closes = plan.closes.get(change) ?? [];
    return {
      edit: correct(workbook, figure, to),
      table: tableName(figure),
      label: figure.label,
      from: shownBy(workbook, figure),
      to: formatAmount(to, figure.unit),
      closes: closes.length === 0 ? [COMPANION] : closes.map((equation) => describeEquation(equation, tableName)),
    };
  });
  const quotations = quotationsOf(examination, rows.map(({ edit }) => edit));
  return {
    rows: [...rows, ...quotations.map(quotationRow)],
    minimal: plan.minimal,
    conflicts: plan.conflicts.map(({ because }) => because),
    unresolved: plan.unresolved.map(({ equation, cells, because }) => ({ rule: equation.rule, cells, because })),
  };
}

/** A paragraph that quotes a changed amount changes with it, in the same write. */
function quotationRow({ edit, from, to, because }: Quotation): RepairRow {
  return { edit, table: edit.cell.sheet, label: '引用了改动的数', from, to, closes: because };
}
