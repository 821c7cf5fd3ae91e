import { readQuantity } from '../../src/tables/evaluation-quantity';

test.each<readonly [string, string, string, string, string]>([
  ['≥90%', '90', 'least', 'percent', '%'],
  ['90%以上', '90', 'least', 'percent', '%'],
  ['≥100百分比', '100', 'least', 'percent', '%'],
  ['各1次', '1', 'exact', 'count', '次'],
  ['400元/天', '400', 'exact', 'price', '元/天'],
  ['不高于2500元/人', '2500', 'most', 'price', '元/人'],
  ['0.3万元/个', '3000', 'exact', 'price', '元/个'],
  ['5.67 万元', '56700', 'exact', 'money', '元'],
  ['136.57 万', '1365700', 'exact', 'money', '元'],
  ['2 万人次', '20000', 'exact', 'count', '人次'],
  ['2025人', '2025', 'exact', 'count', '人'],
  ['大于等于100个', '100', 'least', 'count', '个'],
  ['小于等于1次', '1', 'most', 'count', '次'],
  ['超过1万次', '10000', 'least', 'count', '次'],
  ['0（另有说明）', '0', 'exact', 'bare', ''],
  ['１２个', '12', 'exact', 'count', '个'],
])('%s is %s', (text, value, bound, dimension, unit) => {
  expect(readQuantity(text)).toMatchObject({ bound, dimension, unit });
  expect(readQuantity(text)?.value.toFixed()).toBe(value);
});

test.each([
  '长期',
  '12月底前',
  '2031年底',
  '2031年1月-12月',
  '每人一次以上',
  '计划38个，招录26人',
  '甲区40万元、乙区20万元',
  '',
])('%s is no quantity', (text) => {
  expect(readQuantity(text)).toBeNull();
});
