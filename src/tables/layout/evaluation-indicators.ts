import type { Figure, Unit } from '../../money/figure';
import { normaliseText } from '../../workbook/label';
import type { Answer, Grade, Indicator, IndicatorGroup } from '../evaluation';
import { readQuantity } from '../evaluation-quantity';
import { mapRecord } from './aliases';
import { amountInWords, isNilAt, marksInWords, measureAt, refAt } from './evaluation-cells';
import { classify, groupNameOf, type Word } from './evaluation-words';
import { filledColumns, isNumericAt, printedAt, textAt, type Region } from './region';

/** 绩效指标 with their 总分. */
export interface IndicatorBody {
  readonly groups: readonly IndicatorGroup[];
  readonly totalWeight: Figure | null;
  readonly totalScore: Figure | null;
  readonly grade: Grade | null;
  readonly figures: readonly Figure[];
  readonly endRow: number;
}

type Column = 'primary' | 'aspect' | 'name' | 'nature' | 'target' | 'unit' | 'result' | 'weight' | 'score' | 'reason';
type Places = Readonly<Record<Column, number | null>>;
/** Where a row that has not slipped has its cells. */
interface Frame {
  readonly primary: number;
  readonly name: number;
  /** The first column after the names. */
  readonly answers: number;
  readonly weight: number;
  readonly score: number;
  readonly places: Places;
}

const HEADS: Readonly<Record<Column, RegExp>> = {
  primary: /^一级指标/,
  aspect: /^二级指标/,
  name: /^三级指标/,
  nature: /^指标性质/,
  target: /^(?:年度)?指标值|^目标值/,
  unit: /^度量单位/,
  result: /^(?:实际|全年)?(?:完成|实现)值|^完成情况/,
  weight: /^(?:分值|权重)/,
  score: /^(?:自评)?得分/,
  reason: /^(?:偏差|未完成)?原因/,
};
const TOTAL = /^(?:总分|合计|总计|总得分|自评总分)$/;
const END = /^(?:备注|注|说明|填表人|填报人|评价结论|存在问题|改进措施|项目负责人|等级)/;
const GRADE = /(?:等级|评价结果):?(优|良|中|差)(?:秀|好|等)?$/;
const GRADE_WITHIN = 4;
const TEMPLATE = /^[.…]+$|^指标\d+:?$/;
const SHIFTS = [-1, 1, -2, 2] as const;

/** Reads 绩效指标: 一级, 二级 and 三级 indicators with their marks, and the 总分 row. Null where the region has no such head. */
export function readIndicators(region: Region, from: number, unit: Unit): IndicatorBody | null {
  const headRow = findHead(region, from);
  const frame = headRow === null ? null : frameOf(region, headRow);
  if (headRow === null || frame === null) return null;
  const groups: Building[] = [];
  let aspect = '';
  let row = headRow + 1;
  for (; row <= region.lastRow && !isTotalRow(region, row, frame) && !isEnd(region, row); row += 1) {
    const shift = shiftOf(region, row, frame);
    const words = wordsOf(region, row, frame, shift);
    aspect = enterGroups(region, groups, words, frame.primary + shift, aspect);
    const group = groups[groups.length - 1];
    const indicator = readIndicator(region, row, frame, shift, words, aspect, unit);
    if (indicator !== null) (group ?? startGroup(groups, '', null)).indicators.push(indicator);
    else continueName(group, words);
  }
  const total = row <= region.lastRow && isTotalRow(region, row, frame) ? readTotal(region, row, frame) : NO_TOTAL;
  const figures = [
    ...groups.flatMap(({ mark, indicators }) => [
      mark,
      ...indicators.flatMap(({ weight, score, target }) => [target.amount, weight, score]),
    ]),
    total.totalWeight,
    total.totalScore,
  ].filter((figure) => figure !== null);
  const named = groups.filter(({ indicators, mark }) => indicators.length > 0 || mark !== null);
  return { groups: named, ...total, figures, endRow: row };
}

interface Building {
  name: string;
  mark: Figure | null;
  readonly indicators: Indicator[];
}

type Total = Pick<IndicatorBody, 'totalWeight' | 'totalScore' | 'grade'>;

const NO_TOTAL: Total = { totalWeight: null, totalScore: null, grade: null };

function findHead(region: Region, from: number): number | null {
  for (let row = from; row <= region.lastRow; row += 1) {
    const { primary, weight, score } = placesOf(region, row);
    if (primary !== null && (weight !== null || score !== null)) return row;
  }
  return null;
}

