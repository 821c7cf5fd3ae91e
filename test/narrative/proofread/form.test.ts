import { bodiesIn, bodyProblems } from '../../../src/narrative/proofread/bodies';
import { departmentProblems } from '../../../src/narrative/proofread/department';
import { passagesOf, paragraphsOf, startsAnew } from '../../../src/narrative/proofread/document';
import { numberingProblems } from '../../../src/narrative/proofread/numbering';
import { pairProblems } from '../../../src/narrative/proofread/pairs';
import { corrected, type TextProblem } from '../../../src/narrative/proofread/problem';
import { TEXT_RULES } from '../../../src/narrative/proofread/rules';
import { endingProblems, wordingProblems } from '../../../src/narrative/proofread/wording';
import { dayProblems, yearProblems } from '../../../src/narrative/proofread/years';

const KNOWN = new Set(TEXT_RULES.map(({ id }) => id));
const read = (lines: readonly string[]) => passagesOf({ name: '说明', passages: lines }, 0);

function mended(lines: readonly string[], [problem]: readonly TextProblem[]): string | null {
  expect(problem === undefined || KNOWN.has(problem.rule)).toBe(true);
  return problem?.replacements ? corrected(lines[problem.passage] ?? '', problem.replacements) : null;
}

describe('words', () => {
  test.each([
    { line: '增长的主要原因是：主要原因是：新增人员。', rule: 'text/repeated', to: '增长的主要原因是：新增人员。' },
    { line: '下设参公单位单位培训中心。', rule: 'text/repeated', to: '下设参公单位培训中心。' },
    { line: '支出决算为3万元元。', rule: 'text/repeated', to: '支出决算为3万元。' },
    { line: '占5.20%%。', rule: 'text/punctuation', to: '占5.20%。' },
    { line: '压减了开支。。', rule: 'text/punctuation', to: null },
    { line: '收入合计XX万元。', rule: 'text/placeholder', to: null },
    { line: '本年支出比上年增加（减少）3万元。', rule: 'text/placeholder', to: null },
    { line: '主要原因是：〔待填：主要原因〕。', rule: 'text/placeholder', to: null },
    { line: '甲。表述格式参考如下：', rule: 'text/placeholder', to: null },
    { line: '国有资产经营预算支出决算情况', rule: 'text/name', to: '国有资本经营预算支出决算情况' },
    { line: '我本部门没有此项支出。', rule: 'text/wording', to: '本部门没有此项支出。' },
    { line: '截止2030年12月31日，保有量为2辆。', rule: 'text/wording', to: '截至2030年12月31日，保有量为2辆。' },
    { line: '截止目前，举办了讲座。', rule: 'text/wording', to: '截至目前，举办了讲座。' },
    { line: '自评结果公开，接收社会监督。', rule: 'text/wording', to: '自评结果公开，接受社会监督。' },
    { line: '收入同比增幅长5%。', rule: 'text/wording', to: '收入同比增长5%。' },
    { line: '负责组织 and 协调。', rule: 'text/residue', to: '负责组织 和 协调。' },
    { line: '**一是加强管理。**二是压减开支。', rule: 'text/residue', to: '一是加强管理。二是压减开支。' },
    { line: '占010.2%。', rule: 'text/punctuation', to: null },
  ])('$line', ({ line, rule, to }) => {
    const problems = read([line]).flatMap(wordingProblems);
    expect(problems.map((problem) => problem.rule)).toEqual([rule]);
    expect(mended([line], problems)).toBe(to);
  });

  test.each([
    '为了达到目的的需要，逐项一步一步推进。',
    '“一岗双责”与责任落实。',
    '在职人员增加，人员经费增加。',
    '2030年补发2029年奖金。',
    '对个人和家庭的补助、其他对个人和家庭的补助。',
    '会议费3万元、培训费2万元；共5万元。',
    '作为是否合格的依据，认为是合理的。',
    '接收毕业生3人，接受群众监督，增幅长期保持平稳。',
  ])('nothing in %s', (line) => {
    expect(read([line]).flatMap(wordingProblems)).toEqual([]);
  });

  test.each(['[bookmark: _GoBack]', '<span id="a b">'])('%s is told as it is written', (words) => {
    expect(read([`二要加强管理${words}。`]).flatMap(wordingProblems)[0]?.message).toContain(words);
  });

  test('a paragraph that stops in the middle, but not where it only runs on', () => {
    const stopping = ['加强管理，压减开支，', '二、收入决算情况'];
    const problems = endingProblems(read(stopping), startsAnew);
    expect(mended(stopping, problems)).toBe('加强管理，压减开支。');
    expect(
      endingProblems(
        read([
          '加强管理，压减开支，',
          '取得了明显的成效，各项工作都按时完成，没有出现大的偏差，群众的满意程度也有所提高。',
        ]),
        startsAnew,
      ),
    ).toEqual([]);
  });
});

