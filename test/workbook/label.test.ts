import { isBlankText, normaliseLabel } from '../../src/workbook/label';

test.each([
  ['    一、上级补助收入：', '上级补助收入'],
  ['（一）一般公共预算财政拨款', '一般公共预算财政拨款'],
  ['二十五、债务付息支出', '债务付息支出'],
  ['其中：公务用车购置费', '公务用车购置费'],
  ['1.因公出国（境）费', '因公出国(境)费'],
  ['公务\n接待费', '公务接待费'],
  ['财政拨款“三公”经费', '财政拨款"三公"经费'],
  ['财政拨款"三公"经费', '财政拨款"三公"经费'],
  ['本年　收入　合计', '本年收入合计'],
  ['３０１', '301'],
  ['使用非财政拨款结余（含专用结余）', '使用非财政拨款结余(含专用结余)'],
  ['三公经费', '三公经费'],
])('%j is read as %j', (text, label) => {
  expect(normaliseLabel(text)).toBe(label);
});

test.each([['', true], ['　', true], [' \n\t', true], ['0', false], ['-', false]])('blankness of %j', (text, blank) => {
  expect(isBlankText(text)).toBe(blank);
});
