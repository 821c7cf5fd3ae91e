import { describeCell, showFigure } from '../check/describe';
import { inspection, type Problem, type Rule } from '../check/rule';
import type { Accounts, ReadingProblem } from '../tables/accounts';
import { isSameDepartment } from '../tables/department-name';

function fromReading(kind: ReadingProblem['kind']): (_: unknown, accounts: Accounts) => Problem[] {
  return (_, { problems }) =>
    problems
      .filter((problem) => problem.kind === kind)
      .map(({ message, cells, found }) => ({ message, cells, found, cause: found === null ? null : 'text' }));
}

const textInNumber = inspection({
  id: 'form/text-in-number',
  statement: '金额单元格应为数字：文字、表头残留等不能参与核对',
  source: 'A23',
  conditions: '带全角空格、千分位的文本数字和末尾多出的小数点按数字读取，不在此列',
  severity: 'error',
  reads: [],
  inspect: fromReading('text-in-number'),
});

const numberAsText = inspection({
  id: 'form/number-as-text',
  statement: '金额单元格应是数字，不是写成文字的数字',
  source: 'A23',
  conditions: '核对时按数字读取，不影响结论；Excel 求和会漏掉这些单元格，所以提醒；全部表合并为一条',
  severity: 'warning',
  reads: [],
  *inspect(_, { tables }) {
    const typed = tables.flatMap(({ figures }) =>
      figures.filter(({ content, shown }) => content.kind === 'number' && content.typed === 'text' && !shown.isZero()),
    );
    const [first] = typed;
    if (first === undefined) return;
    yield {
      message:
        `有 ${typed.length} 个金额是写成文字的数字（如 ${describeCell(first)}的“${first.text}”），` +
        'Excel 求和时不会计入，请改为数字。',
      cells: typed.map(({ cell }) => cell),
      found: null,
      cause: 'text',
    };
  },
});

const unreadableTable = inspection({
  id: 'form/unreadable-table',
  statement: '有公开表标题的表应能读出表头和数据',
  source: 'F09',
  severity: 'error',
  reads: [],
  inspect: fromReading('unreadable-table'),
});

const duplicateTable = inspection({
  id: 'form/duplicate-table',
  statement: '同一张公开表只应出现一次',
  source: 'F05',
  severity: 'warning',
  reads: [],
  inspect: fromReading('duplicate-table'),
});

const labels = inspection({
  id: 'form/labels',
  statement: '每张公开表的表头应有公开编号、部门（单位）名称和金额单位',
  source: 'A25',
  conditions: '部分地区的表式不编公开编号：全部表都没有编号时不提示；缺同一要素的表合并为一条',
  severity: 'warning',
  reads: [],
  *inspect(_, { tables }) {
    const numbered = tables.some(({ number }) => number !== null);
    const lacking = [
      ['“公开××表”编号', tables.filter(({ number }) => numbered && number === null)],
      ['部门（单位）名称', tables.filter(({ department }) => department === null)],
      ['金额单位', tables.filter(({ unitLabel }) => unitLabel === null)],
    ] as const;
    for (const [what, without] of lacking) {
      const [first] = without;
      if (first === undefined) continue;
      const read = what === '金额单位' ? `（已按${first.unit}核对）` : '';
      yield {
        message: `${without.length} 张表的表头没有${what}${read}，请补填：${without.map(({ title }) => `“${title}”`).join('、')}。`,
        cells: without.map(({ titleCell }) => titleCell),
        found: null,
        cause: null,
      };
    }
  },
});

const department = inspection({
  id: 'form/department',
  statement: '各张公开表表头的部门（单位）名称一致',
  source: 'F09',
  conditions: '简称、省略“中共”和地区名、“（本级）”不算不一致；与多数表不同的合并为一条',
  severity: 'warning',
  reads: [],
  *inspect(_, { tables }) {
    const named = tables.flatMap((table) => (table.department === null ? [] : [{ ...table, department: table.department }]));
    const alike = (name: string): number => named.filter((other) => isSameDepartment(name, other.department)).length;
    const [usual] = [...named].sort((a, b) => alike(b.department) - alike(a.department));
    const others = named.filter((table) => usual !== undefined && !isSameDepartment(table.department, usual.department));
    if (usual === undefined || others.length === 0) return;
    const names = others.map(({ title, department: name }) => `“${title}”写为“${name}”`).join('、');
    yield {
      message: `表头的单位名称不一致：${names}，“${usual.title}”等 ${named.length - others.length} 张表写为“${usual.department}”，请核对。`,
      cells: others.map(({ titleCell }) => titleCell),
      found: null,
      cause: null,
    };
  },
});

const TWO_DIGITS = /\.\d\d$/;

const digits = inspection({
  id: 'form/digits',
  statement: '金额应统一显示两位小数',
  source: 'A24',
  conditions: '每张表只提示一次；以单元格显示的文字为准',
  severity: 'warning',
  reads: [],
  *inspect(_, { tables }) {
    for (const table of tables) {
      const amounts = table.figures.filter(({ content, shown }) => content.kind === 'number' && !shown.isZero());
      const uneven = amounts.filter(({ text }) => !TWO_DIGITS.test(text));
      if (uneven.length === 0) continue;
      const examples = [...new Set(uneven.map(({ text }) => text.trim()))].slice(0, 3).join('、');
      yield {
        message: `“${table.title}”有 ${uneven.length} 个金额没有显示为两位小数（如 ${examples}），公开前请统一格式。`,
        cells: uneven.map(({ cell }) => cell),
        found: null,
        cause: null,
      };
    }
  },
});

const negative = inspection({
  id: 'form/negative',
  statement: '收支和结转金额一般不为负数',
  source: 'A26',
  conditions: '结余为负、冲减支出时可以为负，只作提醒',
  severity: 'warning',
  reads: [],
  *inspect(_, { tables }) {
    for (const { figures } of tables) {
      for (const figure of figures.filter(({ shown }) => shown.isNegative() && !shown.isZero())) {
        yield {
          message: `${describeCell(figure)}为负数 ${showFigure(figure, figure.unit)}，请核实。`,
          cells: [figure.cell],
          found: null,
          cause: null,
        };
      }
    }
  },
});

/** What concerns the form of a table, not its arithmetic. */
export const formRules: readonly Rule[] = [
  textInNumber, numberAsText, unreadableTable, duplicateTable, labels, department, digits, negative,
];
