import { columnTotal } from './functional';
import { wholeExpenditure } from './expenditure';
import { gap, speaker } from './fact';
import { paragraph, section } from './section';

const SENTENCES = { total: ['total', 'basic', 'project', 'result'] } as const;
const KEY = 'performance';
const say = speaker(KEY, SENTENCES);

/** 十四 预算绩效情况说明 (rules.md C28): what was evaluated, from 支出决算表. */
export const performance = section({
  id: KEY,
  table: 'expenditure',
  heading: /绩效/,
  sentences: SENTENCES,
  *tell(table, telling) {
    yield paragraph(say('total', {
      total: wholeExpenditure(table),
      basic: columnTotal(table, 'basic', '基本支出') ?? gap('基本支出'),
      project: columnTotal(table, 'project', '项目支出') ?? gap('项目支出'),
      result: telling.words(`${KEY}/result`, '绩效自评结果'),
    }));
  },
  topics: (table) => [
    { key: KEY, names: ['整体支出'], actual: wholeExpenditure(table) },
    { key: `${KEY}/basic`, names: ['基本支出'], actual: columnTotal(table, 'basic', '基本支出'), whole: wholeExpenditure(table) },
    { key: `${KEY}/project`, names: ['项目支出'], actual: columnTotal(table, 'project', '项目支出'), whole: wholeExpenditure(table) },
  ],
});
