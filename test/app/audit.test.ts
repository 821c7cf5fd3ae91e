import type { Assistant } from '../../src/app/assistant';
import { auditSheet } from '../../src/app/audit';
import { checkWorkbook, examine, report } from '../../src/app/check';
import { createAssistant } from '../../src/app/create-assistant';
import { AUDIT, ownSheetOf } from '../../src/app/own-sheets';
import type { OwnSheet } from '../../src/host/host';
import { createMemoryHost, type MemoryHost } from '../../src/host/memory';
import { formatCell } from '../../src/workbook/address';
import { planReleased } from '../support/release';
import type { CellValue, SheetSnapshot, WorkbookSnapshot } from '../../src/workbook/snapshot';
import { mistakenBook } from '../sample/books';
import { publishedSample } from '../sample/clean';
import { toSnapshot } from '../sample/snapshot';

const DATE = new Date(2024, 7, 5, 9, 3);
const mistaken = toSnapshot(mistakenBook().workbook);
const published = publishedSample().snapshot;

type Line = readonly CellValue[];

/** The rows of a part, without its headers. */
function part(rows: readonly Line[], title: string): readonly Line[] {
  const first = rows.findIndex(([cell]) => cell === title);
  const end = rows.findIndex((cells, index) => index > first && cells.every((cell) => cell === null || cell === ''));
  return rows.slice(first + 2, end < 0 ? undefined : end);
}

function linesOf({ rows }: OwnSheet): readonly Line[] {
  return rows.map((cells) => cells.map(({ value }) => value));
}

function built(workbook: WorkbookSnapshot) {
  const examination = examine(workbook);
  const checked = report(examination);
  return { examination, checked, lines: linesOf(auditSheet(examination, checked, [], DATE)) };
}

interface Opened {
  readonly host: MemoryHost;
  readonly assistant: Assistant;
  audit(): Promise<SheetSnapshot>;
}

function open(workbook: WorkbookSnapshot): Opened {
  const host = createMemoryHost(workbook);
  const assistant = createAssistant(host, () => DATE);
  return {
    host,
    assistant,
    audit: async () => {
      const name = await assistant.writeAudit();
      const sheet = (await host.read()).sheets.find((one) => one.name === name);
      if (sheet === undefined) throw new Error('no audit');
      return sheet;
    },
  };
}

const changesIn = ({ rows }: SheetSnapshot): readonly Line[] =>
  part(rows.map((cells) => cells.map(({ value }) => value)), '二、本次改动');

