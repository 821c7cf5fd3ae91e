import { checkWorkbook, examine } from '../../src/app/check';
import { planRoundingRepair } from '../../src/app/repair';
import type { Finding } from '../../src/check/finding';
import { formatCell } from '../../src/workbook/address';
import type { CellValue, WorkbookSnapshot } from '../../src/workbook/snapshot';
import { cleanSample, edited, publishedSample } from '../sample/clean';
import { EVALUATION_LAYOUTS, evaluationSample, type EvaluationTable } from '../sample/evaluation';

const sample = evaluationSample();

type Edit = readonly [table: EvaluationTable, key: string, value: CellValue];

function withEdits(...edits: readonly Edit[]): WorkbookSnapshot {
  return edits.reduce(
    (workbook, [table, key, value]) => edited(workbook, sample.cellOf(table, key), value),
    sample.snapshot,
  );
}

function about(workbook: WorkbookSnapshot, table: EvaluationTable, key: string): Finding | undefined {
  const cell = formatCell(sample.cellOf(table, key));
  return checkWorkbook(workbook).findings.find(
    ({ cells: [first] }) => first !== undefined && formatCell(first) === cell,
  );
}

function fixed(workbook: WorkbookSnapshot, finding: Finding | undefined): WorkbookSnapshot {
  return (finding?.fix ?? []).reduce((before, { cell, to }) => edited(before, cell, to), workbook);
}

describe('a workbook with nothing but 绩效 tables', () => {
  test.each(EVALUATION_LAYOUTS)('is a normal case: %s', (_, layout) => {
    const { findings, skipped, tables } = checkWorkbook(evaluationSample(layout).snapshot);
    expect(findings).toEqual([]);
    expect(tables.map(({ id }) => id)).toEqual([
      'overall-evaluation',
      'project-evaluation',
      'project-evaluation',
      'evaluation-data',
    ]);
    expect(skipped.map(({ rule }) => rule)).toEqual(['公开表', 'evaluation-data/last-year']);
  });

  test('has no rounding difference to repair', () => {
    expect(planRoundingRepair(examine(sample.snapshot)).rows).toEqual([]);
  });

  test('is told in one remark what it lacks', () => {
    const sheets = sample.snapshot.sheets.slice(0, 1);
    const { skipped } = checkWorkbook({ ...sample.snapshot, sheets });
    expect(skipped.map(({ rule, remark }) => [rule, remark])).toEqual([['公开表', true]]);
    for (const name of ['决算公开表', '项目支出绩效自评表', '部门整体支出绩效评价基础数据表']) {
      expect(skipped[0]?.because.split('，')[0]).toContain(name);
    }
    expect(skipped[0]?.because.split('，')[1]).toContain('部门整体支出绩效自评表');
  });

  test('is compared with last year’s', () => {
    const before = withEdits(['data', 'hospitality.actual', 1.1], ['data', 'project.actual', 90]);
    const { findings, skipped } = checkWorkbook(sample.snapshot, before);
    expect(skipped.map(({ rule }) => rule)).toEqual(['公开表']);
    const wrong = findings
      .filter(({ rule }) => rule === 'evaluation-data/last-year')
      .flatMap(({ cells }) => cells.map(formatCell));
    expect(wrong).toContain(formatCell(sample.cellOf('data', 'threePublic.lastActual')));
    expect(wrong).not.toContain(formatCell(sample.cellOf('data', 'project.lastActual')));
  });
});

describe('beside the published tables', () => {
  test('the nine tables are judged as they are alone', () => {
    const published = publishedSample().snapshot;
    const alone = checkWorkbook(published).findings.map(({ id }) => id);
    const together = checkWorkbook({ ...published, sheets: [...published.sheets, ...sample.snapshot.sheets] });
    const stems = /^(?:overall-evaluation|project-evaluation|evaluation-data|performance)\//;
    expect(together.findings.filter(({ rule }) => !stems.test(rule)).map(({ id }) => id)).toEqual(alone);
    expect(together.tables).toHaveLength(13);
  });

  test('a workbook without 绩效 tables is told so once', () => {
    const lacking = checkWorkbook(cleanSample().snapshot).skipped.filter(
      ({ rule }) => rule === '绩效表' || rule.includes('evaluation'),
    );
    expect(lacking.map(({ rule }) => rule)).toEqual(['绩效表']);
  });
});