/** Marks are printed at every level in some forms: those of the 三级 indicators stand last before 得分. */
function placesOf(region: Region, row: number): Places {
  const columns = filledColumns(region, row);
  const under = (head: RegExp): number[] => columns.filter((column) => head.test(textAt(region, row, column)));
  const places = mapRecord<Column, RegExp, number | null>(HEADS, (head) => under(head)[0] ?? null);
  const { score, weight } = places;
  return { ...places, weight: under(HEADS.weight).filter((at) => score === null || at < score).pop() ?? weight };
}

function frameOf(region: Region, headRow: number): Frame | null {
  const places = placesOf(region, headRow);
  const { primary, name, aspect, nature, target, result, weight, score } = places;
  if (primary === null || weight === null || score === null) return null;
  const answers = [nature, target, result, weight].filter((column) => column !== null);
  return { primary, name: name ?? aspect ?? primary, answers: Math.min(...answers), weight, score, places };
}

function isTotalRow(region: Region, row: number, { name }: Frame): boolean {
  const [first] = filledColumns(region, row);
  return first !== undefined && first <= name && TOTAL.test(textAt(region, row, first));
}

function isEnd(region: Region, row: number): boolean {
  const [first] = filledColumns(region, row);
  return first !== undefined && END.test(textAt(region, row, first));
}

/**
 * How far a row's cells stand to the right of their columns. Tables copied from a document lose merged cells, so that
 * single rows slip by one. A slipped row shows two numbers side by side under the wrong heads, a target and a result
 * before them, and a name before those; a row that could be in its place is.
 */
function shiftOf(region: Region, row: number, { answers, weight, score, name, places }: Frame): number {
  const numeric = (column: number): boolean => isNumericAt(region, row, column);
  if (numeric(weight) && numeric(score)) return 0;
  const fits = (shift: number): boolean => {
    const isName = (column: number): boolean =>
      !isNilAt(region, row, column) && wordAt(region, row, column, name + shift).kind === 'name';
    return (
      numeric(weight + shift) && numeric(score + shift) && !numeric(score + shift + 1) &&
      [places.target, places.result].every((column) => column === null || isName(column + shift)) &&
      filledColumns(region, row).some((column) => column < answers + shift && isName(column))
    );
  };
  return SHIFTS.find(fits) ?? 0;
}

/** The words of a row before its target, each with the column it stands in. */
function wordsOf(region: Region, row: number, { answers, name }: Frame, shift: number): readonly Word[] {
  return filledColumns(region, row)
    .filter((column) => column < answers + shift)
    .map((column) => wordAt(region, row, column, name + shift))
    .filter(({ kind }) => kind !== 'side');
}

/** What stands in the column of 三级指标 is a name, whatever it says, unless it has marks of its own. */
function wordAt(region: Region, row: number, column: number, nameColumn: number): Word {
  const text = textAt(region, row, column);
  const word = { ...classify(text), printed: printedAt(region, row, column), row, column };
  return column >= nameColumn && !word.marks ? { ...word, kind: 'name', text } : word;
}

/** Opens the groups that a row names or implies, and gives the 二级指标 it stands under. */
function enterGroups(
  region: Region,
  groups: Building[],
  words: readonly Word[],
  primary: number,
  before: string,
): string {
  const aspects = words.filter(({ kind }) => kind === 'aspect');
  const current = groups[groups.length - 1];
  for (const word of words.filter(({ kind }) => kind === 'group' || kind === 'either')) {
    const leads = words.some((other) => other.column > word.column && other.kind !== 'group' && other.kind !== 'name');
    if (word.kind === 'either' && !leads && word.column > primary) continue;
    enterGroup(region, groups, word, aspects[0]?.text ?? '');
  }
  const own = [...words].reverse().find(({ kind }) => kind === 'aspect' || kind === 'either');
  const aspect = own?.text ?? before;
  const implied = own === undefined ? null : groupNameOf(own.text);
  const open = groups[groups.length - 1];
  if (implied !== null && open === current && open?.name !== implied) startGroup(groups, implied, null);
  return aspect;
}

function enterGroup(region: Region, groups: Building[], { text, row, column, marks }: Word, aspect: string): void {
  const open = groups[groups.length - 1];
  const implied = groupNameOf(aspect);
  const name = text === '' ? (implied ?? '') : text;
  const mark = marks ? marksInWords(region, row, column, `${name === '' ? '一级指标' : name} · 分值`) : null;
  const continues = open !== undefined && (open.name === name || (text === '' && implied === null));
  if (continues && (open.mark === null || mark === null || open.mark.shown.eq(mark.shown))) {
    open.mark ??= mark;
    return;
  }
  startGroup(groups, name, mark);
}

