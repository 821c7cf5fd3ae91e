import type Decimal from 'decimal.js';
import { formatCell, type CellRef } from '../workbook/address';
import { changedWords } from '../workbook/changed-words';
import type { CellValue } from '../workbook/snapshot';
import { formatAmount, isMoney, toCellNumber, type Figure, type FigureUnit } from '../money/figure';
import { slackOf, VERDICT_NAMES, type Verdict } from '../money/verdict';
import { describeComputation } from '../check/computation';
import { describeCell, describeEquation, showFigure, type TableName } from '../check/describe';
import type { Equation } from '../check/equation';
import type { Finding } from '../check/finding';
import type { Bounded, Judgement } from '../check/run';
import type { OwnCell, OwnSheet, OwnStyle } from '../host/host';
import { allTables, byCell } from './by-cell';
import type { RecordedChange } from './change-log';
import { tableNames, type CheckReport, type Examination } from './check';
import { AUDIT, ownSheetName } from './own-sheets';
import { placeText } from './texts';

/** Something that was judged, in a row of the sheet. */
interface Judged {
  readonly rule: string;
  readonly cell: CellRef;
  readonly text: string;
  readonly unit: FigureUnit;
  /** Null where the cell is blank. */
  readonly stands: Decimal | null;
  /** Null where nothing definite is expected. */
  readonly expected: Decimal | null;
  readonly gap: Decimal | null;
  readonly slack: Decimal | null;
  readonly verdict: Verdict;
}

type Row = readonly OwnCell[];

const FINDING_HEADERS = ['单元格', '说明', '现为', '应为', '相差', '', '级别', '规则'];
const CHANGE_HEADERS = ['单元格', '项目与原因', '原为', '改为', '增减'];
const JUDGED_HEADERS = ['单元格', '关系与数字', '表中数', '应为', '差额', '允许误差', '结论', '规则'];
const SKIPPED_HEADERS = ['规则', '原因'];
const WIDTHS = [22, 72, 15, 15, 12, 12, 8, 30];
/** More than any published total has; a cell takes 32,767 characters. */
const MOST_TERMS = 300;
/** A text longer than this is shown as the words that changed. */
const LONG_TEXT = 40;

/**
 * The sheet 核对底稿: what was checked and when, every finding, every change of this sitting with its reason, every
 * identity with its numbers, gap, slack and verdict, and what could not be checked.
 */
export function auditSheet(
  examination: Examination,
  report: CheckReport,
  changes: readonly RecordedChange[],
  date: Date,
): OwnSheet {
  const { workbook, accounts, judgement } = examination;
  const tableName = tableNames(accounts);
  const judged = judgedOf(judgement, tableName);
  const labels = byCell(allTables(accounts), ({ label }) => label);
  return {
    name: ownSheetName(workbook, AUDIT),
    columns: WIDTHS,
    frozenRows: 0,
    rows: [
      row('heading', AUDIT.title),
      row('note', '本表由助手根据最近一次核对写成，再次生成时整张替换。它不是公开表，不参与核对，不需要时可以直接删除。'),
      ...factsOf(report, judged, date).map((fact) => row('text', ...fact)),
      ...part('一、发现的问题', FINDING_HEADERS, report.findings.map(findingRow)),
      ...part('二、本次改动', CHANGE_HEADERS, changes.map((change) => changeRow(change, labels))),
      ...part('三、勾稽关系', JUDGED_HEADERS, judged.map(judgedRow)),
      ...part('四、没有核对的规则', SKIPPED_HEADERS, report.skipped.map(({ rule, because }) => row('text', rule, because))),
    ],
  };
}

type Fact = readonly [name: string, value: string];

function factsOf({ file, department, year, summary }: CheckReport, judged: readonly Judged[], date: Date): readonly Fact[] {
  const exact = judged.filter(({ verdict }) => verdict === 'exact').length;
  return [
    ['核对日期', formatDate(date)],
    ['工作簿', file === '' ? '（尚未保存）' : file],
    ['部门', department ?? '（表中没有写明）'],
    ['年度', year === null ? '（表中没有写明）' : String(year)],
    ['问题', `错误 ${summary.error}，提醒 ${summary.warning}，尾差 ${summary.rounding}`],
    ['勾稽关系', `核对 ${judged.length} 条，相符 ${exact} 条`],
  ];
}

