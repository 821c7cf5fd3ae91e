import { formatCell } from '../../src/workbook/address';
import { run } from '../../src/check/run';
import { RULES } from '../../src/rules/registry';
import { readAccounts } from '../../src/tables/read-accounts';
import { cleanSample } from '../sample/clean';
import { evaluationSample } from '../sample/evaluation';
import { testEvaluationRule, withEdits, type EvaluationEdit } from './evaluation-tester';

testEvaluationRule('evaluation-data/three-public', {
  valid: [
    {
      name: 'a column without items',
      edits: ['vehicles', 'overseasTravel', 'hospitality'].map((item) => ['data', `${item}.budget`, null] as const),
    },
  ],
  invalid: [
    {
      name: 'an item',
      edits: [['data', 'hospitality.budget', 2.5]],
      at: ['data', 'threePublic.budget'],
      verdict: 'error',
    },
  ],
});

testEvaluationRule('evaluation-data/vehicles', {
  invalid: [
    {
      name: 'an item',
      edits: [['data', 'vehiclePurchase.actual', 20]],
      at: ['data', 'vehicles.actual'],
      verdict: 'error',
    },
  ],
});

testEvaluationRule('evaluation-data/project', {
  invalid: [
    { name: 'the total', edits: [['data', 'project.actual', 110]], at: ['data', 'project.actual'], verdict: 'error' },
  ],
});

testEvaluationRule('evaluation-data/specials', {
  valid: [{ name: 'a list that leaves one out', edits: [['data', 'special-2.budget', null]] }],
  invalid: [
    {
      name: 'parts that exceed the whole',
      edits: [['data', 'special-2.lastActual', 85]],
      at: ['data', 'projectSpecial.lastActual'],
      verdict: 'error',
    },
  ],
});

testEvaluationRule('evaluation-data/specials-nil', {
  valid: [
    { name: 'one of them', edits: [['data', 'special-1.actual', 0]] },
    { name: 'none filled in', edits: [['data', 'special-1.actual', null], ['data', 'special-2.actual', null]] },
    {
      name: 'nothing to be made up',
      edits: [['data', 'special-1.actual', 0], ['data', 'special-2.actual', 0], ['data', 'projectSpecial.actual', 0]],
    },
  ],
  invalid: [
    {
      name: 'all of them',
      edits: [['data', 'special-1.actual', 0], ['data', 'special-2.actual', 0]],
      at: ['data', 'special-1.actual'],
      verdict: 'warning',
    },
    {
      name: 'the only one filled in',
      edits: [['data', 'special-1.budget', 0], ['data', 'special-2.budget', null]],
      at: ['data', 'special-1.budget'],
      verdict: 'warning',
    },
  ],
});

testEvaluationRule('evaluation-data/operating-parts', {
  invalid: [
    {
      name: 'parts that exceed the whole',
      edits: [['data', 'office.actual', 25]],
      at: ['data', 'operating.actual'],
      verdict: 'warning',
    },
  ],
});

testEvaluationRule('evaluation-data/control-rate', {
  valid: [{ name: 'fewer digits', edits: [['data', 'staff.rate', '95.2%']] }],
  invalid: [
    { name: 'another rate', edits: [['data', 'staff.rate', '105.00%']], at: ['data', 'staff.rate'], verdict: 'error' },
  ],
});

testEvaluationRule('evaluation-data/overall-project', {
  invalid: [
    {
      name: 'another amount',
      edits: [['overall', 'project', '项目支出：96.4']],
      at: ['data', 'project.actual'],
      verdict: 'warning',
    },
  ],
});

testEvaluationRule('evaluation-data/projects', {
  valid: [
    {
      name: 'a project called otherwise',
      edits: [
        ['project-1', 'name', '水文测站巡测'],
        ['data', 'special-1.actual', 50],
      ],
    },
  ],
  invalid: [
    {
      name: 'another amount of a project that only its ending and year tell apart',
      edits: [
        ['project-1', 'name', '2031年水文巡测项目'],
        ['data', 'special-1.actual', 50],
      ],
      at: ['data', 'special-1.actual'],
      verdict: 'warning',
    },
    {
      name: 'another amount',
      edits: [['data', 'special-1.actual', 56.8]],
      at: ['data', 'special-1.actual'],
      verdict: 'warning',
    },
  ],
});

