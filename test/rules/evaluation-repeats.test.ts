import { formatCell } from '../../src/workbook/address';
import { evaluationBook } from '../sample/evaluation';
import { OVERALL, type EvaluationSpec, type IndicatorSpec } from '../sample/evaluation-source';
import { reportsOf } from './evaluation-tester';

const [output, benefit, ...others] = OVERALL.groups;
if (output === undefined || benefit === undefined) throw new RangeError('the sample has two groups at least');

/** The indicators of the first group as if they were of the second. */
const copied = output.indicators.map((each) => ({ ...each, aspect: '社会效益指标' }));

function withBenefits(indicators: readonly IndicatorSpec[]): EvaluationSpec {
  return { ...OVERALL, groups: [output, { ...benefit, indicators }, ...others] } as EvaluationSpec;
}

function reported(what: string, spec: EvaluationSpec): string[] {
  return reportsOf(`overall-evaluation/${what}`, evaluationBook({ overall: spec, projects: [], data: null }).snapshot);
}

describe('a group repeated under another', () => {
  test('is an error at its first score', () => {
    const spec = withBenefits(copied);
    const { cellOf } = evaluationBook({ overall: spec, projects: [], data: null });
    expect(reported('repeated', spec)).toEqual([`${formatCell(cellOf('overall', '5.score'))} error`]);
  });

  test.each<readonly [string, readonly IndicatorSpec[]]>([
    ['fewer indicators', copied.slice(0, 2)],
    ['another score', copied.map((each) => ({ ...each, score: 9 }))],
    ['another result', copied.map((each) => ({ ...each, result: '有效' }))],
    ['nothing', benefit.indicators],
  ])('is none where it shares %s', (_, indicators) => {
    expect(reported('repeated', withBenefits(indicators))).toEqual([]);
  });
});

describe('an indicator told twice', () => {
  const [first] = benefit.indicators;
  if (first === undefined) throw new RangeError('the sample has an indicator');

  test('is a question at the second target', () => {
    const spec = withBenefits([first, { ...first, score: 8 }]);
    const { cellOf } = evaluationBook({ overall: spec, projects: [], data: null });
    expect(reported('same-indicator', spec)).toEqual([`${formatCell(cellOf('overall', '6.target'))} warning`]);
  });

  test.each<readonly [string, Partial<IndicatorSpec>]>([
    ['another target', { target: ['≥', '80', '%'] }],
    ['another 二级指标', { aspect: '生态效益指标' }],
  ])('is none with %s', (_, change) => {
    expect(reported('same-indicator', withBenefits([first, { ...first, ...change }]))).toEqual([]);
  });
});
