import { partsOf } from '../basic-expenditure';
import { wholeExpenditure } from '../expenditure';
import { columnTotal } from '../functional';
import type { Telling } from '../telling';
import type { Topic } from '../topic';
import { bind } from './bind';
import type { Passage } from './document';
import { given } from './operand';
import type { TextProblem } from './problem';
import { LIST } from './projects';
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

/** 基本支出 and 项目支出 of a report against whichever scope they fit better (rules.md B19, B20). */
export function spendingProblems(
  passages: readonly Passage[],
  telling: Telling,
  reference: Reference,
): readonly TextProblem[] {
  const own = passages.filter(
    ({ text }) => text.length <= LONGEST && SPENDING.test(text) && !OF_THE_BUDGET.test(text) && !LIST.test(text),
  );
  const readings = topicSets(telling).map((topics) => {
    const judged = verify(bind(own, topics).claims, { section: 'performance', topics, reference, percentDigits: 2 });
    const fitting = judged.filter(({ claim, problems }) => problems.length === 0 && given(claim.topic.actual) !== null);
    return { problems: judged.flatMap(({ problems }) => problems), fitting: fitting.length };
  });
  return readings.reduce(
    (best, one) => (one.fitting > best.fitting ? one : best),
    readings[0] ?? { problems: [], fitting: 0 },
  ).problems;
}
