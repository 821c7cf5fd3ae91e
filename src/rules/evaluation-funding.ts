import { computation, identity, inspection, type Reads, type Rule } from '../check/rule';
import { isZero } from '../check/amounts';
import { compute, type ComputationSpec } from '../check/computation';
import { describeCell } from '../check/describe';
import { holdsNumber } from '../money/figure';
import type { Evaluation, FundingColumn, FundingLine } from '../tables/evaluation';
import {
  evaluationsOf, executionOf, indicatorsOf, isWeighted, linesOf, scoredLinesOf, sumOf,
  type ScoredKey, type ScoredStem,
} from './evaluation-parts';

const COLUMNS: readonly FundingColumn[] = ['initialBudget', 'annualBudget', 'actual'];
/** 预算执行 has 10 of 100 marks in every form. */
const EXECUTION_MARKS = 10;
const FULL_MARKS = 100;

/** Whether the form's own marks add up to 100, however it divides them. */
function addsUp(evaluation: Evaluation): boolean {
  const execution = executionOf(evaluation.funding)?.weight;
  const marks = sumOf([execution, ...indicatorsOf(evaluation).map(({ weight }) => weight)]);
  return isWeighted(evaluation) && marks.eq(FULL_MARKS) && evaluation.totalWeight?.shown.eq(FULL_MARKS) !== false;
}

/** By the printed rate or by the amounts: either is right, and the rate counts unless it is wrong itself. */
function scoreSpec({ amounts, weight, rate, score }: FundingLine): ComputationSpec {
  const byRate = { value: score, times: weight, part: rate };
  const byAmounts = { value: score, times: weight, part: amounts.actual, whole: amounts.annualBudget };
  const ofRate = compute('', byRate);
  const ofAmounts = compute('', byAmounts);
  const rateVerdict = compute('', { value: rate, part: amounts.actual, whole: amounts.annualBudget })?.verdict;
  if (ofRate?.verdict === 'exact') return byRate;
  return ofAmounts?.verdict === 'exact' || ofRate === null || rateVerdict === 'error' ? byAmounts : byRate;
}

