import type Decimal from 'decimal.js';
import { formatCell, isSameCell } from '../workbook/address';
import type { CellEdit } from '../workbook/edit';
import { precedentsOf } from '../workbook/references';
import { cellAt, findSheet, type WorkbookSnapshot } from '../workbook/snapshot';
import { formatAmount, type Figure } from '../money/figure';
import { slackOf } from '../money/verdict';
import { describeEquation } from '../check/describe';
import type { Bounded } from '../check/run';
import { planRepairInSlices, type RepairOptions, type RepairPlan } from '../repair/plan';
import { openWithout } from '../repair/plan-without';
import type { Accounts, CodedTable } from '../tables/accounts';
import { exactAmounts } from '../tables/base-tables';
import { keysOf } from '../tables/layout/aliases';
import { tableNames, type Examination } from './check';
import { correct, shownBy } from './correction';
import type { RepairChoice, RepairPreview, RepairRow } from './assistant';
import { quotationsOf, type Quotation } from './quotations';

/** Plans the repair of every rounding difference of a workbook, as the user decides. Writes nothing. */
export function planRoundingRepair(examination: Examination, choice: RepairChoice = {}): RepairPreview {
  const planning = planRoundingRepairInSlices(examination, choice);
  for (;;) {
    const slice = planning.next();
    if (slice.done === true) return slice.value;
  }
}

/**
 * {@link planRoundingRepair} in slices, so that a screen can be drawn in between; one ends with what is done from then
 * on, where that is something new. A part may come to exceed its whole only within rounding; the few pairs where a plan
 * would do more are held, and it is made anew.
 */
export function* planRoundingRepairInSlices(
  examination: Examination,
  choice: RepairChoice,
): Generator<string | undefined, RepairPreview, undefined> {
  const { equations, bounds } = examination.judgement;
  const options = repairOptions(examination, choice);
  const held: Bounded[] = [];
  for (;;) {
    const plan = yield* planRepairInSlices(equations, { ...options, bounds: held });
    const opened = bounds.filter((bound) => !held.includes(bound) && isOpenedBy(plan, bound));
    if (opened.length === 0) return yield* preview(examination, plan, choice);
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
 * What may move: never a cell of a protected sheet, or one that a formula of the tables reads (the formula would move
 * with it); a grand total only once it is released, a pinned cell never; 人员/公用经费合计 only where nothing else closes
 * the gap. What the base tables give in 元 is the amount a published one was rounded from.
 */
export function repairOptions(
  { workbook, accounts }: Examination,
  { pinned = [], released = [] }: RepairChoice,
): RepairOptions {
  const locked = new Set(grandTotals(accounts).map(({ cell }) => formatCell(cell)));
  for (const cell of released) locked.delete(formatCell(cell));
  for (const cell of pinned) locked.add(formatCell(cell));
  const read = new Set(formulaPrecedents(workbook, accounts));
  const exact = exactAmounts(accounts);
  const reluctant = new Set(
    [accounts.basicExpenditure?.personnel, accounts.basicExpenditure?.operating].flatMap((figure) =>
      figure ? [formatCell(figure.cell)] : [],
    ),
  );
  return {
    isLocked: ({ cell }) => locked.has(formatCell(cell)),
    isConstant: ({ cell }) => read.has(formatCell(cell)) || findSheet(workbook, cell.sheet)?.protected === true,
    isReluctant: ({ cell }) => reluctant.has(formatCell(cell)),
    ...(exact.size > 0 && { trueAmount: ({ cell }) => exact.get(formatCell(cell)) ?? null }),
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

const WAITING = '锁定的数互相冲突，放开之前不写入任何改动。';

/** A cell that moves so that identities in which another cell moves go on holding. */
const COMPANION = '随同组其他改动一起调整，使原本相符的勾稽关系保持相符';

function* preview(
  examination: Examination,
  plan: RepairPlan,
  { omitted = [] }: RepairChoice,
): Generator<string | undefined, RepairPreview, undefined> {
  const { workbook, accounts } = examination;
  const { minimal, conflicts, release, known } = plan;
  const rest = {
    minimal,
    conflicts,
    release,
    known,
    unresolved: plan.unresolved.map(({ equation, cells, because }) => ({ rule: equation.rule, cells, because })),
  };
  if (conflicts.length > 0) {
    const waiting = plan.resolved.map(({ rule, total }) => ({ rule, cells: [total.cell], because: WAITING }));
    return { ...rest, rows: [], review: [], opened: [], unresolved: [...rest.unresolved, ...waiting] };
  }
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
  const isWritten = ({ cell }: CellEdit): boolean => !omitted.some((other) => isSameCell(other, cell));
  yield '正在核对引用这些数的段落';
  const quotations = yield* quotationsOf(examination, rows.map(({ edit }) => edit).filter(isWritten));
  const opened = openWithout(examination.judgement.equations, plan, omitted);
  return {
    ...rest,
    rows: [...rows, ...quotations.rewritten.map(quotationRow)],
    review: quotations.left,
    opened: opened.map((equation) => describeEquation(equation, tableName)),
  };
}

/** A paragraph that quotes a changed amount changes with it, in the same write. */
function quotationRow({ edit, from, to, because }: Quotation): RepairRow {
  return { edit, table: edit.cell.sheet, label: '引用了改动的数', from, to, closes: because };
}
