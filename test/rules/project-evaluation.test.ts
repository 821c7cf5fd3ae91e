import { readAccounts } from '../../src/tables/read-accounts';
import { formatCell } from '../../src/workbook/address';
import { evaluationBook, evaluationSample } from '../sample/evaluation';
import { PROJECTS } from '../sample/evaluation-source';
import { reportsOf, testEvaluationRule } from './evaluation-tester';

const sample = evaluationSample();

testEvaluationRule('project-evaluation/execution-rate', {
  invalid: [
    { name: 'another rate', edits: [['project-2', 'rate', '75%']], at: ['project-2', 'rate'], verdict: 'error' },
  ],
});

testEvaluationRule('project-evaluation/name', {
  invalid: [{ name: 'no name', edits: [['project-1', 'name', null]], at: ['project-1', 'name'], verdict: 'warning' }],
});

testEvaluationRule('project-evaluation/same-name', {
  invalid: [
    {
      name: 'two projects of one name',
      edits: [['project-2', 'name', '水文巡测专项经费']],
      at: ['project-2', 'name'],
      verdict: 'warning',
    },
  ],
});

testEvaluationRule('project-evaluation/cost-control', {
  invalid: [
    {
      name: 'two digits swapped',
      edits: [['project-1', '5.target', '06万元']],
      at: ['project-1', '5.target'],
      verdict: 'error',
    },
  ],
});

describe('project-evaluation/duplicate', () => {
  const [first, second] = PROJECTS;
  if (first === undefined || second === undefined) throw new RangeError('two projects are needed');

  test('names the same table twice, once', () => {
    const { snapshot, cellOf } = evaluationBook({ overall: null, projects: [first, second, first], data: null });
    const [report, ...more] = reportsOf('project-evaluation/duplicate', snapshot);
    expect([report, more]).toEqual(['项目自评3!B2 error', []]);
    expect(() => cellOf('data', 'staff.rate')).toThrow(RangeError);
  });

  test('does not take two projects of one budget for one', () => {
    const other = { ...first, project: '水情预报经费' };
    const { snapshot } = evaluationBook({ overall: null, projects: [first, other], data: null });
    expect(reportsOf('project-evaluation/duplicate', snapshot)).toEqual([]);
  });
});

test('every project of the workbook is read', () => {
  const { projectEvaluations } = readAccounts(sample.snapshot);
  expect(projectEvaluations?.map(({ project }) => [project.name, formatCell(project.cell)])).toEqual([
    ['水文巡测专项经费', '项目自评1!B2'],
    ['测报设备维护经费', '项目自评2!B2'],
  ]);
});