describe('the sheet', () => {
  const { examination: { judgement }, checked, lines } = built(mistaken);
  const judged = part(lines, '三、勾稽关系');

  test('says when, of which file, department and year, and what came of it', () => {
    const facts = Object.fromEntries(lines.slice(2, 8).map(([name, value]) => [String(name), value]));
    expect(facts).toMatchObject({
      核对日期: '2024年8月5日 09:03',
      工作簿: mistaken.name,
      部门: checked.department,
      年度: String(checked.year),
    });
    expect(facts['问题']).toContain(`错误 ${checked.summary.error}`);
  });

  test('has every identity with its numbers, gap, slack and verdict', () => {
    const { equations, tallies, agreements, disagreements, computations, continuity, bounds } = judgement;
    const all = [equations, tallies, agreements, disagreements, computations, continuity, bounds];
    expect(judged).toHaveLength(all.reduce((sum, { length }) => sum + length, 0));
    const verdicts = { exact: '相符', rounding: '尾差', warning: '提醒', error: '错误' } as const;
    equations.forEach((equation, index) => {
      const [cell, words, stands, expected, gap, slack, verdict, rule] = judged[index] ?? [];
      const { total, terms } = equation;
      expect([cell, rule, verdict]).toEqual([formatCell(total.cell), equation.rule, verdicts[equation.verdict]]);
      expect(gap).toBe(equation.gap.toNumber());
      expect(Number(String(slack).replace('±', ''))).toBeGreaterThan(0);
      if (!total.blank) expect(Number(stands) - Number(expected)).toBeCloseTo(Number(gap), 6);
      for (const { shown } of terms.filter((term) => !term.shown.isZero())) expect(words).toContain(shown.toFixed(2));
    });
    expect(judged.filter((line) => line[6] === '错误').length).toBeGreaterThan(0);
  });

  test('has every finding, and every rule that could not be applied', () => {
    const findings = part(lines, '一、发现的问题');
    expect(findings.map(([cell, message]) => [cell, message])).toEqual(
      checked.findings.map(({ cells: [cell], message }) => [cell === undefined ? '' : formatCell(cell), message]),
    );
    expect(part(lines, '四、没有核对的规则')).toEqual(checked.skipped.map(({ rule, because }) => [rule, because]));
    expect(checked.skipped.length).toBeGreaterThan(0);
  });

  test('fits into its columns and cells, and nothing in it is a hole', () => {
    const { rows, columns } = auditSheet(examine(mistaken), checked, [], DATE);
    for (const { value } of rows.flat()) {
      expect(String(value)).not.toMatch(/undefined|NaN|\[object/);
      expect(String(value).length).toBeLessThan(32_767);
    }
    expect(Math.max(...rows.map(({ length }) => length))).toBe(columns.length);
  });

  test('prints amounts in the unit of their table', () => {
    const yuan = built(publishedSample({ unit: '元' }).snapshot);
    const [first] = yuan.examination.judgement.equations;
    const [, , stands, , , slack] = part(yuan.lines, '三、勾稽关系')[0] ?? [];
    expect(first?.total.unit).toBe('元');
    expect(stands).toBe(first?.total.shown.mul(10_000).toNumber());
    expect(Number(String(slack).replace('±', ''))).toBe((1 + (first?.terms.length ?? 0)) * 0.005);
  });
});

describe('written into the workbook', () => {
  test('is no part of the tables: a check finds the same as without it, and it replaces itself', async () => {
    const { host, assistant, audit } = open(mistaken);
    const first = await audit();
    expect(first.name).toBe('核对底稿');
    const checked = await assistant.check();
    const { findings, tables, year, department, skipped } = checkWorkbook(mistaken);
    expect(checked).toMatchObject({ findings, tables, year, department, skipped });
    expect(checked.sheets.find(({ sheet }) => sheet === first.name)).toMatchObject({ tables: [], taken: AUDIT.title });
    expect(await audit()).toEqual(first);
    expect((await host.read()).sheets.map(({ name }) => name)).toEqual([...mistaken.sheets.map(({ name }) => name), first.name]);
  });

  test("leaves a sheet of the user's own alone that has the same name", async () => {
    const own = { ...(published.sheets[0] ?? mistaken.sheets[0]), name: '核对底稿', rows: [] } as SheetSnapshot;
    const { host, audit } = open({ ...published, sheets: [...published.sheets, own] });
    expect((await audit()).name).not.toBe('核对底稿');
    const after = await host.read();
    expect(after.sheets.find(({ name }) => name === '核对底稿')).toEqual(own);
    expect(ownSheetOf(after, AUDIT)).toBeDefined();
  });

  test('has every change of a repair, old and new, with the identities it closes; none once it is undone', async () => {
    const { assistant, audit } = open(published);
    await assistant.check();
    const { rows } = await planReleased(assistant);
    await assistant.apply(rows.map(({ edit }) => edit));
    const changes = changesIn(await audit());
    expect(changes.map(([cell, , from, to]) => [cell, from, to])).toEqual(
      rows.map(({ edit }) => [formatCell(edit.cell), edit.from, edit.to]),
    );
    rows.forEach(({ closes, label }, index) => {
      const reason = String(changes[index]?.[1]);
      for (const words of [label, ...closes]) expect(reason).toContain(words);
      expect(Math.abs(Number(changes[index]?.[4]))).toBe(0.01);
    });
    await assistant.undo();
    expect(changesIn(await audit())).toEqual([]);
  });

  test('gives a correction the words of its finding, and says of any other change that a person made it', async () => {
    const { assistant, audit } = open(mistaken);
    const { findings } = await assistant.check();
    const corrected = findings.find(({ cause, fix }) => cause === 'unit' && fix !== null);
    await assistant.apply(corrected?.fix ?? []);
    const cell = { sheet: mistaken.sheets[0]?.name ?? '', row: 60, column: 9 };
    await assistant.apply([{ cell, from: null, to: '备注' }]);
    const [first, second] = changesIn(await audit());
    expect(first?.[1]).toContain(corrected?.message);
    expect(second).toEqual([formatCell(cell), '由使用者指定', '空白', '备注', null]);
  });
});
