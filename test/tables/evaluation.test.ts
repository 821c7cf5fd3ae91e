import { formatCell } from '../../src/workbook/address';
import type { CellValue } from '../../src/workbook/snapshot';
import type { Figure } from '../../src/money/figure';
import type { Evaluation, FundingLine } from '../../src/tables/evaluation';
import { readAccounts } from '../../src/tables/read-accounts';
import { EVALUATION_LAYOUTS, evaluationSample } from '../sample/evaluation';
import { cleanSample } from '../sample/clean';
import { sheet, workbook } from './sheet';

const shown = (figure: Figure | null | undefined): string | null =>
  figure?.content.kind === 'number' ? figure.shown.toFixed() : null;
const amountsOf = (line: FundingLine | null | undefined): (string | null)[] =>
  line ? [line.amounts.initialBudget, line.amounts.annualBudget, line.amounts.actual].map(shown) : [];
const marksOf = ({ groups }: Evaluation): (string | null)[][] =>
  groups.map(({ name, mark, indicators }) => [
    name,
    shown(mark),
    ...indicators.map(({ weight, score }) => `${shown(weight)}/${shown(score)}`),
  ]);

describe.each(EVALUATION_LAYOUTS)('the 绩效 tables: %s', (_, layout) => {
  const { snapshot, cellOf } = evaluationSample(layout);
  const accounts = readAccounts(snapshot);

  test('are found, each on its sheet, and nothing else is', () => {
    expect(accounts.evaluations.map(({ id, sheet: name }) => [id, name])).toEqual([
      ['overall-evaluation', '整体自评'],
      ['project-evaluation', '项目自评1'],
      ['project-evaluation', '项目自评2'],
      ['evaluation-data', '基础数据'],
    ]);
    expect(accounts.tables).toEqual([]);
    expect(accounts.problems).toEqual([]);
    expect(accounts.department).toBe('青禾县水文站');
  });

  test('say the same amounts, rates and marks', () => {
    const overall = accounts.overallEvaluation;
    expect(overall === null ? null : marksOf(overall)).toEqual([
      ['产出指标', '40', '10/10', '10/10', '10/10', '10/10'],
      ['效益指标', '20', '10/9', '10/10'],
      ['满意度指标', '10', '10/10'],
      ['成本指标', '20', '20/18'],
    ]);
    expect([overall?.totalWeight, overall?.totalScore].map(shown)).toEqual(['100', '96.5']);
    expect(overall?.grade?.text).toBe('优');
    const total = overall?.funding?.total;
    expect([...amountsOf(total), shown(total?.weight), shown(total?.rate), shown(total?.score)]).toEqual([
      '300',
      '320',
      '304',
      '10',
      '95',
      '9.5',
    ]);
    expect(overall?.funding?.sources.map(amountsOf)).toEqual([
      ['300', '310', '294.4'],
      [null, '4', '3.6'],
      [null, '6', '6'],
    ]);
    expect(overall?.funding?.bySpending.map(({ name, amount }) => [name, shown(amount)])).toEqual([
      ['基本支出', '204'],
      ['项目支出', '100'],
    ]);
    expect(overall?.funding?.byRevenue.map(({ amount }) => shown(amount))).toEqual(['310', '10']);
  });

  test('know the cell of every number', () => {
    const [first] = accounts.projectEvaluations ?? [];
    const place = (figure: Figure | null | undefined): string => (figure ? formatCell(figure.cell) : '');
    expect(place(first?.funding?.total?.rate)).toBe(formatCell(cellOf('project-1', 'rate')));
    expect(place(first?.groups[3]?.indicators[0]?.score)).toBe(formatCell(cellOf('project-1', '5.score')));
    expect(place(first?.totalScore)).toBe(formatCell(cellOf('project-1', 'total.score')));
    expect(place(first?.groups[1]?.mark)).toBe(formatCell(cellOf('project-1', 'group.2')));
  });

  test('give targets and results as quantities', () => {
    const [project] = accounts.projectEvaluations ?? [];
    const answers = project?.groups
      .flatMap(({ indicators }) => indicators)
      .map(({ name, target, result }) => [
        name,
        target.quantity?.value.toFixed() ?? null,
        target.quantity?.unit ?? null,
        result.quantity?.value.toFixed() ?? null,
      ]);
    expect(answers).toEqual([
      ['巡测断面', '36', '个', '36'],
      ['任务完成率', '100', '%', '100'],
      ['防汛保障', null, null, null],
      ['满意度', '95', '%', '95'],
      ['经费控制总额', '600000', '元', '564000'],
    ]);
  });

  test('of 基础数据 give the three columns of every item and the single projects', () => {
    const { expenses, specials, staff } = accounts.evaluationData ?? {};
    const line = (name: 'threePublic' | 'projectSpecial' | 'meetings'): (string | null)[] =>
      expenses?.[name] ? Object.values(expenses[name].amounts).map(shown) : [];
    expect([line('threePublic'), line('projectSpecial'), line('meetings')]).toEqual([
      ['4.3', '5', '4.4'],
      ['85', '100', '96.4'],
      ['2', '2', '1.5'],
    ]);
    expect(specials?.map(({ name }) => name)).toEqual(['水文巡测专项经费', '测报设备维护经费']);
    expect([staff?.allowed, staff?.actual, staff?.rate].map(shown)).toEqual(['21', '20', '95.24']);
  });
});

