import type Decimal from 'decimal.js';
import { formatCell } from '../workbook/address';
import { identity, inspection, type Problem, type Reads, type Rule } from '../check/rule';
import { holdsNumber } from '../money/figure';
import type { Evaluation, Indicator, IndicatorGroup } from '../tables/evaluation';
import type { Quantity } from '../tables/evaluation-quantity';
import {
  evaluationsOf, executionOf, indicatorsOf, isWeighted, sumOf, unmarkedOf, type ScoredKey, type ScoredStem,
} from './evaluation-parts';

const GRADES = [
  ['优', 90],
  ['良', 80],
  ['中', 60],
  ['差', 0],
] as const;
/** A total that a cost target speaks of, not of one of its parts. */
const TOTAL_COST = /(?:经费|成本|资金|支出)?控制(?:总额|总数|数|额|经费|成本)|控制(?:经费|成本)|总成本/;
/** A column of marks, the other one, and how the form calls it. */
const MARKS = [
  ['weight', 'score', '分值'],
  ['score', 'weight', '得分'],
] as const;
/** The columns that say what a score is for, and how the form calls them. */
const ANSWERS = [
  ['target', '年度指标值'],
  ['result', '实际完成值'],
] as const;
const FEW_NAMES = 3;
/** None of these is best; of how many more or fewer, only the target's sign could tell. */
const TO_AVOID = /投诉|事故|差错|违规|违法|返薄|风险|缺陷|超支|损失|时长|天数/;