function formatDate(date: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  const day = `${date.getFullYear()}年${date.getMonth() + 1}月${date.getDate()}日`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

function part(title: string, headers: readonly string[], rows: readonly Row[]): readonly Row[] {
  if (rows.length === 0) return [[], row('heading', title), row('text', '（无）')];
  return [[], row('heading', title), row('header', ...headers), ...rows];
}

function findingRow({ cells, place, message, unit, found, actual, expected, difference, severity, rule }: Finding): Row {
  const stands = actual === null ? text(found === '' ? '空白' : (found ?? '')) : amount(actual, unit);
  return [
    text(place === null ? cells.slice(0, 1).map(formatCell).join('') : placeText(place)), text(message),
    stands, amount(expected, unit), amount(difference, unit), text(''), text(VERDICT_NAMES[severity]), note(rule),
  ];
}

function changeRow({ edit: { cell, from, to }, reason }: RecordedChange, labels: ReadonlyMap<string, string>): Row {
  const label = labels.get(formatCell(cell));
  const isText = typeof from === 'string' && typeof to === 'string' && Math.max(from.length, to.length) > LONG_TEXT;
  const shown = isText ? changedWords(from, to) : { from, to };
  const gap = typeof from === 'number' && typeof to === 'number' ? Number((to - from).toFixed(2)) : null;
  return [
    text(formatCell(cell)), text(label === undefined ? reason : `${label}：${reason}`),
    held(shown.from), held(shown.to), gap === null ? text('') : { value: gap, style: 'amount' },
  ];
}

function judgedRow({ cell, text: words, unit, stands, expected, gap, slack, verdict, rule }: Judged): Row {
  return [
    text(formatCell(cell)), text(words),
    stands === null ? text('空白') : amount(stands, unit), amount(expected, unit), amount(gap, unit),
    text(slack === null || !isMoney(unit) ? '' : `±${(unit === '元' ? slack.mul(10_000) : slack).toFixed()}`),
    text(VERDICT_NAMES[verdict]), note(rule),
  ];
}

function judgedOf(judgement: Judgement, tableName: TableName): readonly Judged[] {
  const { equations, tallies, agreements, disagreements, computations, continuity, bounds, excesses } = judgement;
  const exceeding = new Set(excesses);
  return [
    ...[...equations, ...tallies, ...agreements, ...continuity].map((equation) => equationLine(equation, tableName)),
    ...disagreements.map(({ rule, figure, candidates }): Judged => ({
      ...standing(rule.id, figure),
      text: `与各种口径都不符：${candidates.map((candidate) => describeEquation(candidate, tableName, MOST_TERMS)).join('；')}`,
      expected: null,
      gap: null,
      slack: null,
      verdict: 'warning',
    })),
    ...computations.map((computation): Judged => ({
      ...standing(computation.rule, computation.value),
      text: describeComputation(computation),
      expected: computation.expected,
      gap: computation.value.shown.minus(computation.expected),
      slack: null,
      verdict: computation.verdict,
    })),
    ...bounds.map((bound): Judged => ({
      ...standing(bound.rule.id, bound.part),
      text: describeBound(bound, tableName),
      expected: null,
      gap: exceeding.has(bound) ? bound.part.shown.minus(bound.whole.shown) : null,
      slack: slackOf([bound.part, bound.whole]),
      verdict: !exceeding.has(bound) ? 'exact' : bound.rule.severity,
    })),
  ];
}

function equationLine(equation: Equation, tableName: TableName): Judged {
  const { rule, total, terms, less, gap, verdict } = equation;
  return {
    ...standing(rule, total),
    text: describeEquation(equation, tableName, MOST_TERMS),
    expected: total.shown.minus(gap),
    gap,
    slack: slackOf([total, ...terms, ...less]),
    verdict,
  };
}

function describeBound({ part: lesser, whole }: Bounded, tableName: TableName): string {
  return `${describeCell(lesser)}不大于《${tableName(whole)}》${whole.label} ${showFigure(whole, lesser.unit)}`;
}

function standing(rule: string, { cell, unit, blank, shown }: Figure): Pick<Judged, 'rule' | 'cell' | 'unit' | 'stands'> {
  return { rule, cell, unit, stands: blank ? null : shown };
}

/** Amounts of money are numbers in the unit of their table; scores, rates and counts are printed with their sign. */
function amount(value: Decimal | null, unit: FigureUnit): OwnCell {
  if (value === null) return text('');
  return isMoney(unit) ? { value: toCellNumber(value, unit), style: 'amount' } : text(formatAmount(value, unit));
}

function held(value: CellValue): OwnCell {
  if (value === null) return text('空白');
  return typeof value === 'number' ? { value, style: 'amount' } : text(String(value));
}

function row(style: OwnStyle, ...values: readonly string[]): Row {
  return values.map((value) => ({ value, style }));
}

function text(value: string): OwnCell {
  return { value, style: 'text' };
}

function note(value: string): OwnCell {
  return { value, style: 'note' };
}