describe('pairs', () => {
  const find = (lines: readonly string[]) => paragraphsOf(read(lines)).flatMap(pairProblems);

  test.each([
    { lines: ['三公”经费支出情况'], to: '“三公”经费支出情况' },
    { lines: ['《预算法的规定'], to: null },
    { lines: ['支出（含项目支出5万元'], to: null },
    { lines: ['“一是“重复了左引号”'], to: null },
  ])('$lines', ({ lines, to }) => {
    const problems = find(lines);
    expect(problems.map(({ rule }) => rule)).toEqual(['text/pairs']);
    expect(mended(lines, problems)).toBe(to);
  });

  test.each([
    [['“三公”经费（含项目支出）见《决算表》。']],
    [['1）第一项']],
    [['（a)混用的括号']],
    [
      [
        '围绕中心工作开展调查研究，认真听取基层意见，及时回应群众关切，全年办结群众反映的“急难愁',
        '盼”问题6件，满意率有所提高。',
      ],
    ],
    [['"三公"经费预算数']],
  ])('nothing in %s', (lines) => {
    expect(find(lines)).toEqual([]);
  });
});

describe('numbering', () => {
  const find = (lines: readonly string[]) => numberingProblems(read(lines));

  test.each([
    { name: 'in order', lines: ['一、甲', '（一）乙', '（二）丙', '1、丁', '2、戊', '二、己', '（一）庚'] },
    { name: 'a list within a list', lines: ['（一）甲', '（一）乙', '（二）丙', '（三）丁', '（二）戊'] },
    { name: 'an extract', lines: ['九、甲', '十、乙', '十一、丙'] },
    { name: 'two documents on one sheet', lines: ['一、甲', '二、乙', '三、丙', '一、甲', '二、乙'] },
    { name: 'a list that begins anew', lines: ['1.甲', '2.乙', '1.丙', '2.丁'] },
    { name: 'a list of one within a list', lines: ['1.甲', '2.乙，其中：', '1.丙', '3.丁'] },
    { name: 'a list of one somewhere else', lines: ['1.甲', '2.乙', '甲的说明。', '乙的说明。', '1.丙'] },
    { name: 'a list of one in the next part', lines: ['1.甲', '2.乙', '二、丙', '1.丁'] },
    { name: 'a number that is no numbering', lines: ['一、甲', '2030年度支出3万元。', '二、乙'] },
  ])('$name', ({ lines }) => {
    expect(find(lines)).toEqual([]);
  });

  test.each([
    { name: 'a gap', lines: ['1、甲', '2、乙', '4、丙'], at: 2, to: null },
    { name: 'the same again', lines: ['一、甲', '二、乙', '二、丙'], at: 2, to: null },
    { name: 'backwards', lines: ['一、甲', '二、乙', '三、丙', '二、丁'], at: 3, to: null },
    {
      name: 'a heading that lacks its number',
      lines: ['一、甲', '机关运行经费支出说明', '三、乙'],
      at: 1,
      to: '二、机关运行经费支出说明',
    },
    {
      name: 'the second of an inner list that lacks its number',
      lines: ['一、概况', '（一）内设机构。', '共有机构3个。', '决算单位构成。', '本单位没有下属单位，只有本级。', '第二部分', '决算表'],
      at: 3,
      to: '（二）决算单位构成。',
    },
    { name: 'the last item typed as the first', lines: ['（一）甲', '1.甲', '2.乙', '3.丙', '1.丁'], at: 4, to: '4.丁' },
    { name: 'an item typed as the first', lines: ['1、甲', '丙的说明。', '2、乙', '丙的说明。', '1、丙', '丙的说明。', '4、丁'], at: 4, to: '3、丙' },
    { name: 'a heading typed as the first', lines: ['（一）甲', '（二）乙', '（一）丙', '二、丁'], at: 2, to: '（三）丙' },
    { name: 'a number that lacks its point', lines: ['1.甲', '2.乙', '3培训经费', '4.丁'], at: 2, to: '3.培训经费' },
  ])('$name', ({ lines, at, to }) => {
    const problems = find(lines);
    expect(problems.map(({ rule, passage }) => [rule, passage])).toEqual([['text/numbering', at]]);
    expect(mended(lines, problems)).toBe(to);
  });
});