/** What concerns indicators one by one: their answers, their marks, and the grade that follows. */
export function indicatorRules<Key extends ScoredKey>(key: Key, stem: ScoredStem): readonly Rule[] {
  const reads = [key] as const;
  const each = (tables: Reads<Key>): readonly Evaluation[] => evaluationsOf(tables, key);
  const eachIndicator = (check: (indicator: Indicator, group: IndicatorGroup) => Problem | null) =>
    function* inspect(tables: Reads<Key>): Generator<Problem> {
      for (const { groups } of each(tables)) {
        for (const group of groups) {
          for (const indicator of group.indicators) {
            const problem = check(indicator, group);
            if (problem !== null) yield problem;
          }
        }
      }
    };

  const unscored = inspection({
    id: `${stem}/unscored`,
    statement: '各项指标应填分值和得分',
    source: 'E04、E05',
    conditions: '分值、得分都为空的，只在分值合计不足时提示；合计相符的视为与上一行合并填列',
    severity: 'error',
    reads,
    *inspect(tables) {
      for (const evaluation of each(tables)) {
        const indicators = indicatorsOf(evaluation);
        const unmarked = unmarkedOf(evaluation);
        for (const [column, other, name] of MARKS) {
          const total = column === 'weight' ? evaluation.totalWeight : evaluation.totalScore;
          const own = indicators.map((indicator) => indicator[column]).filter(holdsNumber);
          const isMissing = (each: Indicator): boolean =>
            own.length === 0 || unmarked.includes(each) || (!holdsNumber(each[column]) && holdsNumber(each[other]));
          const missing = indicators.filter(isMissing);
          if (missing.length === 0 || !holdsNumber(total)) continue;
          const names = missing.map((each) => each.name).join('、');
          const amounts = [executionOf(evaluation.funding)?.[column], ...own].filter(holdsNumber);
          const told = own.length === 0
            ? `${missing.length} 项指标没有填${name}，总分的${name} ${total.shown.toFixed()} 无从核对`
            : `${missing.length} 项指标（${names}）没有填${name}：总分的${name}为 ${total.shown.toFixed()}，` +
              `已填 ${amounts.map(({ shown }) => shown.toFixed()).join(' + ')} = ${sumOf(amounts).toFixed()}，` +
              `相差 ${total.shown.minus(sumOf(amounts)).toFixed()}`;
          const blanks = missing.map((indicator) => indicator[column].cell);
          const cells = missing.length > 1 && own.length > 0 ? [...blanks, total.cell] : blanks;
          const due = dueOf(evaluation, missing, column, total.shown.minus(sumOf(amounts)));
          const advice = due === null ? '请补填' : `应为 ${due.amount.toFixed()}`;
          yield { message: `${told}，${advice}。`, cells, found: '', cause: 'blank', ...(due === null ? {} : { due }) };
        }
      }
    },
  });

  const unanswered = inspection({
    id: `${stem}/unanswered`,
    statement: '得分的指标应填年度指标值和实际完成值',
    source: 'E07',
    conditions: '表式没有这一栏、或整栏没有填的不提示；每张表每栏合并为一条',
    severity: 'warning',
    reads,
    *inspect(tables) {
      for (const evaluation of each(tables)) {
        const scored = indicatorsOf(evaluation).filter(({ score }) => holdsNumber(score) && !score.shown.isZero());
        for (const [column, name] of ANSWERS) {
          const missing = scored.filter((indicator) => indicator[column].text === '');
          if (missing.length === 0 || missing.length === scored.length) continue;
          const names = missing.slice(0, FEW_NAMES).map((indicator) => indicator.name).join('、');
          yield {
            message: `${missing.length} 项指标（${names}${missing.length > FEW_NAMES ? '等' : ''}）已经得分，却没有写明${name}，请补填。`,
            cells: missing.map((indicator) => indicator[column].cell),
            found: '',
            cause: 'blank',
          };
        }
      }
    },
  });

  const groupScore = inspection({
    id: `${stem}/group-score`,
    statement: '没有逐项填分值的，一级指标所属各项得分之和 ≤ 括号内的分值',
    source: 'E04、E05',
    severity: 'error',
    reads,
    *inspect(tables) {
      for (const evaluation of each(tables)) {
        if (isWeighted(evaluation)) continue;
        for (const { name, mark, indicators } of evaluation.groups) {
          const scores = indicators.map(({ score }) => score).filter(holdsNumber);
          const sum = sumOf(scores);
          if (mark === null || sum.lte(mark.shown)) continue;
          yield {
            message:
              `${name}的得分 ${scores.map(({ shown }) => shown.toFixed()).join(' + ')} = ${sum.toFixed()}，` +
              `超过括号内的 ${mark.shown.toFixed()} 分，超出 ${sum.minus(mark.shown).toFixed()} 分。`,
            cells: [mark.cell, ...scores.map(({ cell }) => cell)],
            found: null,
            cause: null,
          };
        }
      }
    },
  });

  const grade = inspection({
    id: `${stem}/grade`,
    statement: '等级按总分：90 分（含）以上为优，80 分（含）以上为良，60 分（含）以上为中，60 分以下为差',
    source: 'E05',
    conditions: '表下备注另定等级界限的不核对',
    severity: 'error',
    reads,
    *inspect(tables) {
      for (const { grade: printed, totalScore, notes } of each(tables)) {
        const otherwise = notes.some((note) => note.includes('为优') && !note.includes('90'));
        if (printed === null || !holdsNumber(totalScore) || otherwise) continue;
        const due = GRADES.find(([, least]) => totalScore.shown.gte(least))?.[0];
        if (due === undefined || due === printed.text) continue;
        yield {
          message: `总分为 ${totalScore.shown.toFixed()}，等级应为“${due}”，现为“${printed.text}”。`,
          cells: [printed.cell],
          found: printed.text,
          cause: null,
        };
      }
    },
  });

  const dimension = inspection({
    id: `${stem}/dimension`,
    statement: '年度指标值与实际完成值的量纲应一致',
    source: 'E07',
    conditions: '只比较两边都是数量的：百分比、金额、单价和个数；没有写单位的按对方的单位',
    severity: 'warning',
    reads,
    inspect: eachIndicator(({ name, target, result }) => {
      const [wanted, reached] = [target.quantity, result.quantity];
      if (wanted === null || reached === null || isComparable(wanted, reached)) return null;
      const message = `“${name}”的年度指标值为“${target.text}”，实际完成值为“${result.text}”，量纲不一致，请核对。`;
      return about(result.cell, message, result.text);
    }),
  });

  const fullMarksMissed = inspection({
    id: `${stem}/missed`,
    statement: '未达到年度指标值的，一般不应得满分',
    source: 'E07',
    conditions: '写明偏差原因的不提示；成本类指标以不超过为达到',
    severity: 'warning',
    reads,
    inspect: eachIndicator((indicator, group) => {
      const { name, target, result, weight, score } = indicator;
      if (!isUnexplained(indicator) || score.shown.lt(weight.shown) || isMet(indicator, group) !== false) return null;
      return about(
        score.cell,
        `“${name}”的年度指标值为“${target.text}”，实际完成值为“${result.text}”，` +
          `没有达到却得了满分 ${score.shown.toFixed()} 分，请核对或写明原因。`,
        score.text,
      );
    }),
  });

  const marksDeducted = inspection({
    id: `${stem}/deducted`,
    statement: '达到年度指标值而扣分的，应写明原因',
    source: 'E07',
    conditions: '成本类指标不提示；写明偏差原因的不提示',
    severity: 'warning',
    reads,
    inspect: eachIndicator((indicator, group) => {
      const { name, target, result, weight, score } = indicator;
      if (!isUnexplained(indicator) || isCost(indicator, group)) return null;
      if (score.shown.gte(weight.shown) || isMet(indicator, group) !== true) return null;
      return about(
        score.cell,
        `“${name}”的年度指标值为“${target.text}”，实际完成值为“${result.text}”，` +
          `已经达到，却只得 ${score.shown.toFixed()} 分（分值 ${weight.shown.toFixed()}），请核对或写明原因。`,
        score.text,
      );
    }),
  });

  const costDirection = inspection({
    id: `${stem}/cost-direction`,
    statement: '成本指标的年度指标值应为上限（≤）',
    source: 'E07',
    severity: 'warning',
    reads,
    inspect: eachIndicator((indicator, group) => {
      const { name, target } = indicator;
      const { quantity } = target;
      const isAmount = quantity?.dimension === 'money' || quantity?.dimension === 'price';
      if (!isCost(indicator, group) || !isAmount || quantity.bound !== 'least') return null;
      const message = `成本指标“${name}”的年度指标值写成“${target.text}”，成本应以不超过为目标（≤），请核对。`;
      return about(target.cell, message, target.text);
    }),
  });

  const aspect = inspection({
    id: `${stem}/aspect`,
    statement: '时效指标不应是金额，成本指标不应是时间',
    source: 'E07',
    severity: 'warning',
    reads,
    inspect: eachIndicator(({ name, aspect: under, target }) => {
      const money = target.quantity?.dimension === 'money' || target.quantity?.dimension === 'price';
      const time = /\d年|\d月|时间|时限/.test(`${name}${target.text}`) && target.quantity === null;
      const wrong = (under === '时效指标' && money) || (/成本/.test(under) && time);
      const message = `“${name}”（${target.text}）填在${under}下，内容与指标类别不符，请核对。`;
      return wrong ? about(target.cell, message, target.text) : null;
    }),
  });

  const costControl = identity({
    id: `${stem}/cost-control`,
    statement: '经费（成本）控制总额 = 年初预算数（或全年预算数）',
    source: 'E07',
    conditions: '仅在该指标的实际完成值等于全年执行数时核对',
    reads,
    *equations(tables) {
      for (const { funding, groups } of each(tables)) {
        const total = funding?.total?.amounts;
        if (!holdsNumber(total?.actual)) continue;
        for (const group of groups) {
          for (const indicator of group.indicators) {
            if (!TOTAL_COST.test(indicator.name) || !isCost(indicator, group)) continue;
            const [target, result] = [indicator.target.amount, indicator.result.amount];
            if (target === null || result?.shown.eq(total.actual.shown) !== true) continue;
            const same = [total.initialBudget, total.annualBudget].find((budget) => budget?.shown.eq(target.shown));
            yield { total: target, terms: [same ?? total.initialBudget] };
          }
        }
      }
    },
  });

  const year = inspection({
    id: `${stem}/year`,
    statement: '标题中的年度应与工作簿的年度一致',
    source: 'D06',
    severity: 'warning',
    reads,
    *inspect(tables, { year: of }) {
      for (const { year: own, titleCell, title } of each(tables)) {
        if (own === null || of === null || own === of) continue;
        const message = `${formatCell(titleCell)} 的标题“${title}”写的是 ${own} 年，工作簿是 ${of} 年度的，请核对。`;
        yield about(titleCell, message, title);
      }
    },
  });

  return [
    unscored, unanswered, groupScore, grade, dimension, fullMarksMissed, marksDeducted, costDirection, aspect, costControl, year,
  ];
}

