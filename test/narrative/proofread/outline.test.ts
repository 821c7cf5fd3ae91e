import { passagesOf } from '../../../src/narrative/proofread/document';
import { outline } from '../../../src/narrative/proofread/outline';

function chapters(passages: readonly string[], name = '情况说明') {
  const document = { name, passages };
  return outline(document, passagesOf(document, 0)).map(({ id, passages: own }) => [id, own.length]);
}

test('titles of tables pasted with the text open nothing', () => {
  expect(chapters(['第二部分', '收入支出决算总表', '注：本表反映总收支。', '第三部分 情况说明', '一、收入决算情况说明', '甲。'])).toEqual([
    [null, 4],
    ['revenue', 1],
  ]);
});

test('headings open the sections, whatever their number', () => {
  expect(
    chapters([
      '2031年度部门决算情况说明',
      '一、收入支出决算总体情况说明',
      '甲。',
      '二、收入决算情况说明',
      '乙。',
      '三、关于支出决算情况说明',
      '丙。',
      '四、财政拨款收入支出决算总体情况说明',
      '丁。',
      '五、一般公共预算财政拨款支出决算情况说明',
      '（一）总体情况',
      '戊。',
      '六、一般公共预算财政拨款基本支出决算情况说明',
      '己。',
      '八、财政拨款“三公”经费支出决算情况说明',
      '庚。',
      '七、政府性基金预算财政拨款收入支出决算情况说明',
      '辛。',
      '九、国有资产经营预算支出决算情况说明',
      '壬。',
    ]),
  ).toEqual([
    [null, 1],
    ['summary', 1],
    ['revenue', 1],
    ['expenditure', 1],
    ['appropriation', 1],
    ['general-budget', 2],
    ['basic-expenditure', 1],
    ['three-public', 1],
    ['government-funds', 1],
    ['state-capital', 1],
  ]);
});

test('a heading without a number opens its section, a mention in a sentence does not', () => {
  expect(
    chapters([
      '九、国有资本经营预算支出决算情况说明',
      '本单位没有国有资本经营收入。',
      '机关运行经费支出说明',
      '机关运行经费支出10万元。',
    ]),
  ).toEqual([
    ['state-capital', 1],
    ['agency-operating', 1],
  ]);
});

test('other matters are sections of their own within a last one', () => {
  expect(
    chapters([
      '十一、其他重要事项的情况说明',
      '（一）机关运行经费支出情况',
      '甲。',
      '（二）政府采购支出情况',
      '乙。',
      '（三）国有资产占用情况',
      '丙。',
    ]),
  ).toEqual([
    [null, 0],
    ['agency-operating', 1],
    ['procurement', 1],
    ['state-assets', 1],
  ]);
});

test('a report about performance has similar headings and is no 情况说明', () => {
  const report = ['一、部门基本情况', '甲。', '二、一般公共预算支出情况', '乙。', '三、政府性基金预算支出情况', '丙。'];
  expect(chapters(report, '绩效自评报告').every(([id]) => id === null)).toBe(true);
  expect(
    chapters(['一、收入支出决算总体情况说明', '甲。', '2031年度部门整体支出绩效自评报告', ...report])
      .slice(1)
      .every(([id]) => id === null),
  ).toBe(true);
});
