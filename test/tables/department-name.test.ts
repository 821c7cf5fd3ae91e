import { isSameDepartment } from '../../src/tables/department-name';

describe('names of one department', () => {
  test.each([
    ['中共云溪市文艺委员会办公室', '中国共产党云溪市文艺委员会办公室'],
    ['中共云溪市文艺委办公室', '云溪市文艺委员会办公室'],
    ['云溪市文艺办', '云溪市文艺委员会办公室'],
    ['青川省云溪市东河区文化馆', '东河区文化馆'],
    ['东河区文化馆', '文化馆'],
    ['云溪市文化局（本级）', '云溪市文化局'],
    ['云溪市文化局本级', '云溪市文化局'],
    ['云溪市 文化局', '云溪市文化局'],
    ['东河区市场监督管理局', '云溪市东河区市场监督管理局'],
    ['云溪市住建局', '云溪市住房和城乡建设局'],
    ['云溪市城管局', '云溪市城市管理和综合执法局'],
    ['国家税务总局云溪市税务局', '云溪市税务局'],
    ['北江市教育局', '云溪市北江市教育局'],
  ])('%s = %s', (one, other) => {
    expect(isSameDepartment(one, other)).toBe(true);
    expect(isSameDepartment(other, one)).toBe(true);
  });

  test.each([
    ['云溪市文化局', '云溪市文化馆'],
    ['云溪市文化局', '云汐市文化局'],
    ['东河区文化局', '西河区文化局'],
    ['云溪市东河区文化局', '云溪市西河区文化局'],
    ['云溪市教育局', '云溪市体育局'],
  ])('%s ≠ %s', (one, other) => {
    expect(isSameDepartment(one, other)).toBe(false);
    expect(isSameDepartment(other, one)).toBe(false);
  });
});
