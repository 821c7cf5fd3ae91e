import { testEvaluationRule } from './evaluation-tester';

const O = 'overall';
/** Its indicators. */
const ALL = ['1', '2', '3', '4', '5', '6', '7', '8'];

testEvaluationRule('overall-evaluation/funding-total', {
  valid: [
    { name: 'a column without sources', edits: [[O, 'funding.appropriation.initialBudget', null]] },
    { name: 'rounding to two digits', edits: [[O, 'funding.total.actual', 304.0049]] },
  ],
  invalid: [
    { name: 'a source', edits: [[O, 'funding.other.actual', 8]], at: [O, 'funding.total.actual'], verdict: 'error' },
    {
      name: 'the total',
      edits: [[O, 'funding.total.annualBudget', 302]],
      at: [O, 'funding.total.annualBudget'],
      verdict: 'error',
    },
  ],
});

testEvaluationRule('overall-evaluation/funding-total-missing', {
  invalid: [
    {
      name: 'a blank total',
      edits: [[O, 'funding.total.actual', null]],
      at: [O, 'funding.total.actual'],
      verdict: 'error',
    },
  ],
});

testEvaluationRule('overall-evaluation/funding-sources', {
  invalid: [
    {
      name: 'a total without its sources',
      edits: [[O, 'funding.appropriation.initialBudget', null]],
      at: [O, 'funding.total.initialBudget'],
      verdict: 'warning',
    },
  ],
});

testEvaluationRule('overall-evaluation/required', {
  invalid: [
    {
      name: 'no budget of the year anywhere',
      edits: ['total', 'appropriation', 'carryOver', 'other'].map(
        (line) => [O, `funding.${line}.annualBudget`, null] as const,
      ),
      at: [O, 'funding.total.annualBudget'],
      verdict: 'error',
    },
  ],
});

testEvaluationRule('overall-evaluation/execution-rate-missing', {
  invalid: [{ name: 'a blank rate', edits: [[O, 'rate', null]], at: [O, 'rate'], verdict: 'warning' }],
});

testEvaluationRule('overall-evaluation/execution-rate', {
  valid: [
    { name: 'fewer digits', edits: [[O, 'rate', '95%']] },
    { name: 'a fraction', edits: [[O, 'rate', 0.95]] },
    { name: 'no sign', edits: [[O, 'rate', 95]] },
    {
      name: 'what the rounding of the amounts allows',
      edits: [
        [O, 'funding.total.actual', 304.02],
        [O, 'rate', '95.01%'],
      ],
    },
    { name: 'nothing to divide by', edits: [[O, 'funding.total.annualBudget', 0]] },
  ],
  invalid: [
    { name: 'another rate', edits: [[O, 'rate', '96.10%']], at: [O, 'rate'], verdict: 'error' },
    {
      name: 'cut off instead of rounded',
      edits: [
        [O, 'funding.total.actual', 304.29],
        [O, 'rate', '95.0%'],
      ],
      at: [O, 'rate'],
      verdict: 'warning',
    },
    { name: 'one unit of the last digit', edits: [[O, 'rate', '95.01%']], at: [O, 'rate'], verdict: 'warning' },
    { name: 'an integer rounded up too far', edits: [[O, 'rate', '97%']], at: [O, 'rate'], verdict: 'error' },
  ],
});

testEvaluationRule('overall-evaluation/execution-score', {
  valid: [
    {
      name: 'by the printed rate',
      edits: [
        [O, 'rate', '94.00%'],
        [O, 'score', 9.4],
      ],
    },
    {
      name: 'by the amounts, where the rate is wrong',
      edits: [
        [O, 'rate', '99.00%'],
        [O, 'score', 9.5],
      ],
    },
    {
      name: 'full marks where more was spent than budgeted',
      edits: [
        [O, 'rate', '103.00%'],
        [O, 'funding.total.actual', 329.6],
        [O, 'score', 10],
      ],
    },
    { name: 'marks in words', edits: [[O, 'score', '9.5分']] },
  ],
  invalid: [
    {
      name: 'full marks for less than the budget',
      edits: [
        [O, 'funding.total.actual', 294.4],
        [O, 'rate', '92.00%'],
        [O, 'score', 10],
      ],
      at: [O, 'score'],
      verdict: 'error',
    },
    {
      name: 'cut off',
      edits: [
        [O, 'rate', '99.97%'],
        [O, 'funding.total.actual', 319.9],
        [O, 'score', 9.9],
      ],
      at: [O, 'score'],
      verdict: 'warning',
    },
  ],
});