testEvaluationRule('evaluation-data/years', {
  invalid: [
    {
      name: 'last year in the head',
      edits: [['data', 'head.actual', '2030 年决算数']],
      at: ['data', 'head.actual'],
      verdict: 'warning',
    },
  ],
});

describe('beside the published tables', () => {
  const published = cleanSample();
  const evaluations = evaluationSample();
  const agreeing: readonly EvaluationEdit[] = (() => {
    const { threePublic, expenditure, basicExpenditure } = readAccounts(published.snapshot);
    const show = (amount: { readonly shown: { toNumber(): number } } | null | undefined): number =>
      amount?.shown.toNumber() ?? 0;
    const items = ['vehicles', 'vehiclePurchase', 'vehicleRunning', 'overseasTravel', 'hospitality'] as const;
    return [
      ['data', 'threePublic.actual', show(threePublic?.actual.total)],
      ['data', 'threePublic.budget', show(threePublic?.budget.total)],
      ...items.flatMap((item) => [
        ['data', `${item}.actual`, show(threePublic?.actual[item])] as const,
        ['data', `${item}.budget`, show(threePublic?.budget[item])] as const,
      ]),
      ['data', 'project.actual', show(expenditure?.total?.figures.project)],
      ['data', 'operating.actual', show(basicExpenditure?.operating)],
      ['overall', 'basic', `其中：基本支出：${show(expenditure?.total?.figures.basic)}`],
      ['overall', 'project', `项目支出：${show(expenditure?.total?.figures.project)}`],
      ['overall', 'funding.total.actual', show(expenditure?.total?.figures.total)],
    ];
  })();

  const judged = (edits: readonly EvaluationEdit[]): string[] => {
    const sheets = [...published.snapshot.sheets, ...withEdits([...agreeing, ...edits]).sheets];
    const rules = RULES.filter(
      ({ id, reads }) => /^(?:overall-evaluation|evaluation-data)\//.test(id) && reads.length > 1,
    );
    const judgement = run(readAccounts({ ...published.snapshot, sheets }), rules);
    return [
      ...judgement.equations
        .filter(({ verdict }) => verdict === 'error')
        .map(({ rule, total }) => `${rule} ${formatCell(total.cell)}`),
      ...judgement.disagreements.map(({ rule, figure }) => `${rule.id} ${formatCell(figure.cell)}`),
    ].filter((report) => !report.startsWith('evaluation-data/projects'));
  };

  test('what agrees with them is silent', () => {
    expect(judged([])).toEqual([]);
  });

  test('公用经费 of all money agrees as well as that of the appropriation', () => {
    const { expenditure, basicExpenditure } = readAccounts(published.snapshot);
    const all = expenditure?.total?.figures.basic?.shown.minus(basicExpenditure?.personnel?.shown ?? 0).toNumber() ?? 0;
    expect(judged([['data', 'operating.actual', all]])).toEqual([]);
  });

  test.each<readonly [string, EvaluationEdit, string]>([
    ['a “三公” amount', ['data', 'hospitality.actual', 9.9], 'evaluation-data/three-public-actual'],
    ['a “三公” budget', ['data', 'hospitality.budget', 9.9], 'evaluation-data/three-public-budget'],
    ['项目支出', ['data', 'project.actual', 1], 'evaluation-data/project-actual'],
    ['公用经费', ['data', 'operating.actual', 1], 'evaluation-data/operating-actual'],
    ['基本支出', ['overall', 'basic', '其中：基本支出：1'], 'overall-evaluation/basic'],
    ['全年执行数', ['overall', 'funding.total.actual', 1], 'overall-evaluation/actual'],
  ])('%s that agrees with none of them is asked about', (_, edit, rule) => {
    expect(judged([edit])).toContain(`${rule} ${formatCell(evaluations.cellOf(edit[0], edit[1]))}`);
  });
});
