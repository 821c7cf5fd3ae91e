import { matchProjects } from '../../src/tables/project-name';

const match = (name: string, others: readonly string[]) => matchProjects([name], others)[0];

test.each<readonly [string, string, string, boolean]>([
  ['the same name', '测绘档案经费', '测绘档案经费', true],
  ['spaces and brackets', '测绘档案经费（含 扫描）', '测绘档案经费(含扫描)', true],
  ['经费 and 项目', '测绘档案经费', '测绘档案项目', false],
  ['资金 and nothing', '测绘档案专项资金', '测绘档案', false],
  ['工作经费 and 专项', '测绘档案工作经费', '测绘档案专项', false],
  ['a year before it', '2033年度测绘档案经费', '测绘档案经费', false],
])('%s: one project', (_, name, other, same) => {
  expect(match(name, ['基准站运维', other])).toEqual({ index: 1, same });
  expect(match(other, [name, '基准站运维'])).toEqual({ index: 0, same });
});

test.each<readonly [string, string, readonly string[]]>([
  ['another name', '测绘档案经费', ['市测绘档案经费', '测绘档案整理经费']],
  ['two that may be meant', '测绘档案经费', ['测绘档案项目', '2033年测绘档案资金']],
  ['two of the same name', '测绘档案经费', ['测绘档案经费', '测绘档案经费']],
  ['nothing but what is left out', '专项经费', ['项目资金']],
  ['no name', '', ['', '测绘档案经费']],
])('%s: none', (_, name, others) => {
  expect(match(name, others)).toBeNull();
});

test('a name that is taken by its like is not free for another', () => {
  expect(matchProjects(['测绘档案经费', '测绘档案项目'], ['测绘档案项目'])).toEqual([null, { index: 0, same: true }]);
});
