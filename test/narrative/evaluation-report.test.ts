import { proofread } from '../../src/narrative/proofread/proofread';
import { paragraphText, type Section } from '../../src/narrative/paragraph';
import { questionsOf } from '../../src/narrative/questions';
import { writeNarrative } from '../../src/narrative/write-narrative';
import { readAccounts } from '../../src/tables/read-accounts';
import { formatCell } from '../../src/workbook/address';
import { cleanSample, edited } from '../sample/clean';
import { EVALUATION_LAYOUTS, evaluationBook, evaluationSample } from '../sample/evaluation';
import { OVERALL, PROJECTS } from '../sample/evaluation-source';
import { answered, documentOf } from './proofread/told';

const sample = evaluationSample();
const accounts = readAccounts(sample.snapshot);

function reportOf(sections: readonly Section[]): Section {
  const report = sections.find(({ id }) => id === 'evaluation-report');
  if (report === undefined) throw new RangeError('no report');
  return report;
}

function linesOf({ paragraphs }: Section): string[] {
  return paragraphs.map(paragraphText);
}

test('a workbook with only 绩效 tables has only the report, under its own heading', () => {
  const sections = writeNarrative(accounts);
  expect(sections.map(({ id }) => id)).toEqual(['evaluation-report']);
  expect(sections[0]?.heading).toMatch(/^青禾县水文站.*绩效自评报告$/);
});

test('beside the published tables it follows 第三部分', () => {
  const { snapshot } = cleanSample();
  const both = readAccounts({ ...snapshot, sheets: [...snapshot.sheets, ...sample.snapshot.sheets] });
  const alone = writeNarrative(readAccounts(snapshot)).map(({ id }) => id);
  expect(writeNarrative(both).map(({ id }) => id)).toEqual([...alone, 'evaluation-report']);
  expect(alone).not.toContain('evaluation-report');
});

test('基础数据 alone has nothing to report', () => {
  const { data } = { data: sample.snapshot.sheets.at(-1) };
  if (data === undefined) throw new RangeError('no 基础数据');
  expect(writeNarrative(readAccounts({ ...sample.snapshot, sheets: [data] }))).toEqual([]);
});

test('every amount knows its cell', () => {
  const figures = reportOf(writeNarrative(accounts)).paragraphs.flatMap(({ spans }) =>
    spans.flatMap((span) => (span.kind === 'figure' ? [[span.text, span.cells.map(formatCell)] as const] : [])),
  );
  const cell = (key: string): string => formatCell(sample.cellOf('overall', key));
  expect(figures).toContainEqual(['300.00', [cell('funding.total.initialBudget')]]);
  expect(figures).toContainEqual(['95.00%', [cell('funding.total.actual'), cell('funding.total.annualBudget')]]);
  expect(figures).toContainEqual(['16.00', [cell('funding.total.annualBudget'), cell('funding.total.actual')]]);
  expect(figures).toContainEqual(['204.00', [cell('basic')]]);
});

test('every project has its summary: score, budget, spending and rate', () => {
  const lines = linesOf(reportOf(writeNarrative(accounts)));
  for (const { project, total, funding: { total: [, annual, actual] } } of PROJECTS) {
    const line = lines.find((each) => each.startsWith(`${project ?? ''}项目绩效自评综述`)) ?? '';
    const rate = ((100 * Number(actual)) / Number(annual)).toFixed(2);
    for (const told of [`${total.score}分`, `${annual?.toFixed(2)}万元`, `${actual?.toFixed(2)}万元`, `${rate}%`]) {
      expect(line).toContain(told);
    }
  }
});

test.each<readonly [string, string, string]>([
  ['a blank score', 'total.score', '得分'],
  ['a budget that neither the total nor a source has', 'funding.total.annualBudget', '全年预算数'],
])('%s is a gap that names its cell', (_, key, need) => {
  const sources = ['appropriation', 'carryOver', 'other'].map((line) => `funding.${line}.annualBudget`);
  const blanked = [key, ...(key.startsWith('funding') ? sources : [])];
  const wrong = blanked.reduce((book, each) => edited(book, sample.cellOf('project-1', each), null), sample.snapshot);
  const gaps = reportOf(writeNarrative(readAccounts(wrong))).paragraphs.flatMap(({ spans }) =>
    spans.flatMap((span) => (span.kind === 'gap' ? span.need : [])),
  );
  expect(gaps.some((each) => each.includes(need) && each.includes(formatCell(sample.cellOf('project-1', key))))).toBe(true);
});