/** 项目资金, and the marks that its execution earns. */
export function fundingRules<Key extends ScoredKey>(key: Key, stem: ScoredStem): readonly Rule[] {
  const reads = [key] as const;
  const each = (tables: Reads<Key>): readonly Evaluation[] => evaluationsOf(tables, key);

  const fundingTotal = identity({
    id: `${stem}/funding-total`,
    statement: '年初预算数、全年预算数、全年执行数：年度资金总额 = 各资金来源之和',
    source: 'E06',
    conditions: '某一列没有按来源填列时不核对该列，另作提醒',
    reads,
    *equations(tables) {
      for (const { funding } of each(tables)) {
        for (const column of COLUMNS) {
          const total = funding?.total?.amounts[column];
          const terms = funding?.sources.map(({ amounts }) => amounts[column]) ?? [];
          if (total?.blank === false && terms.some(holdsNumber)) yield { total, terms };
        }
      }
    },
  });

  const fundingTotalMissing = computation({
    id: `${stem}/funding-total-missing`,
    statement: '各资金来源有数的，年度资金总额不得为空',
    source: 'E06、A18',
    reads,
    *computations(tables) {
      for (const { funding } of each(tables)) {
        for (const column of COLUMNS) {
          const total = funding?.total?.amounts[column];
          const addends = funding?.sources.map(({ amounts }) => amounts[column]) ?? [];
          if (total?.blank === true) yield { value: total, addends };
        }
      }
    },
  });

  const fundingSources = inspection({
    id: `${stem}/funding-sources`,
    statement: '有年度资金总额的，应按资金来源填列',
    source: 'E06',
    severity: 'warning',
    reads,
    *inspect(tables) {
      for (const { funding } of each(tables)) {
        if (funding === null || funding.sources.length === 0) continue;
        const empty = COLUMNS.flatMap((column) => {
          const total = funding.total?.amounts[column];
          const unsaid = funding.sources.every(({ amounts }) => amounts[column]?.blank !== false);
          return holdsNumber(total) && !isZero(total) && unsaid ? [total] : [];
        });
        if (empty.length === 0) continue;
        const names = empty.map(({ label }) => label.split(' · ').pop() ?? label).join('、');
        const message = `${names}只填了总额，没有按资金来源填列，请补填。`;
        yield { message, cells: empty.map(({ cell }) => cell), found: null, cause: null };
      }
    },
  });

  const required = inspection({
    id: `${stem}/required`,
    statement: '有执行数的，全年预算数不得为空；有得分的，总分不得为空',
    source: 'A18、E06',
    conditions: '由各资金来源或各项得分能算出来的，按计算规则报告',
    severity: 'error',
    reads,
    *inspect(tables) {
      for (const { funding, totalScore, groups } of each(tables)) {
        const lines = linesOf(funding);
        const spent = lines.some(({ amounts }) => holdsNumber(amounts.actual) && !isZero(amounts.actual));
        const budget = funding?.total?.amounts.annualBudget;
        const budgeted = lines.some(({ amounts }) => holdsNumber(amounts.annualBudget));
        if (spent && budget?.blank === true && !budgeted) {
          yield { message: `${describeCell(budget)}为空，执行率无从核对，请补填。`, cells: [budget.cell], found: '', cause: 'blank' };
        }
        const scored = ({ score }: Pick<FundingLine, 'score'>): boolean => holdsNumber(score);
        const indicators = groups.flatMap((group) => group.indicators);
        if (totalScore?.blank === true && lines.some(scored) && !indicators.some(scored)) {
          yield { message: `${describeCell(totalScore)}为空，请补填。`, cells: [totalScore.cell], found: '', cause: 'blank' };
        }
      }
    },
  });

  const rateMissing = inspection({
    id: `${stem}/execution-rate-missing`,
    statement: '有执行数时应填执行率',
    source: 'E01',
    severity: 'warning',
    reads,
    *inspect(tables) {
      for (const { funding } of each(tables)) {
        const lines = linesOf(funding);
        const rate = funding?.total?.rate;
        const spent = lines.some(({ amounts }) => holdsNumber(amounts.actual) && !isZero(amounts.actual));
        if (rate?.blank !== true || !spent || lines.some((line) => holdsNumber(line.rate))) continue;
        yield { message: `${describeCell(rate)}为空，请补填。`, cells: [rate.cell], found: '', cause: 'blank' };
      }
    },
  });

  const executionRate = computation({
    id: `${stem}/execution-rate`,
    statement: '执行率 = 全年执行数 ÷ 全年预算数',
    source: 'E01',
    conditions: '全年预算数为零时不计算；按两个金额的舍入区间判断，只差末位的作提醒',
    reads,
    *computations(tables) {
      for (const { funding } of each(tables)) {
        for (const { amounts, rate } of scoredLinesOf(funding)) {
          yield { value: rate, part: amounts.actual, whole: amounts.annualBudget };
        }
      }
    },
  });

  const executionScore = computation({
    id: `${stem}/execution-score`,
    statement: '预算执行得分 = 分值 × 执行率',
    source: 'E02',
    conditions: '按表中的执行率或按金额计算，任一相符即可；超过分值的按分值计；分值本身超过 10、或执行率没有金额可以核对的，只列示算式',
    reads,
    *computations(tables) {
      for (const evaluation of each(tables)) {
        const own = addsUp(evaluation);
        for (const line of scoredLinesOf(evaluation.funding)) {
          const borneOut = [line.amounts.actual, line.amounts.annualBudget].every((amount) => amount?.blank !== true);
          const isUsual = own || line.weight?.shown.lte(EXECUTION_MARKS) !== false;
          yield { ...scoreSpec(line), certain: borneOut && isUsual };
        }
      }
    },
  });

  const executionMarks = inspection({
    id: `${stem}/execution-marks`,
    statement: '没有填分值的，预算执行得分不应超过 10 分',
    source: 'E03、E05',
    severity: 'error',
    reads,
    *inspect(tables) {
      for (const { funding } of each(tables)) {
        const execution = executionOf(funding);
        const score = execution?.score;
        if (!holdsNumber(score) || holdsNumber(execution?.weight) || score.shown.lte(EXECUTION_MARKS)) continue;
        yield {
          message: `${describeCell(score)}为 ${score.shown.toFixed()}，超过预算执行的满分 ${EXECUTION_MARKS} 分，且没有填分值，请核对。`,
          cells: [score.cell],
          found: score.text,
          cause: null,
        };
      }
    },
  });

  const executionWeight = identity({
    id: `${stem}/execution-weight`,
    statement: '预算执行分值 = 10',
    source: 'E03',
    conditions: '各项分值合计已为 100 分的，按表中自定的分值',
    reads,
    *equations(tables) {
      for (const evaluation of each(tables)) {
        const weight = executionOf(evaluation.funding)?.weight;
        if (holdsNumber(weight) && (weight.shown.eq(EXECUTION_MARKS) || !addsUp(evaluation))) {
          yield { total: weight, terms: [], constant: EXECUTION_MARKS };
        }
      }
    },
  });

  const sourceWeight = identity({
    id: `${stem}/source-weight`,
    statement: '只有一个资金来源填了分值的，应与年度资金总额的分值相同',
    source: 'E03',
    reads,
    *equations(tables) {
      for (const { funding } of each(tables)) {
        const own = funding?.sources.map(({ weight }) => weight).filter(holdsNumber) ?? [];
        const whole = funding?.total?.weight;
        if (own.length === 1 && holdsNumber(whole)) yield { total: own[0], terms: [whole] };
      }
    },
  });

  return [
    fundingTotal, fundingTotalMissing, fundingSources, required, rateMissing, executionRate, executionScore,
    executionMarks, executionWeight, sourceWeight,
  ];
}