function about(cell: Problem['cells'][number], message: string, found: string): Problem {
  return { message, cells: [cell], found, cause: null };
}

/** The marks of the only indicator without them: what its group and the whole are both short of. */
function dueOf(
  { groups }: Evaluation,
  missing: readonly Indicator[],
  column: 'weight' | 'score',
  short: Decimal,
): Required<Problem>['due'] | null {
  const [only] = missing;
  if (only === undefined || missing.length > 1 || column === 'score' || short.lte(0)) return null;
  const group = groups.find(({ indicators }) => indicators.includes(only));
  const own = sumOf(group?.indicators.map(({ weight }) => weight) ?? []);
  const agrees = (group?.mark ?? null) === null || group?.mark?.shown.minus(own).eq(short) === true;
  return agrees && short.gte(only.score.shown) ? { figure: only.weight, amount: short } : null;
}

/** Scored, and no reason given for the score. */
function isUnexplained({ weight, score, reason }: Indicator): boolean {
  return holdsNumber(weight) && holdsNumber(score) && reason === '';
}

function isCost({ aspect }: Indicator, { name }: IndicatorGroup): boolean {
  return name === '成本指标' || /成本/.test(aspect);
}

/** No bare number is at odds with any unit, but as a percentage it must be one that occurs. */
function isComparable(a: Quantity, b: Quantity): boolean {
  const [bare, other] = a.dimension === 'bare' ? [a, b] : [b, a];
  if (bare.dimension === 'bare') return other.dimension !== 'percent' || bare.value.lte(LARGEST_PERCENT);
  return a.dimension === b.dimension;
}

const LARGEST_PERCENT = 200;

/** Whether the result reaches the target; null where that cannot be told. */
function isMet(indicator: Indicator, group: IndicatorGroup): boolean | null {
  const [target, result] = [indicator.target.quantity, indicator.result.quantity];
  if (target === null || result === null || !isComparable(target, result)) return null;
  if (target.bound === 'exact' && TO_AVOID.test(indicator.name)) {
    return target.value.isZero() ? result.value.isZero() : null;
  }
  const least = target.bound === 'least' || (target.bound === 'exact' && !isCost(indicator, group));
  return least ? result.value.gte(target.value) : result.value.lte(target.value);
}
