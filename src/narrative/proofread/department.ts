import { isSameDepartment } from '../../tables/department-name';
import type { Passage } from './document';
import { similarity } from './names';
import { passageProblem } from './passage-problem';
import type { TextProblem } from './problem';

const YEAR = '(?:\\d{4}年度?)?';
const NAME = '([一-龥（）]{4,40}?)';
/** The title of a text or of one of its parts: 2023年度某某局部门决算, 第一部分某某局概况, 某某局整体支出绩效自评报告. */
const TITLE = new RegExp(
  `^(?:第一部分|[一二三四五六七八九十]、)?${YEAR}${NAME}${YEAR}(?:（?(?:部门|单位)）?)*` +
    '(?:概况|基本情况|决算|决算公开|决算情况说明|(?:整体支出|项目支出)?绩效(?:自评|评价)报告)$',
);
/** What begins a sentence with the department's own year: 某某局2023年度收、支总计. */
const SENTENCE = new RegExp(
  `(?:^|。)${NAME}\\d{4}年度?(?=(?:收|支|财政拨款|一般公共预算|政府性基金|国有资本|基本支出|三公|部门决算|机关运行|政府采购))`,
  'g',
);
const BODY = /(?:[局厅部院办会社团校所站台馆室队库]|办公室|中心|大学|学院|学校|医院|管委会|联合会)$/;
const NO_NAME = /^(?:我|本|该|各|全|其|部门|单位|年度|关于)|[是为的在对将与]/;
const SHORT_FORM = /（(?:以下)?(?:统)?简称[：:]?([一-龥、或和]{2,20})）/g;
const LONGEST_TITLE = 60;
/** As alike two names have to be for one to be the other mistyped: a sentence may speak of another body. */
const ALIKE = 0.6;

/**
 * A title that names another department than the tables do, and a sentence about the department's own year that
 * mistypes the name (rules.md F09). Shorter forms of the name are the name, and so is what the text declares as one.
 */
export function departmentProblems(
  passages: readonly Passage[],
  department: string | null,
  told: ReadonlySet<Passage>,
): readonly TextProblem[] {
  if (department === null) return [];
  const shortForms = passages.flatMap(({ text }) =>
    [...text.matchAll(SHORT_FORM)].flatMap(([, names = '']) => names.split(/[、或和]/)),
  );
  const isOwn = (name: string): boolean => [department, ...shortForms].some((known) => isSameDepartment(known, name));
  return passages.flatMap((passage): readonly TextProblem[] => {
    const { text } = passage;
    const title = text.length > LONGEST_TITLE ? null : TITLE.exec(text);
    const titled = title === null ? [] : [{ name: title[1] ?? '', at: text.indexOf(title[1] ?? '') }];
    const said = !told.has(passage)
      ? []
      : [...text.matchAll(SENTENCE)]
          .map(({ 0: whole, 1: name = '', index }) => ({ name, at: index + whole.indexOf(name) }))
          .filter(({ name }) => similarity(bare(name), bare(department)) >= ALIKE);
    return [...titled, ...said]
      .filter(({ name }) => BODY.test(bare(name)) && !NO_NAME.test(name) && !isOwn(name))
      .map(({ name, at }) =>
        passageProblem(passage, at, at + name.length, {
          rule: 'text/department',
          severity: 'warning',
          message: `这里的单位名称是“${name}”，公开表表头写的是“${department}”，请核对是哪一处写错。`,
        }),
      );
  });
}

function bare(name: string): string {
  return name.normalize('NFKC').replace(/[\s_]|[(（][^()（）]*[)）]/g, '');
}
