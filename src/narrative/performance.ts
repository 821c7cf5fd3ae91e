import type { CodedTable, ExpenditureColumn } from '../tables/accounts';
import { wholeExpenditure } from './expenditure';
import { gap, parts, speaker, type KnownOrGap } from './fact';
import { columnTotal } from './functional';
import { amountOf, ratio } from './measure';
import { paragraph, section } from './section';
import type { Telling } from './telling';

const SENTENCES = {
  total: ['total', 'basic', 'project', 'projects?', 'result'],
  projects: ['count', 'amount', 'share?'],
} as const;
const KEY = 'performance';
const COUNT = `${KEY}/projects`;
const say = speaker(KEY, SENTENCES);

/** 十四 预算绩效情况说明 (rules.md C28): what was evaluated, from 支出决算表, and the projects where the user gives them. */
export const performance = section({
  id: KEY,
  table: 'expenditure',
  heading: /绩效/,
  sentences: SENTENCES,
  *tell(table, telling) {
    const { total, basic, project } = amountsOf(table);
    yield paragraph(
      say('total', {
        total,
        basic,
        project,
        projects: parts(...projectsOf(telling)),
        result: telling.words(`${KEY}/result`, '绩效自评结果'),
      }),
    );
  },
  counts: [{ key: COUNT, name: '参加绩效自评的项目', unit: '个', pattern: /项目支出[^。]*?项目(\d+)个/ }],
  topics(table, telling) {
    const { total, basic, project } = amountsOf(table);
    return [
      { key: KEY, names: ['整体支出'], actual: total },
      { key: `${KEY}/basic`, names: ['基本支出'], actual: basic, whole: total },
      { key: `${KEY}/project`, names: ['项目支出'], actual: project, whole: total },
      { key: `${KEY}/sum`, names: ['合计'], sumOf: [`${KEY}/basic`, `${KEY}/project`] },
      {
        key: `${KEY}/funds`,
        names: ['涉及资金', '涉及金额'],
        actual: fundsOf(telling),
        whole: budgetProjects(telling),
      },
      { key: `${KEY}/budgetProject`, names: ['一般公共预算项目支出'], actual: budgetProjects(telling) },
    ];
  },
});

function amountsOf(table: CodedTable<ExpenditureColumn>) {
  return {
    total: wholeExpenditure(table),
    basic: columnTotal(table, 'basic', '基本支出') ?? gap('基本支出'),
    project: columnTotal(table, 'project', '项目支出') ?? gap('项目支出'),
  };
}

function fundsOf(telling: Telling): KnownOrGap {
  return telling.amount(`${KEY}/funds`, '参加绩效自评的项目涉及资金', '涉及资金');
}

/** 项目支出 of 一般公共预算, of which the projects' share is. */
function budgetProjects({ accounts: { generalBudget } }: Telling): KnownOrGap {
  return amountOf(generalBudget?.total?.figures.project ?? null, '一般公共预算项目支出', generalBudget?.figures);
}

/** Told only where the user has given their number and amount: not every form asks for them. */
function projectsOf(telling: Telling) {
  const count = telling.words(COUNT, '参加绩效自评的项目个数');
  const amount = fundsOf(telling);
  if (count.kind === 'gap' || amount.kind === 'gap') return [];
  return [say('projects', { count, amount, share: ratio(amount, budgetProjects(telling)) })];
}