function startGroup(groups: Building[], name: string, mark: Figure | null): Building {
  const group: Building = { name, mark, indicators: [] };
  groups.push(group);
  return group;
}

function readIndicator(
  region: Region,
  row: number,
  frame: Frame,
  shift: number,
  words: readonly Word[],
  aspect: string,
  unit: Unit,
): Indicator | null {
  const { places } = frame;
  const at = (column: number | null): number | null => (column === null ? null : column + shift);
  const name = nameOf(words);
  const target = answerAt(region, row, at(places.target), `${name} · 年度指标值`, unit, places);
  const result = answerAt(region, row, at(places.result), `${name} · 实际完成值`, unit, null);
  const weight = measureAt(region, row, frame.weight + shift, `${name} · 分值`, '分', 'given');
  const score = measureAt(region, row, frame.score + shift, `${name} · 得分`, '分', 'given');
  if (TEMPLATE.test(name) || TEMPLATE.test(target.text)) return null;
  const answered = [target, result].some(({ text }) => text !== '');
  if (!answered && weight.content.kind !== 'number' && score.content.kind !== 'number') return null;
  const reason = places.reason === null ? '' : printedAt(region, row, places.reason + shift);
  return { name, aspect, target, result, weight, score, reason };
}

/** The words of the last column that is no 二级指标; an indicator without its own is called after its 二级指标. */
function nameOf(words: readonly Word[]): string {
  const last = [...words].reverse().find(({ kind }) => kind === 'name') ?? words[words.length - 1];
  return (last?.printed ?? '').replace(/\s+/g, '');
}

/** A target or a result; blank where the form has no column for it. */
function answerAt(
  region: Region,
  row: number,
  column: number | null,
  label: string,
  unit: Unit,
  places: Places | null,
): Answer {
  const cell = refAt(region, row, column ?? 0);
  if (column === null || isNilAt(region, row, column)) return { cell, text: '', quantity: null, amount: null };
  const beside = (place: number | null): string => (place === null ? '' : printedAt(region, row, place));
  const text = `${beside(places?.nature ?? null)}${printedAt(region, row, column)}${beside(places?.unit ?? null)}`;
  const quantity = readQuantity(text);
  const isWan = /万元?$/.test(normaliseText(text));
  const isAmount = quantity?.dimension === 'bare' || (quantity?.dimension === 'money' && isWan);
  const amount = isAmount ? amountInWords(region, row, column, label, isWan ? '万元' : unit) : null;
  return { cell, text, quantity, amount };
}

/** A row that only holds the rest of the name above it. */
function continueName(group: Building | undefined, words: readonly Word[]): void {
  const [word, ...more] = words;
  const above = group?.indicators[group.indicators.length - 1];
  if (group === undefined || above === undefined || word?.kind !== 'name') return;
  if (more.length > 0 || TEMPLATE.test(word.text)) return;
  group.indicators[group.indicators.length - 1] = { ...above, name: `${above.name}${word.printed}` };
}

/**
 * Two numbers are full marks and marks reached, wherever they slipped to; a single one is what its column says. A form
 * that totals the marks of every level has the two in their columns.
 */
function readTotal(region: Region, row: number, { primary, weight, score }: Frame): Total {
  const columns = filledColumns(region, row);
  const inPlace = isNumericAt(region, row, weight) && isNumericAt(region, row, score);
  const numbers = inPlace ? [weight, score] : columns.filter((column) => isNumericAt(region, row, column));
  const [label = 0] = columns;
  const slipped = numbers.length === 1 && numbers[0] === score && label >= primary ? 1 : 0;
  const [first = weight, second = score] = numbers.length >= 2 ? numbers : [weight + slipped, score + slipped];
  return {
    totalWeight: measureAt(region, row, first, '总分 · 分值', '分', 'given'),
    totalScore: measureAt(region, row, second, '总分 · 得分', '分', 'computed'),
    grade: readGrade(region, row),
  };
}

/** 「等级：优」, in the 总分 row or soon after; one that offers all grades to tick says nothing. */
function readGrade(region: Region, totalRow: number): Grade | null {
  for (let row = totalRow; row <= Math.min(region.lastRow, totalRow + GRADE_WITHIN); row += 1) {
    for (const column of filledColumns(region, row)) {
      const [, text] = GRADE.exec(textAt(region, row, column)) ?? [];
      if (text !== undefined) return { cell: refAt(region, row, column), text };
    }
  }
  return null;
}
