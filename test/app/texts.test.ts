import { textOf, withoutTables } from '../../src/app/texts';

test('a line is a paragraph; blank lines and rows that hold tabs are none', () => {
  const { passages } = textOf('文字', '一、收入情况\n\n　　收入合计3万元。\r\n \n项目\t金额\n一、甲\t3.00');
  expect(passages).toEqual(['一、收入情况', '　　收入合计3万元。']);
});

const read = (lines: readonly string[]): readonly string[] => withoutTables({ name: '文字', passages: lines }).passages;

test('the cells of a table that was taken along are blank, and the paragraphs around it stand where they stood', () => {
  const table = ['一、一般公共服务支出', '33', '3.00', '一、一般公共服务支出', '34', '1,204.50', '', '二、外交支出', '三、国防支出'];
  const blank = table.map(() => '');
  const before = ['第二部分 决算表', '收入支出决算总表'];
  const behind = ['第三部分 情况说明', '一、总体情况', '收入合计3万元。'];
  expect(read([...before, ...table, ...behind])).toEqual([...before, ...blank, ...behind]);
  expect(read(['收入合计3万元。', ...table])).toEqual(['收入合计3万元。', ...blank]);
});

test.each([
  [['一、甲', '二、乙', '（一）丙', '1、丁']],
  [['附件', '2030', '一、甲']],
  [['1.甲项目3万元', '2.乙项目4万元', '3.丙项目5万元', '4.丁项目6万元', '5.戊项目7万元']],
  [[]],
])('no table in %s', (lines) => {
  expect(read(lines)).toEqual(lines);
});
