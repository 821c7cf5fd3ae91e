import { numeralsOf } from '../../../src/narrative/proofread/numeral';

const printed = (text: string): readonly string[] => numeralsOf(text).map(({ start, end }) => text.slice(start, end));

test.each([
  { text: '支出12.50万元，占3.2%。', numbers: ['12.50万元', '3.2%'] },
  { text: '实际支出31.4万，结余8.6万元。', numbers: ['31.4万', '8.6万元'] },
  { text: '年初预算为17.31元，支出决算为40，', numbers: ['17.31元', '40'] },
  { text: '占6.28%%；', numbers: ['6.28%%'] },
  { text: '上年数-3.20万元', numbers: ['-3.20万元'] },
])('amounts and percentages of $text', ({ text, numbers }) => {
  expect(printed(text)).toEqual(numbers);
});

test.each([
  '2031年度12月31日',
  '在职人员增加3人，来宾51人次，车辆4辆',
  '3.6万余户，2.7万名群众',
  '12、行政运行（项）。',
  '京A12345车辆',
  '单位价值50万元以上通用设备2台（套）',
  '实施“1+5”模式',
  '第5批',
])('%s holds none', (text) => {
  expect(printed(text)).toEqual([]);
});
