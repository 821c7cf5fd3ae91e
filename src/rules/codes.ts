import { allZero } from '../check/amounts';
import { inspection, type Rule } from '../check/rule';
import economicNames from '../tables/economic-codes.json';
import functionalNames from '../tables/functional-codes.json';
import { normaliseText } from '../workbook/label';
import { childrenOf, parentCode } from './coded';
import { cellsOf, codedTables, linesOf, problem, title, type Coded, type Line } from './coded-lines';
import { codesBetweenRules } from './codes-between';

const duplicates = inspection({
  id: 'codes/duplicate',
  statement: '同一张表中每个科目编码只出现一次',
  source: 'A20',
  severity: 'warning',
  reads: [],
  *inspect(_, accounts) {
    for (const table of codedTables(accounts)) {
      const lines = linesOf(table);
      for (const line of lines) {
        const same = lines.filter(({ code }) => code === line.code);
        if (same.length > 1 && same[0] === line) {
          yield problem(`“${table.title}”中科目 ${title(line)} 出现了 ${same.length} 次，请合并或改正编码。`, same);
        }
      }
    }
  },
});

const orphans = inspection({
  id: 'codes/orphan',
  statement: '每个项级科目都有所属的款，每个款都有所属的类',
  source: 'A20',
  severity: 'warning',
  reads: [],
  *inspect(_, accounts) {
    for (const table of codedTables(accounts)) {
      const codes = new Set(table.rows.map(({ code }) => code));
      for (const line of linesOf(table)) {
        const parent = parentCode(line.code);
        if (parent === '' || codes.has(parent)) continue;
        yield problem(`“${table.title}”中有科目 ${title(line)}，却没有上级科目 ${parent} 的行，请补齐或改正编码。`, [line]);
      }
    }
  },
});

const order = inspection({
  id: 'codes/order',
  statement: '科目按编码从小到大排列，下级紧跟上级',
  source: 'A20',
  severity: 'warning',
  reads: [],
  *inspect(_, accounts) {
    for (const table of codedTables(accounts)) {
      const lines = linesOf(table);
      const misplaced = lines.find((line, index) => index > 0 && (lines[index - 1]?.code ?? '') > line.code);
      if (misplaced !== undefined) {
        yield problem(`“${table.title}”从科目 ${title(misplaced)} 起没有按编码顺序排列，请核对是否错行。`, [misplaced]);
      }
    }
  },
});

const emptyRows = inspection({
  id: 'codes/empty-row',
  statement: '没有数据的模板行应删除',
  source: 'A20',
  conditions: '整张表无数据时不提示；某行的上级或下级有应填的空格时，由等式规则报告',
  severity: 'warning',
  reads: [],
  *inspect(_, accounts) {
    for (const table of codedTables(accounts)) {
      if (allZero(table.figures)) continue;
      const empty = linesOf(table).filter((line) => isTemplateRow(table, line.code));
      if (empty.length === 0) continue;
      yield problem(
        `“${table.title}”有 ${empty.length} 行没有任何数据（${empty.map(title).join('、')}）：如是模板残留请删除，如是漏填请补齐。`,
        empty,
      );
    }
  },
});

/**
 * Whether nothing of a code was ever filled in: neither it nor anything under it, while its parent is as empty or is
 * filled by other rows. A blank row that its parent's amount is waiting for is a missing value, not a template row.
 */
function isTemplateRow(table: Coded, code: string): boolean {
  const filled = (under: string): boolean => table.rows.some((row) => row.code.startsWith(under) && !row.empty);
  if (filled(code)) return false;
  const parent = table.rows.find((row) => row.code === parentCode(code));
  return parent === undefined || parent.empty || childrenOf(table, parent.code).some((row) => filled(row.code));
}

/** 「行政运行（项）」 and 「行政运行」 are one name. */
function bareName(name: string): string {
  return normaliseText(name).replace(/\((?:类|款|项)\)$/, '');
}

const names = inspection({
  id: 'codes/name-between-tables',
  statement: '同一科目编码在各表中的名称一致',
  source: 'F11',
  severity: 'warning',
  reads: [],
  *inspect(_, accounts) {
    const first = new Map<string, Line>();
    for (const line of codedTables(accounts).flatMap(linesOf)) {
      const earlier = first.get(line.code);
      if (earlier === undefined) first.set(line.code, line);
      else if (bareName(earlier.name) !== bareName(line.name) && line.name !== '' && earlier.name !== '') {
        yield problem(
          `科目 ${line.code} 在“${earlier.table.title}”中叫“${earlier.name}”，在“${line.table.title}”中叫“${line.name}”，请统一。`,
          [line, earlier],
        );
      }
    }
  },
});

const FUNCTIONAL: Readonly<Record<string, string>> = functionalNames;
const ECONOMIC: Readonly<Record<string, string>> = economicNames;

const listed = inspection({
  id: 'codes/name-in-list',
  statement: '科目名称与《政府收支分类科目》一致',
  source: 'F11',
  conditions: '只核对本助手收录的编码；没有收录的编码不提示；名称随年度修订，只作提醒',
  severity: 'warning',
  reads: [],
  *inspect(_, accounts) {
    const economic = (accounts.basicExpenditure?.rows ?? []).map(
      ({ code, name, amount }) => [ECONOMIC, code, name, amount.cell, accounts.basicExpenditure?.title ?? ''] as const,
    );
    const functional = codedTables(accounts).flatMap((table) =>
      linesOf(table).flatMap((line) =>
        cellsOf([line]).map((cell) => [FUNCTIONAL, line.code, line.name, cell, table.title] as const),
      ),
    );
    const told = new Set<string>();
    for (const [list, code, name, cell, table] of [...functional, ...economic]) {
      const standard = list[code];
      const key = `${code} ${bareName(name)}`;
      if (standard === undefined || name === '' || told.has(key) || isSameName(standard, name)) continue;
      told.add(key);
      yield {
        message: `“${table}”中科目 ${code} 的名称是“${name}”，科目表中为“${standard}”，请核对编码和名称。`,
        cells: [cell],
        found: null,
        cause: null,
      };
    }
  },
});

/** Names are shortened and revised from year to year; one that is part of the other is the same. */
function isSameName(a: string, b: string): boolean {
  const [p, q] = [bareName(a).replace(/支出$/, ''), bareName(b).replace(/支出$/, '')];
  return p.includes(q) || q.includes(p);
}

/** Classification codes and names. */
export const codesRules: readonly Rule[] = [
  duplicates, orphans, order, emptyRows, names, listed, ...codesBetweenRules,
];