testEvaluationRule('overall-evaluation/score', {
  invalid: [
    { name: 'an indicator', edits: [[O, '2.score', 11]], at: [O, '2.score'], verdict: 'error' },
    { name: 'the execution', edits: [[O, 'score', 95]], at: [O, 'score'], verdict: 'error' },
    { name: 'the total', edits: [[O, 'total.score', 196.5]], at: [O, 'total.score'], verdict: 'error' },
  ],
});

testEvaluationRule('overall-evaluation/execution-marks', {
  invalid: [
    {
      name: 'more than ten marks out of none',
      edits: [
        [O, 'weight', null],
        [O, 'score', 95],
      ],
      at: [O, 'score'],
      verdict: 'error',
    },
  ],
});

testEvaluationRule('overall-evaluation/execution-weight', {
  valid: [
    {
      name: 'a form of its own that adds up to 100',
      edits: [
        [O, 'weight', 20],
        [O, '8.weight', 10],
        [O, 'group.4', '成本指标（10分）'],
      ],
    },
  ],
  invalid: [{ name: 'marks that add up to more', edits: [[O, 'weight', 90]], at: [O, 'weight'], verdict: 'error' }],
});

testEvaluationRule('overall-evaluation/full-marks', {
  invalid: [{ name: 'not 100', edits: [[O, 'total.weight', 90]], at: [O, 'total.weight'], verdict: 'error' }],
});

testEvaluationRule('overall-evaluation/weights', {
  valid: [
    {
      name: 'no marks given for any indicator',
      edits: ALL.map((n) => [O, `${n}.weight`, null] as const),
    },
  ],
  invalid: [{ name: 'an indicator', edits: [[O, '6.weight', 9]], at: [O, 'total.weight'], verdict: 'error' }],
});

testEvaluationRule('overall-evaluation/group-weights', {
  invalid: [
    { name: 'an indicator', edits: [[O, '6.weight', 9]], at: [O, 'group.2'], verdict: 'error' },
    { name: 'the brackets', edits: [[O, 'group.1', '产出指标（50分）']], at: [O, 'group.1'], verdict: 'error' },
  ],
});

testEvaluationRule('overall-evaluation/groups', {
  valid: [{ name: 'a group without marks', edits: [[O, 'group.1', '产出指标']] }],
  invalid: [
    { name: 'the brackets', edits: [[O, 'group.1', '产出指标（50分）']], at: [O, 'total.weight'], verdict: 'error' },
  ],
});

testEvaluationRule('overall-evaluation/total-score', {
  valid: [
    { name: 'rounded to a whole number', edits: [[O, 'total.score', 97]] },
    {
      name: 'an execution scored to three digits',
      edits: [
        [O, 'score', 9.498],
        [O, 'total.score', 96.5],
      ],
    },
  ],
  invalid: [
    { name: 'a decimal point', edits: [[O, 'total.score', 9.65]], at: [O, 'total.score'], verdict: 'error' },
    { name: 'an indicator', edits: [[O, '5.score', 4]], at: [O, 'total.score'], verdict: 'error' },
    { name: 'nothing', edits: [[O, 'total.score', null]], at: [O, 'total.score'], verdict: 'error' },
    {
      name: 'a tenth that rounding explains',
      edits: [
        [O, 'score', 9.5],
        [O, 'total.score', 96.6],
      ],
      at: [O, 'total.score'],
      verdict: 'warning',
    },
  ],
});

testEvaluationRule('overall-evaluation/unscored', {
  valid: [
    {
      name: 'a row whose marks stand in the merged cell above',
      edits: [
        [O, '1.weight', 20],
        [O, '1.score', 20],
        [O, '2.weight', null],
        [O, '2.score', null],
      ],
    },
  ],
  invalid: [
    {
      name: 'rows without which the marks fall short',
      edits: [
        [O, '2.weight', null],
        [O, '2.score', null],
      ],
      at: [O, '2.weight'],
      verdict: 'error',
    },
    { name: 'a score out of nothing', edits: [[O, '3.weight', null]], at: [O, '3.weight'], verdict: 'error' },
    {
      name: 'no score at all',
      edits: ALL.map((n) => [O, `${n}.score`, null] as const),
      at: [O, '1.score'],
      verdict: 'error',
    },
  ],
});

testEvaluationRule('overall-evaluation/unanswered', {
  valid: [
    { name: 'no result in a row without a score', edits: [[O, '3.result', null], [O, '3.score', null]] },
    { name: 'no result in a row that scored nothing', edits: [[O, '3.result', null], [O, '3.score', 0]] },
    { name: 'no result anywhere', edits: ALL.map((n) => [O, `${n}.result`, null] as const) },
  ],
  invalid: [
    { name: 'a score without a result', edits: [[O, '3.result', null]], at: [O, '3.result'], verdict: 'warning' },
    { name: 'a score without a target', edits: [[O, '7.target', null]], at: [O, '7.target'], verdict: 'warning' },
    {
      name: 'several, as one',
      edits: [[O, '2.result', null], [O, '3.result', null]],
      at: [O, '2.result'],
      verdict: 'warning',
    },
  ],
});

