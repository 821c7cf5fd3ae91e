import type Decimal from 'decimal.js';
import { formatCell } from '../workbook/address';
import type { WorkbookSnapshot } from '../workbook/snapshot';
import { formatAmount, type Figure } from '../money/figure';
import { GRAVITY } from '../money/verdict';
import type { Computation } from '../check/computation';
import { describeCause, describeCell, describeEquation, showFigure, type TableName } from '../check/describe';
import { figuresOf, type Equation } from '../check/equation';
import type { Evidence, Finding, Severity } from '../check/finding';
import type { Excess, Inspected, Judgement } from '../check/run';
import type { Group, Suspect } from '../repair/localise';
import { fixOf, fromComputations, fromDisagreement, type Accused } from './computed-findings';
import { correct, shownBy } from './correction';

/** What a finding says beyond its rule and its cells. */
type Said = Pick<Finding, 'rule' | 'severity' | 'message' | 'cells'> & Partial<Finding>;

/**
 * Turns a judgement and the localised groups of errors into findings. `blocks` are findings about tables in the wrong
 * unit and slipped blocks, which stand before those about single cells.
 */
export function findingsOf(
  workbook: WorkbookSnapshot,
  judgement: Judgement,
  groups: readonly Group[],
  tableName: TableName,
  blocks: readonly Finding[] = [],
): Finding[] {
  const { computations } = judgement;
  const broken = [...blocks, ...groups.flatMap((group) => fromGroup(workbook, group, computations, tableName))];
  const suspected = new Set(broken.flatMap(({ cells }) => cells.map(formatCell)));
  const computed = fromComputations(workbook, judgement, accusedBy(broken), suspected);
  const errors = [...broken, ...computed];
  const accused = leading(errors.filter(({ severity }) => severity === 'error'));
  return [
    ...errors,
    ...judgement.disagreements
      .filter(({ figure }) => !accused.has(formatCell(figure.cell)))
      .map((disagreement) => fromDisagreement(workbook, disagreement, tableName)),
    ...judgement.equations
      .filter(({ verdict }) => verdict === 'rounding' || verdict === 'warning')
      .map((equation) => fromRounding(workbook, equation, tableName)),
    ...judgement.continuity
      .filter(({ verdict }) => verdict !== 'exact')
      .map((equation) => fromContinuity(workbook, equation)),
    ...judgement.excesses.filter((excess) => !isExplained(excess, accused)).map((excess) => fromExcess(workbook, excess, tableName)),
    ...judgement.inspected.filter((found) => !isAccused(found, accused)).map((found) => fromInspection(workbook, found)),
  ];
}

/** A doubt is about one number, or about two that do not go together. */
const MOST_IN_DOUBT = 2;

/** The cells that findings are about: the first of each, and every cell of a slipped block or of a table in the wrong unit. */
function leading(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(findings.flatMap(({ cells, cause }) => (cause === 'shift' || cause === 'unit' ? cells : cells.slice(0, 1)).map(formatCell)));
}

/** The cells that findings are about, with what those should hold that alone are accused. */
function accusedBy(findings: readonly Finding[]): Accused {
  const alone = findings.flatMap(({ cells: [cell, ...more], expected }) =>
    cell === undefined || more.length > 0 ? [] : [[formatCell(cell), expected] as const],
  );
  return new Map([...[...leading(findings)].map((cell) => [cell, null] as const), ...alone]);
}

/** Findings in the order of the workbook's sheets, the gravest of a sheet first, each with an id of its own. */
export function inOrder(workbook: WorkbookSnapshot, findings: readonly Finding[]): Finding[] {
  return withOwnIds(inSheetOrder(workbook, findings));
}

/** Findings of one rule at the same cells are numbered, so that every id is its own. */
function withOwnIds(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, number>();
  return findings.map((each) => {
    const count = (seen.get(each.id) ?? 0) + 1;
    seen.set(each.id, count);
    return count === 1 ? each : { ...each, id: `${each.id}#${count}` };
  });
}

/** A finding with everything it does not say left out. */
export function finding(said: Said): Finding {
  return Object.freeze({
    id: `${said.rule}@${said.cells.map(formatCell).join(',')}`,
    expected: null,
    actual: null,
    difference: null,
    unit: '万元',
    found: null,
    quote: null,
    place: null,
    cause: null,
    fix: null,
    evidence: [],
    ...said,
  });
}

