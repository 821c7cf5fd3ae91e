import { formatAmount } from '../../money/figure';
import { partsOf } from '../basic-expenditure';
import { REPORTED_FUNDS, reportedFundTopics } from '../evaluation-report';
import { wholeExpenditure } from '../expenditure';
import { columnTotal } from '../functional';
import type { Telling } from '../telling';
import type { Topic } from '../topic';
import { bind } from './bind';
import type { Passage } from './document';
import { isHeading, numberingOf } from './heading';
import { given } from './operand';
import { passageProblem } from './passage-problem';
import type { TextProblem } from './problem';
import { PROJECT_LIST } from './projects';
import type { Reference } from './reference';
import { verify } from './verify';

/** 基本支出 and 项目支出 of a report, of all money or of 一般公共预算 alone: reports tell either. */
function topicSets(telling: Telling): readonly (readonly Topic[])[] {
  const { expenditure, generalBudget, basicExpenditure } = telling.accounts;
  const sides = basicExpenditure === null ? null : partsOf(basicExpenditure, telling);
  return [generalBudget, expenditure].flatMap((table) => {
    if (table === null) return [];
    const isAll = table === expenditure;
    const total = isAll ? wholeExpenditure(expenditure) : columnTotal(table, 'total', '支出合计');
    const side = (key: string, name: string, actual: Topic['actual']): Topic => ({
      key: `report/${key}`,
      names: [`一般公共预算财政拨款${name}`, name],
      actual: actual ?? null,
      whole: total,
    });
    return [
      [
        { key: 'report', names: ['决算总支出', '总支出', '年支出', '年度支出', '支出总额'], actual: total },
        side('basic', '基本支出', columnTotal(table, 'basic', '基本支出')),
        side('project', '项目支出', columnTotal(table, 'project', '项目支出')),
        ...(sides === null || isAll
          ? []
          : [side('personnel', '人员经费', sides.personnel), side('operating', '公用经费', sides.operating)]),
      ],
    ];
  });
}

const SPENDING = /(?:基本支出|项目支出|总支出)[^。]{0,12}\d|^\d{4}年(?:度)?支出\d/;
const OF_THE_BUDGET = /(?:年初|部门|支出)预算|预算安排/;
const LONGEST = 160;

/** Passages that speak of a fund: they name it, or stand under a heading that does. */
function passagesOn(fund: RegExp, passages: readonly Passage[]): readonly Passage[] {
  return passages.filter(({ text }, index) => {
    const before = passages[index - 1]?.text ?? '';
    return fund.test(text) || (isHeading(before) && fund.test(before) && numberingOf(text) === null);
  });
}

/** 「三、政府性基金预算支出情况：无」, or 「无」 under such a heading. */
const NIL = /(?:^|[：:])无[。]?$/;

/** 政府性基金预算 and 国有资本经营预算 of a report against their tables (rules.md B19, C27). */
export function fundProblems(
  passages: readonly Passage[],
  telling: Telling,
  reference: Reference,
): readonly TextProblem[] {
  return REPORTED_FUNDS.flatMap((fund) => {
    const topics = reportedFundTopics(fund, telling);
    if (topics === null) return [];
    const own = passagesOn(NAMES[fund.id], passages);
    const judged = verify(bind(own, topics).claims, { section: fund.id, topics, reference, percentDigits: 2, quoting: false });
    const spent = given(topics[0]?.actual);
    const nil = spent === null || spent.value.isZero() ? undefined : own.find(({ text }) => NIL.test(text));
    const problems = judged.flatMap((one) => one.problems);
    if (nil === undefined || spent === null || reference.isDoubtful(spent.cells)) return problems;
    const message = `正文说没有${fund.name}预算支出，而公开表为 ${formatAmount(spent.value)} 万元，请写明。`;
    const rule = `${fund.id}/narrative-nil`;
    return [...problems, passageProblem(nil, 0, nil.text.length, { rule, severity: 'error', message, cells: spent.cells })];
  });
}

const NAMES = {
  'government-funds': /政府性基金/,
  'state-capital': /国有(?:资本|资产)经营/,
} as const;
const OTHER_BUDGETS = /政府性基金|国有(?:资本|资产)经营|社会保险基金/;

/** 基本支出 and 项目支出 of a report against whichever scope they fit better (rules.md B19, B20). */
export function spendingProblems(
  passages: readonly Passage[],
  telling: Telling,
  reference: Reference,
): readonly TextProblem[] {
  const others = new Set(passagesOn(OTHER_BUDGETS, passages));
  const own = passages.filter((passage) => !others.has(passage)).filter(
    ({ text }) => text.length <= LONGEST && SPENDING.test(text) && !OF_THE_BUDGET.test(text) && !PROJECT_LIST.test(text),
  );
  const readings = topicSets(telling).map((topics) => {
    const judged = verify(bind(own, topics).claims, { section: 'performance', topics, reference, percentDigits: 2, quoting: false });
    const fitting = judged.filter(({ claim, problems }) => problems.length === 0 && given(claim.topic.actual) !== null);
    return { problems: judged.flatMap(({ problems }) => problems), fitting: fitting.length };
  });
  return readings.reduce(
    (best, one) => (one.fitting > best.fitting ? one : best),
    readings[0] ?? { problems: [], fitting: 0 },
  ).problems;
}