describe('the correction', () => {
  test.each<readonly [string, Edit, CellValue]>([
    ['of 总分', ['overall', 'total.score', 9.65], 96.5],
    ['of 预算执行得分', ['overall', 'score', 5.9], 9.5],
    ['of 执行率, with its sign', ['overall', 'rate', '59.00%'], '95%'],
    ['of 执行率 held as a fraction', ['overall', 'rate', 0.59], 0.95],
    ['of 控制率', ['data', 'staff.rate', '59.24%'], '95.24%'],
    ['of marks in brackets', ['overall', 'group.2', '效益指标 (30 分)'], '效益指标 (20 分)'],
    ['of a blank 年度资金总额', ['overall', 'funding.total.actual', null], 304],
    ['of an amount in words', ['overall', '8.target', '≤3000万元'], '≤300.00万元'],
  ])('%s leaves nothing', (_, edit, right) => {
    const [table, key] = edit;
    const wrong = withEdits(edit);
    const finding = about(wrong, table, key);
    expect(finding?.severity).toBe('error');
    expect(finding?.fix?.[0]?.to).toBe(right);
    expect(checkWorkbook(fixed(wrong, finding)).findings).toEqual([]);
  });

  test('of 执行率 takes 得分 and 总分 with it', () => {
    const wrong = withEdits(['overall', 'rate', '85.00%'], ['overall', 'score', 8.5], ['overall', 'total.score', 95.5]);
    const finding = about(wrong, 'overall', 'rate');
    expect(finding?.fix?.map(({ cell, to }) => [formatCell(cell), to])).toEqual([
      [formatCell(sample.cellOf('overall', 'rate')), '95%'],
      [formatCell(sample.cellOf('overall', 'score')), 9.5],
      [formatCell(sample.cellOf('overall', 'total.score')), 96.5],
    ]);
    expect(checkWorkbook(fixed(wrong, finding)).findings).toEqual([]);
  });

  test('is not offered where the scores are incomplete', () => {
    const short = withEdits(['overall', '5.score', null], ['overall', '6.score', null]);
    const errors = checkWorkbook(short).findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ rule, fix }) => [rule, fix])).toEqual([['overall-evaluation/unscored', null]]);
    const odd = withEdits(['overall', '5.score', null], ['overall', 'total.score', 80]);
    expect(about(odd, 'overall', 'total.score')).toMatchObject({ severity: 'error', fix: null });
  });

  test('is not offered where it would upset a rate that was rightly computed', () => {
    const wrong = withEdits(['overall', 'basic', '其中：基本支出：214']);
    const findings = checkWorkbook(wrong).findings.filter(({ rule }) => rule === 'overall-evaluation/by-spending');
    const total = formatCell(sample.cellOf('overall', 'funding.total.actual'));
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.flatMap(({ fix }) => fix ?? []).map(({ cell }) => formatCell(cell))).not.toContain(total);
  });

  test.each<readonly [string, Edit, CellValue]>([
    ['a total whose source, rate and score bear it out otherwise', ['project-2', 'funding.total.actual', 44], 40],
    ['a source beside a total that its rate bears out', ['project-2', 'funding.appropriation.actual', 44], 40],
    ['a score above its marks', ['overall', '6.score', 19], 10],
    ['a blank score', ['overall', '5.score', null], 9],
  ])('of %s', (_, edit, right) => {
    const [table, key] = edit;
    const wrong = withEdits(edit);
    const errors = checkWorkbook(wrong).findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ cells: [first] }) => first && formatCell(first))).toEqual([formatCell(sample.cellOf(table, key))]);
    expect(errors[0]?.fix?.[0]?.to).toBe(right);
    expect(checkWorkbook(fixed(wrong, errors[0])).findings).toEqual([]);
  });

  test('of a slid 总分 is offered unless a score is in doubt; the likely cause is told either way', () => {
    const slid: Edit = ['overall', 'total.score', 9.65];
    const alone = about(withEdits(slid), 'overall', 'total.score');
    expect([alone?.cause, alone?.fix?.[0]?.to]).toEqual(['decimal', 96.5]);
    const doubtful = about(withEdits(slid, ['overall', '4.weight', null]), 'overall', 'total.score');
    expect(doubtful).toMatchObject({ severity: 'error', cause: 'decimal', fix: null });
  });

  test('a rate that neither the wrong nor the right amount yields is told beside the amount', () => {
    const basic: Edit = ['overall', 'funding.total.actual', 300];
    const both = withEdits(basic, ['overall', 'rate', '59.00%']);
    expect(about(both, 'overall', 'rate')).toMatchObject({ severity: 'error', fix: null });
    expect(about(withEdits(basic), 'overall', 'rate')).toBeUndefined();
    expect(about(withEdits(basic, ['overall', 'rate', '93.75%']), 'overall', 'rate')).toBeUndefined();
  });

  test('never overwrites a formula', () => {
    const cell = sample.cellOf('overall', 'total.score');
    const wrong = withEdits(['overall', 'total.score', 9.65]);
    const sheets = wrong.sheets.map((sheet) =>
      sheet.name === cell.sheet
        ? {
            ...sheet,
            rows: sheet.rows.map((cells, row) =>
              cells.map((held, column) =>
                row === cell.row && column === cell.column ? { ...held, formula: '=H4' } : held,
              ),
            ),
          }
        : sheet,
    );
    expect(about({ ...wrong, sheets }, 'overall', 'total.score')).toMatchObject({ severity: 'error', fix: null });
  });
});

describe('one mistake is one finding', () => {
  test('a 总分 that adds up with the score as it should be rounded is not doubted for the score that was cut off', () => {
    const budget: readonly Edit[] = [
      ['overall', 'funding.total.annualBudget', 317.33],
      ['overall', 'funding.appropriation.annualBudget', 307.33],
      ['overall', 'rate', '95.80%'],
    ];
    const marks = (score: number, total: number): string[] =>
      checkWorkbook(withEdits(...budget, ['overall', 'score', score], ['overall', 'total.score', total]))
        .findings.map(({ rule }) => rule)
        .filter((rule) => /score$/.test(rule));
    expect(marks(9.5, 96.6)).toEqual(['overall-evaluation/execution-score']);
    expect(marks(9.5, 96.5)).toEqual(['overall-evaluation/execution-score']);
    expect(marks(9.6, 96.5)).toEqual(['overall-evaluation/total-score']);
  });

  test.each<readonly [string, Edit]>([
    ['a score above its marks', ['overall', 'score', 95]],
    ['wrong marks of an indicator', ['overall', '6.weight', 15]],
    ['a wrong total of marks', ['overall', 'total.weight', 10]],
  ])('%s', (_, edit) => {
    const [table, key] = edit;
    const cell = formatCell(sample.cellOf(table, key));
    const errors = checkWorkbook(withEdits(edit)).findings.filter(
      ({ severity, cells: [first] }) => severity === 'error' && first && formatCell(first) === cell,
    );
    expect(errors).toHaveLength(1);
  });
});