/** What a figure holds, what it should hold, and how far apart they are. */
export function amounts(workbook: WorkbookSnapshot, figure: Figure, expected: Decimal | null): Partial<Finding> {
  return {
    unit: figure.unit,
    found: shownBy(workbook, figure),
    actual: figure.blank ? null : figure.shown,
    expected,
    difference: expected === null ? null : figure.shown.minus(expected),
  };
}

/** Identities with their arithmetic, as what a finding rests on. */
export function evidenceOf(equations: readonly Equation[], tableName: TableName): Evidence[] {
  return equations.map((equation) => ({
    rule: equation.rule,
    message: describeEquation(equation, tableName),
    cells: figuresOf(equation).filter(({ blank }) => !blank).map(({ cell }) => cell),
  }));
}

/**
 * One explanation: a finding for each wrong cell. Several equally good ones: one finding that names all suspects as
 * equals. Not narrowed down: every broken identity speaks for itself.
 */
function fromGroup(
  workbook: WorkbookSnapshot,
  group: Group,
  computations: readonly Computation[],
  tableName: TableName,
): Finding[] {
  const [explanation] = group.explanations;
  if (group.verdict === 'unknown' || explanation === undefined) {
    return group.broken.map((equation) => fromBroken(workbook, equation, tableName));
  }
  return group.verdict === 'unique'
    ? explanation.suspects.map((suspect) => fromSuspect(workbook, suspect, group, computations, tableName))
    : [fromSuspects(workbook, group, explanation.suspects.length, tableName)];
}

function fromSuspect(
  workbook: WorkbookSnapshot,
  suspect: Suspect,
  group: Group,
  computations: readonly Computation[],
  tableName: TableName,
): Finding {
  const { figure, value, cause } = suspect;
  const key = formatCell(figure.cell);
  const broken = group.broken.filter((equation) => holds(equation, key));
  const fact = figure.blank ? '为空' : `为 ${shownBy(workbook, figure)}`;
  const expectation = value === null ? '应为多少无法确定' : `应为 ${formatAmount(value, figure.unit)}`;
  const guess = cause === null ? '' : `（${describeCause(cause)}）`;
  const [first = group.broken[0]] = broken;
  return finding({
    rule: first?.rule ?? 'form/value',
    severity: 'error',
    message: `${figure.label}${fact}，${expectation}${guess}。${first === undefined ? '' : `${describeEquation(first, tableName)}。`}`,
    cells: [figure.cell],
    ...amounts(workbook, figure, value),
    cause,
    fix: fixOf(workbook, computations, figure, value),
    evidence: evidenceOf(broken.length > 0 ? broken : group.broken, tableName),
  });
}

function holds(equation: Equation, cell: string): boolean {
  return figuresOf(equation).some((figure) => formatCell(figure.cell) === cell);
}

/** The broken total leads, then every cell that may be the wrong one. */
function fromSuspects(workbook: WorkbookSnapshot, group: Group, wrong: number, tableName: TableName): Finding {
  const [main] = group.broken;
  if (main === undefined) throw new RangeError('没有不成立的等式，也就没有可疑的单元格');
  const suspects = new Map([[formatCell(main.total.cell), main.total]]);
  for (const { figure } of group.explanations.flatMap((explanation) => explanation.suspects)) {
    suspects.set(formatCell(figure.cell), figure);
  }
  return finding({
    rule: main.rule,
    severity: 'error',
    message:
      `${describeEquation(main, tableName)}。仅凭表内数据无法判断是哪一个数有误：` +
      `可疑单元格中至少 ${wrong} 个有误，请对照底稿核对。`,
    cells: [...suspects.values()].map(({ cell }) => cell),
    ...amounts(workbook, main.total, main.total.shown.minus(main.gap)),
    evidence: evidenceOf(group.broken, tableName),
  });
}

/** A broken identity on its own: a blank total is what is missing, otherwise any of its cells may be wrong. */
function fromBroken(workbook: WorkbookSnapshot, equation: Equation, tableName: TableName): Finding {
  const { total, terms, less, rule, gap } = equation;
  const cells = total.blank ? [total] : [total, ...terms, ...less].filter((figure) => !figure.shown.isZero() || figure === total);
  const advice = total.blank ? '请补填' : '无法进一步判断是哪一个数有误，请对照底稿核对';
  return finding({
    rule,
    severity: 'error',
    message: `${describeEquation(equation, tableName)}。${advice}。`,
    cells: cells.map(({ cell }) => cell),
    ...amounts(workbook, total, total.shown.minus(gap)),
    cause: total.blank ? 'blank' : null,
    evidence: evidenceOf([equation], tableName),
  });
}