const FORM: readonly (readonly CellValue[])[] = [
  ['2031 年度项目支出绩效自评表'],
  ['项目支出名称', '水情预报经费'],
  ['项目资金（万元）', null, '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
  [null, '年度资金总额', 50, 50, 45, 10, '90%', 9],
  ['年度总体目标', '预期目标'],
  [
    '绩效指标',
    '一级指标',
    '二级指标',
    '三级指标',
    '年度指标值',
    '实际完成值',
    '分值',
    '得分',
    '偏差原因分析及改进措施',
  ],
];
const readForm = (...rows: readonly (readonly CellValue[])[]) =>
  readAccounts(workbook(sheet('自评', [...FORM, ...rows])));
const marks = (...rows: readonly (readonly CellValue[])[]): unknown =>
  readForm(...rows).projectEvaluations?.map(marksOf)[0];
const TOTAL: readonly CellValue[] = ['总分', null, null, null, null, null, 100, 99];

describe('broken rows', () => {
  test('marks in brackets below, or without, the name of their group', () => {
    expect(
      marks(
        [null, '产出指标', '数量指标', '预报期数', '52期', '52期', 20, 20],
        [null, '(40 分)', '质量指标', '合格率', '100%', '100%', 20, 20],
        [null, null, '社会效益指标', '预警', '有效', '有效', 30, 29],
        [null, '(20分)', '经济成本指标', '成本', '50万元', '45万元', 20, 20],
        TOTAL,
      ),
    ).toEqual([
      ['产出指标', '40', '20/20', '20/20'],
      ['效益指标', null, '30/29'],
      ['成本指标', '20', '20/20'],
    ]);
  });

  test('a row that slipped to the left, to the right, or lost its heads altogether', () => {
    expect(
      marks(
        [null, '产出指标（40分）', '数量指标', '预报期数', '52期', '52期', 20, 20],
        [null, null, null, '时效指标', '完成时间', '12月底前', '12月底前', 20, 20],
        ['成本指标（20分）', '经济成本指标', '成本', '50万元', '45万元', 20, 19],
        ['其他成本', null, null, '3 万', '3 万', 10, 10],
        ['总分', null, null, null, null, 100, 99],
      ),
    ).toEqual([
      ['产出指标', '40', '20/20', '20/20'],
      ['成本指标', '20', '20/19', '10/10'],
    ]);
  });

  test('targets and results that are bare numbers are no marks', () => {
    expect(
      marks([null, '产出指标', '数量指标', '站点', 12, 11, 10, 9], [null, null, '质量指标', '合格', 98, 99], TOTAL),
    ).toEqual([['产出指标', null, '10/9', 'null/null']]);
  });

  test('a name that goes on in the next row, and rows of dots', () => {
    const [table] =
      readForm(
        [null, '产出指标', '数量指标', '通过报汛系统向沿河', '12个', '12个', 90, 89],
        [null, null, null, '乡镇发送水情'],
        [null, null, '质量指标', '......'],
        TOTAL,
      ).projectEvaluations ?? [];
    expect(table?.groups.flatMap(({ indicators }) => indicators.map(({ name }) => name))).toEqual([
      '通过报汛系统向沿河乡镇发送水情',
    ]);
  });

  test('成本指标 under 产出指标 is one of its 二级指标', () => {
    expect(
      marks(
        [null, '产出指标（50分）', '数量指标', '站点', '12个', '12个', 40, 40],
        [null, null, '成本指标', '人均成本', '1万元', '1万元', 10, 10],
        TOTAL,
      ),
    ).toEqual([['产出指标', '50', '40/40', '10/10']]);
  });

  test('a single number in the 总分 row is what its column says', () => {
    const row = [null, '产出指标', '数量指标', '站点', '12个', '12个', 90, 90];
    const [inPlace] = readForm(row, ['总分', null, null, null, null, null, null, 100]).projectEvaluations ?? [];
    const [slipped] = readForm(row, [null, '总分', null, null, null, null, null, 100]).projectEvaluations ?? [];
    expect([shown(inPlace?.totalWeight), shown(inPlace?.totalScore)]).toEqual([null, '100']);
    expect([shown(slipped?.totalWeight), shown(slipped?.totalScore)]).toEqual(['100', null]);
  });
});

test('a form of scores without 项目资金 is read, and its marks are the last before 得分', () => {
  const { overallEvaluation } = readAccounts(
    workbook(
      sheet('评价', [
        ['部门整体支出绩效评价表（2031年度）'],
        ['一级指标', '分值', '二级指标', '分值', '三级指标', '分值', '评价标准', '得分'],
        ['投入', 30, '预算配置', 30, '在职人员控制率', 30, '不超编得满分', 28],
        ['产出', 70, '履职', 70, '任务完成率', 70, '按比例', 70],
        ['合计', null, null, null, null, 100, null, 98],
      ]),
    ),
  );
  expect(overallEvaluation?.funding).toBeNull();
  expect(
    overallEvaluation?.groups.flatMap(({ indicators }) =>
      indicators.map(({ weight, score }) => [shown(weight), shown(score)]),
    ),
  ).toEqual([
    ['30', '28'],
    ['70', '70'],
  ]);
});

test('text where a mark belongs is a problem that names the cell', () => {
  const { problems } = readForm([null, '产出指标', '数量指标', '站点', '12个', '12个', '二十', 20], TOTAL);
  expect(problems.map(({ kind, found, cells }) => [kind, found, cells.map(formatCell)])).toEqual([
    ['text-in-number', '二十', ['自评!G7']],
  ]);
});

test('a form that no layout fits is told of, and is no problem', () => {
  const accounts = readAccounts(
    workbook(sheet('自评', [['项目支出绩效自评表'], ['内容', '结论'], ['产出', '好'], ['效益', '好'], ['成本', '低']])),
  );
  expect(accounts.evaluations).toEqual([]);
  expect(accounts.problems).toEqual([]);
  expect(accounts.sheets[0]?.taken).toContain('没有核对');
});

test('a title among enclosures is no table', () => {
  const list = [
    ['附件：1.2031年度部门整体支出绩效评价基础数据表'],
    ['2.2031年度部门整体支出绩效自评表'],
    ['3.2031年度项目支出绩效自评表'],
  ];
  expect(readAccounts(workbook(sheet('报告', list))).sheets[0]?.taken).toBe('文字说明');
});

test('the 绩效 tables do not change how the published tables are read', () => {
  const published = cleanSample().snapshot;
  const together = readAccounts({ ...published, sheets: [...evaluationSample().snapshot.sheets, ...published.sheets] });
  const alone = readAccounts(published);
  expect(together.tables).toEqual(alone.tables);
  expect([together.evaluations.length, alone.evaluations.length]).toEqual([4, 0]);
});

test('整体 and 基础数据 twice are read once, and that is said', () => {
  const { snapshot } = evaluationSample();
  const again = snapshot.sheets.map((each) => ({ ...each, name: `${each.name}（2）` }));
  const accounts = readAccounts({ ...snapshot, sheets: [...snapshot.sheets, ...again] });
  expect(accounts.problems.map(({ kind, table }) => [kind, table])).toEqual([
    ['duplicate-table', 'overall-evaluation'],
    ['duplicate-table', 'evaluation-data'],
  ]);
  expect(accounts.projectEvaluations).toHaveLength(4);
});