test('more headings without a number than numbers are missing go on with the inner list first', () => {
  const lines = ['一、概况', '（一）基本支出', '项目支出', '基金预算：无', '三、绩效'];
  const found = numberingProblems(read(lines));
  expect(found.map(({ passage, replacements }) => corrected(lines[passage] ?? '', replacements ?? []))).toEqual([
    '（二）项目支出',
    '二、基金预算：无',
  ]);
});

describe('years', () => {
  const find = (line: string, isNarrative = true) =>
    read([line]).flatMap((passage) => yearProblems(passage, 2030, isNarrative));

  test.each([
    { line: '2029年度收、支总计3万元。', severity: 'error', to: '2030年度收、支总计3万元。' },
    { line: '截至2029年12月31日，共有车辆2辆。', severity: 'error', to: '截至2030年12月31日，共有车辆2辆。' },
    {
      line: '本单位组织对2029年度整体支出开展绩效自评。',
      severity: 'error',
      to: '本单位组织对2030年度整体支出开展绩效自评。',
    },
    { line: '20年度收、支总计3万元。', severity: 'error', to: '2030年度收、支总计3万元。' },
    { line: '203年度收、支总计3万元。', severity: 'error', to: '2030年度收、支总计3万元。' },
    { line: '与2019年相比，增加3万元。', severity: 'warning', to: '与2029年相比，增加3万元。' },
    { line: '与2092年相比，增加3万元。', severity: 'error', to: '与2029年相比，增加3万元。' },
    {
      line: '主要原因是压减开支，与2025年度相比，增加3万元。',
      severity: 'warning',
      to: '主要原因是压减开支，与2029年度相比，增加3万元。',
    },
    { line: '比2029年年初预算增加3万元。', severity: 'warning', to: '比2030年年初预算增加3万元。' },
    { line: '保有公务用车2辆，2028年购置1辆。', severity: 'warning', to: '保有公务用车2辆，2030年购置1辆。' },
  ])('$line', ({ line, severity, to }) => {
    const problems = find(line);
    expect(problems.map((problem) => [problem.rule, problem.severity])).toEqual([['text/year', severity]]);
    expect(mended([line], problems)).toBe(to);
  });

  test.each([
    '2030年度支出3万元。',
    '与2029年相比，增加3万元。',
    '主要原因是2030年补发2029年奖金。',
    '比2029年决算数减少3万元。',
    '比2030年年初预算减少3万元。',
    '校庆120年活动，占地20年未变。',
    '主要原因是与2019年相比人员减少，与2019年相比工作量增加。',
    '用于2028年工程尾款。',
  ])('nothing in %s', (line) => {
    expect(find(line)).toEqual([]);
  });

  test('in other texts only the first words count', () => {
    expect(find('工作持续推进，自2021年起列入专项。', false)).toEqual([]);
    expect(find('2029年绩效管理取得成绩。', false)).toHaveLength(1);
  });

  test('the day of a balance is the last of the year', () => {
    expect(mended(['截至2030年11月31日。'], read(['截至2030年11月31日。']).flatMap(dayProblems))).toBe(
      '截至2030年12月31日。',
    );
    expect(read(['截至2030年12月31日。']).flatMap(dayProblems)).toEqual([]);
  });
});