function fromRounding(workbook: WorkbookSnapshot, equation: Equation, tableName: TableName): Finding {
  const figures = figuresOf(equation).filter(({ shown }) => !shown.isZero());
  const severity: Severity = equation.verdict === 'warning' ? 'warning' : 'rounding';
  return finding({
    rule: equation.rule,
    severity,
    message: `${describeEquation(equation, tableName)}。`,
    cells: (figures.includes(equation.total) ? figures : [equation.total, ...figures]).map(({ cell }) => cell),
    ...amounts(workbook, equation.total, equation.total.shown.minus(equation.gap)),
    cause: severity === 'rounding' ? 'rounding' : null,
  });
}

/** Last year's figure stands in another workbook, so only this year's cell can be shown. */
function fromContinuity(workbook: WorkbookSnapshot, { rule, total, terms: [before], gap, verdict }: Equation): Finding {
  const unit = total.unit;
  const was = before === undefined ? '' : `${before.label} ${showFigure(before, unit)}`;
  return finding({
    rule,
    severity: verdict === 'exact' ? 'rounding' : verdict,
    message:
      `${total.label}为 ${showFigure(total, unit)}，上年工作簿的${was}，相差 ${formatAmount(gap, unit)}。` +
      '应与上年公开数一致；如有追加或调整，请在情况说明中写明。',
    cells: [total.cell],
    ...amounts(workbook, total, total.shown.minus(gap)),
    cause: verdict === 'rounding' ? 'rounding' : null,
  });
}

function fromExcess(workbook: WorkbookSnapshot, { rule, part, whole }: Excess, tableName: TableName): Finding {
  const unit = part.unit;
  const excess = part.shown.minus(whole.shown);
  return finding({
    rule: rule.id,
    severity: rule.severity,
    message:
      `${describeCell(part)}为 ${showFigure(part, unit)}，不应大于《${tableName(whole)}》${whole.label} ` +
      `${showFigure(whole, unit)}，超出 ${formatAmount(excess, unit)}。`,
    cells: [part.cell, whole.cell],
    ...amounts(workbook, part, null),
    difference: excess,
  });
}

function fromInspection(workbook: WorkbookSnapshot, { rule, problem }: Inspected): Finding {
  const { message, cells, found, cause, due } = problem;
  const said = { rule: rule.id, severity: rule.severity, message, cells };
  if (due === undefined) return finding({ ...said, found, cause });
  const fix = due.figure.formula ? null : [correct(workbook, due.figure, due.amount)];
  return finding({ ...said, ...amounts(workbook, due.figure, due.amount), found, cause, fix });
}

/** An excess over or by a cell that is named as wrong is a consequence of it. */
function isExplained({ part, whole }: Excess, accused: ReadonlySet<string>): boolean {
  return accused.has(formatCell(part.cell)) || accused.has(formatCell(whole.cell));
}

/**
 * A blank or a magnitude that an identity has already named needs no second finding, and a mere doubt about two numbers
 * of which one is named as wrong is a consequence of it; a longer list is about how numbers are written.
 */
function isAccused({ rule, problem }: Inspected, accused: ReadonlySet<string>): boolean {
  const [first] = problem.cells;
  if (first === undefined) return false;
  if (problem.cause === 'blank') return accused.has(formatCell(first));
  if (problem.cause === 'unit') return problem.cells.some((cell) => accused.has(formatCell(cell)));
  const isDoubt = rule.severity === 'warning' && problem.cells.length <= MOST_IN_DOUBT;
  return isDoubt && problem.cells.some((cell) => accused.has(formatCell(cell)));
}

function inSheetOrder(workbook: WorkbookSnapshot, findings: readonly Finding[]): Finding[] {
  const order = new Map(workbook.sheets.map(({ name }, index) => [name, index]));
  const last = workbook.sheets.length;
  const position = ({ cells: [cell], place }: Finding): readonly [number, number, number] => {
    if (place !== null) return [last + 1, place.paragraph, 0];
    return cell === undefined ? [last + 2, 0, 0] : [order.get(cell.sheet) ?? last, cell.row, cell.column];
  };
  return [...findings].sort((a, b) => {
    const [p, q] = [position(a), position(b)];
    return p[0] - q[0] || GRAVITY[b.severity] - GRAVITY[a.severity] || p[1] - q[1] || p[2] - q[2];
  });
}