test('what it cannot know is asked of the user', () => {
  const keys = questionsOf(accounts).map(({ key }) => key);
  expect(keys).toContain('evaluation-report/overall/done');
  for (const { project } of PROJECTS) expect(keys).toContain(`evaluation-report/${project ?? ''}/done`);
});

describe('beside the published tables', () => {
  const published = cleanSample();
  const both = { ...published.snapshot, sheets: [...published.snapshot.sheets, ...sample.snapshot.sheets] };
  const read = readAccounts(both);
  const nilBook = {
    ...both,
    sheets: both.sheets.map((sheet) =>
      sheet.name === published.cellOf('government-funds', 'total', 'total').sheet ||
      sheet.name === published.cellOf('appropriation', 'total', 'governmentFunds').sheet
        ? { ...sheet, rows: sheet.rows.map((row) => row.map((cell) => (typeof cell.value === 'number' ? { ...cell, value: 0, text: '0.00' } : cell))) }
        : sheet,
    ),
  };
  const told = (workbook: typeof both, fund: string): string => {
    const lines = linesOf(reportOf(writeNarrative(readAccounts(workbook))));
    return lines[lines.findIndex((line) => line.includes(`、${fund}预算支出情况`)) + 1] ?? '';
  };
  const problemsIn = (line: string, workbook = both) =>
    proofread([{ name: '绩效自评报告', passages: ['三、政府性基金预算支出情况', line] }], readAccounts(workbook)).problems;

  test('a fund is told from its table', () => {
    const { total, basic, project } = read.governmentFunds?.total?.figures ?? {};
    const line = told(both, '政府性基金');
    for (const figure of [total, basic, project]) expect(line).toContain(`${figure?.shown.toFixed(2) ?? '?'}万元`);
    expect(problemsIn(line)).toEqual([]);
  });

  test('every amount of it is compared', () => {
    const line = told(both, '政府性基金');
    for (const { index, 0: amount } of line.matchAll(/\d+\.\d\d(?=万元)/g)) {
      const wrong = `${line.slice(0, index)}${(Number(amount) + 1.1).toFixed(2)}${line.slice(index + amount.length)}`;
      expect(problemsIn(wrong).map(({ rule, severity }) => [rule, severity])).toContainEqual([
        'government-funds/narrative-amount', 'error',
      ]);
    }
  });

  test.each(['无', '本单位无政府性基金预算支出。', '本单位没有政府性基金支出。'])('“%s” is right of an empty table only', (line) => {
    expect(problemsIn(line, nilBook)).toEqual([]);
    expect(problemsIn(line).map(({ severity }) => severity)).toEqual(['error']);
  });

  test('an empty table has the nil wording; what no table tells is asked', () => {
    expect(told(nilBook, '政府性基金')).toMatch(/无政府性基金预算支出/);
    const keys = questionsOf(read).map(({ key }) => key);
    expect(keys).toContain('evaluation-report/social-insurance');
    expect(keys).not.toContain('evaluation-report/government-funds');
    expect(questionsOf(accounts).map(({ key }) => key)).toContain('evaluation-report/government-funds');
  });
});

test('a year without change says neither 调增 nor 调减', () => {
  const [initial, , actual] = OVERALL.funding.total;
  const level = { ...OVERALL, funding: { ...OVERALL.funding, total: [initial, initial, actual] as const } };
  const book = evaluationBook({ overall: level, projects: [], data: null });
  expect(linesOf(reportOf(writeNarrative(readAccounts(book.snapshot)))).join()).not.toMatch(/调[增减]/);
});

describe('what was written is found clean', () => {
  test.each(EVALUATION_LAYOUTS)('%s', (_, layout) => {
    const read = readAccounts(evaluationSample(layout).snapshot);
    const answers = answered(read, {}, () => '各项绩效目标均已完成');
    expect(proofread([documentOf(writeNarrative(read, { answers }))], read, { answers }).problems).toEqual([]);
  });

  test('beside the published tables', () => {
    const { snapshot } = cleanSample();
    const both = readAccounts({ ...snapshot, sheets: [...snapshot.sheets, ...sample.snapshot.sheets] });
    const document = { name: '绩效自评报告', passages: linesOf(reportOf(writeNarrative(both))) };
    const { problems } = proofread([document], both);
    expect(problems.filter(({ rule }) => rule !== 'text/placeholder')).toEqual([]);
  });
});