test('every rule about texts in the list of rules has a check', () => {
  const listed = [
    ...Array.from({ length: 28 }, (_, index) => `C${String(index + 1).padStart(2, '0')}`).filter((id) => !['C04', 'C06'].includes(id)),
    'D02', 'D03', 'D04', 'D05', 'D06',
    ...Array.from({ length: 13 }, (_, index) => `F${String(index + 1).padStart(2, '0')}`),
  ];
  const checked = new Set(TEXT_RULES.flatMap(({ source }) => source.split('、')));
  expect(listed.filter((id) => !checked.has(id))).toEqual([]);
});

describe('the bodies that the accounts are made up from', () => {
  const find = (lines: readonly string[]) => bodyProblems(bodiesIn(read(lines)));
  const LIST = '2030年部门决算汇总公开单位构成包括：云溪市文化局本级以及云溪市文化馆。';

  test('another number than the list has', () => {
    expect(find(['现有预算单位1个，编制20人。', LIST])).toMatchObject([{ rule: 'text/contradiction', severity: 'warning', passage: 0 }]);
  });

  test.each([
    ['现有预算单位2个。', LIST],
    ['我局是一级预算单位，下属预算单位1个。', LIST],
    ['现有预算单位1个。', '2030年度部门决算汇总公开单位仅包括云溪市文化局本级。'],
    ['现有预算单位1个。'],
    [LIST],
  ])('nothing in %s %s', (...lines) => {
    expect(find(lines)).toEqual([]);
  });
});

describe('the name of the department', () => {
  const DEPARTMENT = '云溪市文化和旅游局';
  const namesIn = (lines: readonly string[], department: string | null = DEPARTMENT) => {
    const passages = read(lines);
    return departmentProblems(passages, department, new Set(passages));
  };

  test.each([
    { line: '云溪市教育局2030年度部门决算', quote: '云溪市教育局' },
    { line: '2030年度云溪市文化局和旅游馆部门整体支出绩效自评报告', quote: '云溪市文化局和旅游馆' },
    { line: '第一部分 云溪市教育局单位概况', quote: '云溪市教育局' },
    { line: '东河区文化和旅游局部门（单位）概况', quote: '东河区文化和旅游局' },
    { line: '云溪市文化和旅由局2030年度收、支总计5万元。', quote: '云溪市文化和旅由局' },
    { line: '与上年持平。云汐市文化和旅游局2030年度财政拨款支出5万元。', quote: '云汐市文化和旅游局' },
  ])('$line', ({ line, quote }) => {
    const problems = namesIn([line]);
    expect(problems.map((problem) => [problem.rule, problem.replacements])).toEqual([['text/department', null]]);
    expect(problems[0]?.quote).toContain(quote);
    expect(KNOWN.has('text/department')).toBe(true);
  });

  test.each([
    ['云溪市文化和旅游局2030年度部门决算'],
    ['“云溪市文化和旅游局”2030年度部门决算公开'],
    ['第一部分 云溪市文旅局（本级）单位概况'],
    ['青川省云溪市文化和旅游局部门（单位）概况'],
    ['2030年度部门整体支出绩效自评报告'],
    ['第三部分 2030年度部门决算情况说明'],
    ['第一部分 部门概况', '一、部门基本概况', '我局概况', '本单位2030年度收、支总计5万元。'],
    ['云溪市教育局2030年度支出5万元，由本部门代管。'],
    ['2030年，市财政局和云溪市教育局联合举办了活动。'],
    ['下属单位包括云溪市图书馆、云溪市文化馆。', '云溪市图书馆成立于2001年。'],
    ['云溪市公共文化服务中心（以下简称“市文化中心”）与本局合署办公。', '市文化中心概况'],
  ])('nothing in %s', (...lines) => {
    expect(namesIn(lines)).toEqual([]);
  });

  test('nothing where the tables name nobody', () => {
    expect(namesIn(['云溪市教育局2030年度部门决算'], null)).toEqual([]);
  });
});