testEvaluationRule('overall-evaluation/group-score', {
  valid: [{ name: 'marks given for each indicator', edits: [[O, '1.score', 50]] }],
  invalid: [
    {
      name: 'more than the brackets allow',
      edits: [
        ...ALL.map((n) => [O, `${n}.weight`, null] as const),
        [O, '5.score', 12],
      ],
      at: [O, 'group.2'],
      verdict: 'error',
    },
  ],
});

testEvaluationRule('overall-evaluation/grade', {
  valid: [
    {
      name: 'boxes to tick',
      edits: [
        [O, 'grade', '等级：优□良□中□差□'],
        [O, 'total.score', 70],
      ],
    },
  ],
  invalid: [{ name: '优 below 90', edits: [[O, 'total.score', 89.9]], at: [O, 'grade'], verdict: 'error' }],
});

testEvaluationRule('overall-evaluation/dimension', {
  valid: [
    { name: 'a number without its unit', edits: [[O, '1.result', 12]] },
    { name: 'words', edits: [[O, '1.result', '全部完成']] },
    { name: 'a time', edits: [[O, '3.result', '2031年12月']] },
    { name: 'another word for pieces', edits: [[O, '1.result', '12处']] },
  ],
  invalid: [
    { name: 'pieces and percent', edits: [[O, '1.result', '100%']], at: [O, '1.result'], verdict: 'warning' },
    { name: 'percent and times', edits: [[O, '3.result', '12 次']], at: [O, '3.result'], verdict: 'warning' },
    { name: 'an amount and a price', edits: [[O, '8.result', '10万元/个']], at: [O, '8.result'], verdict: 'warning' },
  ],
});

testEvaluationRule('overall-evaluation/missed', {
  valid: [
    {
      name: 'marks taken off',
      edits: [
        [O, '1.result', '11个'],
        [O, '1.score', 9],
      ],
    },
  ],
  invalid: [
    { name: 'full marks', edits: [[O, '1.result', '11个']], at: [O, '1.score'], verdict: 'warning' },
    { name: 'a dearer price', edits: [[O, '8.score', 20]], at: [O, '8.score'], verdict: 'warning' },
  ],
});

testEvaluationRule('overall-evaluation/deducted', {
  valid: [{ name: 'money saved', edits: [[O, '8.result', '280万元']] }],
  invalid: [{ name: 'a target reached', edits: [[O, '7.score', 9]], at: [O, '7.score'], verdict: 'warning' }],
});

testEvaluationRule('overall-evaluation/cost-direction', {
  invalid: [
    { name: 'at least so much money', edits: [[O, '8.target', '≥300万元']], at: [O, '8.target'], verdict: 'warning' },
  ],
});

testEvaluationRule('overall-evaluation/aspect', {
  invalid: [
    { name: 'money under 时效指标', edits: [[O, '4.target', '300万元']], at: [O, '4.target'], verdict: 'warning' },
  ],
});

testEvaluationRule('overall-evaluation/cost-control', {
  valid: [
    { name: 'the budget of the year', edits: [[O, '8.target', '≤320万元']] },
    {
      name: 'a part of the costs',
      edits: [
        [O, '8.target', '≤50万元'],
        [O, '8.result', '49万元'],
      ],
    },
  ],
  invalid: [
    { name: 'two digits swapped', edits: [[O, '8.target', '≤303万元']], at: [O, '8.target'], verdict: 'error' },
  ],
});

testEvaluationRule('overall-evaluation/by-spending', {
  valid: [{ name: 'by the budget of the year', edits: [[O, 'basic', '其中：基本支出：220']] }],
  invalid: [
    { name: 'a part', edits: [[O, 'basic', '其中：基本支出：214']], at: [O, 'funding.total.actual'], verdict: 'error' },
  ],
});

testEvaluationRule('overall-evaluation/by-revenue', {
  invalid: [
    {
      name: 'a part',
      edits: [[O, 'general', '其中：一般公共预算：301']],
      at: [O, 'funding.total.annualBudget'],
      verdict: 'error',
    },
  ],
});

testEvaluationRule('overall-evaluation/year', {
  invalid: [
    {
      name: 'last year in the title',
      edits: [[O, 'title', '2030 年度部门整体支出绩效自评表']],
      at: [O, 'title'],
      verdict: 'warning',
    },
  ],
});
