import type { Assistant } from '../../src/app/assistant';
import { createAssistant } from '../../src/app/create-assistant';
import { createMemoryHost, type MemoryHost } from '../../src/host/memory';
import { paragraphText } from '../../src/narrative/paragraph';
import { formatCell } from '../../src/workbook/address';
import type { WorkbookSnapshot } from '../../src/workbook/snapshot';
import { mistakenBook } from '../sample/books';
import { planReleased } from '../support/release';
import { cleanSample, edited, publishedSample } from '../sample/clean';
import { toSnapshot } from '../sample/snapshot';

const published = publishedSample();
const mistaken = toSnapshot(mistakenBook().workbook);

function open(workbook: WorkbookSnapshot): { readonly host: MemoryHost; readonly assistant: ReturnType<typeof createAssistant> } {
  const host = createMemoryHost(workbook, { display: (value) => (typeof value === 'number' ? value.toFixed(2) : String(value ?? '')) });
  return { host, assistant: createAssistant(host) };
}

test('a check reports and highlights; clearing takes the highlights off', async () => {
  const { host, assistant } = open(mistaken);
  const report = await assistant.check();
  expect(report.summary.error).toBeGreaterThan(0);
  expect(host.marks().some(({ kind }) => kind === 'error')).toBe(true);
  await assistant.clearMarks();
  expect(host.marks()).toEqual([]);
});

test('a check tells its steps in order and stops where it is cancelled', async () => {
  const { assistant } = open(mistaken);
  const done: number[] = [];
  await assistant.check({ onProgress: (progress) => void done.push(progress.done ?? Number.NaN) });
  expect([...done].sort((a, b) => a - b)).toEqual(done);
  expect(done.length).toBeGreaterThan(2);
  const cancelled = new AbortController();
  cancelled.abort();
  await expect(assistant.check({ signal: cancelled.signal })).rejects.toMatchObject({ name: 'AbortError' });
});

test('the repair closes every rounding difference, moves no grand total but those released, and can be taken back', async () => {
  const { host, assistant } = open(published.snapshot);
  const before = JSON.stringify(await host.read());
  const first = await assistant.check();
  expect(first.summary.rounding).toBeGreaterThan(10);
  const { release } = await assistant.planRepair({});
  const released = release.flatMap(({ cells }) => cells);
  const preview = await assistant.planRepair({ released });
  expect(preview.minimal).toBe(true);
  const grand = [
    published.cellOf('summary', 'total', 'revenue'), published.cellOf('summary', 'currentYear', 'expenditure'),
    published.cellOf('revenue', 'total', 'total'), published.cellOf('expenditure', 'total', 'basic'),
    published.cellOf('appropriation', 'total', 'generalBudget'), published.cellOf('general-budget', 'total', 'project'),
  ].map(formatCell).filter((cell) => !released.map(formatCell).includes(cell));
  expect(grand.length).toBeGreaterThan(3);
  expect(preview.rows.filter(({ edit }) => grand.includes(formatCell(edit.cell)))).toEqual([]);
  for (const { edit } of preview.rows) expect(Math.abs(Number(edit.to) - Number(edit.from))).toBeCloseTo(0.01, 6);
  expect(preview.rows.every(({ closes }) => closes.length > 0)).toBe(true);

  const after = await assistant.apply(preview.rows.map(({ edit }) => edit));
  expect(after.summary).toEqual({ error: 0, warning: 0, rounding: preview.unresolved.length });
  expect(preview.unresolved.length).toBeLessThan(first.summary.rounding / 5);
  expect(assistant.canUndo()).toBe(true);
  const undone = await assistant.undo();
  expect(undone.summary).toEqual(first.summary);
  expect(JSON.stringify(await host.read())).toBe(before);
  expect(assistant.canUndo()).toBe(false);
});

test('while pins and grand totals exclude one another nothing is written; releasing those named settles it', async () => {
  const { assistant } = open(published.snapshot);
  const report = await assistant.check();
  const everything = report.tables.flatMap(({ figures }) => figures.map(({ cell }) => cell));
  const { rows, conflicts, release } = await assistant.planRepair({ pinned: everything });
  expect(rows).toEqual([]);
  expect(conflicts.length).toBeGreaterThan(0);
  for (const { because } of conflicts) expect(because).toMatch(/公开\d+表![A-Z]+\d+.*放开/);
  const freed = new Set(release.flatMap(({ cells }) => cells.map(formatCell)));
  const pinned = everything.filter((cell) => !freed.has(formatCell(cell)));
  const settled = await assistant.planRepair({ pinned, released: release.flatMap(({ cells }) => cells) });
  expect(settled.conflicts).toEqual([]);
  const after = await assistant.apply(settled.rows.map(({ edit }) => edit));
  expect(after.summary).toEqual({ error: 0, warning: 0, rounding: settled.unresolved.length });
});

test('what is left out of the write, and the paragraphs that quote it, stays; what that leaves open is said', async () => {
  const { assistant } = open(published.snapshot);
  await assistant.check();
  const { release } = await assistant.planRepair({});
  const released = release.flatMap(({ cells }) => cells);
  const whole = await assistant.planRepair({ released });
  expect(whole.opened).toEqual([]);
  const [first] = whole.rows;
  if (first === undefined) throw new Error('nothing to repair');
  const omitted = [first.edit.cell];
  const part = await assistant.planRepair({ released, omitted });
  expect(part.rows.filter(({ edit }) => typeof edit.to === 'number')).toEqual(
    whole.rows.filter(({ edit }) => typeof edit.to === 'number'),
  );
  expect(part.opened.length).toBeGreaterThan(0);
  const written = part.rows.map(({ edit }) => edit).filter(({ cell }) => formatCell(cell) !== formatCell(first.edit.cell));
  const after = await assistant.apply(written);
  expect(after.summary.rounding).toBe(whole.unresolved.length + part.opened.length);
});

test('a pinned cell stays', async () => {
  const { assistant } = open(published.snapshot);
  await assistant.check();
  const { rows: [row] } = await planReleased(assistant);
  if (row === undefined) throw new Error('nothing to repair');
  const pinned = await planReleased(assistant, [row.edit.cell]);
  expect(pinned.rows.length).toBeGreaterThan(0);
  expect(pinned.rows.map(({ edit }) => formatCell(edit.cell))).not.toContain(formatCell(row.edit.cell));
});

test('an error is never repaired with the rounding differences', async () => {
  const { assistant } = open(mistaken);
  const report = await assistant.check();
  const accused = new Set(report.findings.filter(({ severity }) => severity === 'error').flatMap(({ cells: [first] }) => (first ? formatCell(first) : [])));
  const { rows } = await assistant.planRepair({});
  expect(rows.filter(({ edit }) => typeof edit.to === 'number' && accused.has(formatCell(edit.cell)))).toEqual([]);
});

test('a correction goes through the same write and undo', async () => {
  const sample = cleanSample();
  const cell = sample.cellOf('revenue', '2012602', 'total');
  const { assistant } = open(edited(sample.snapshot, cell, 356400));
  const report = await assistant.check();
  const [finding] = report.findings;
  expect([finding?.cause, finding?.cells.map(formatCell)]).toEqual(['unit', [formatCell(cell)]]);
  const after = await assistant.apply(finding?.fix ?? []);
  expect(after.findings).toEqual([]);
  expect((await assistant.undo()).summary.error).toBe(1);
});

test('a cell changed since the check stops the whole write', async () => {
  const { host, assistant } = open(published.snapshot);
  await assistant.check();
  const edits = (await planReleased(assistant)).rows.map(({ edit }) => edit);
  const [first] = edits;
  if (first === undefined) throw new Error('nothing to repair');
  host.enter(first.cell, 1);
  await expect(assistant.apply(edits)).rejects.toMatchObject({ fault: 'stale', where: formatCell(first.cell) });
  expect(assistant.canUndo()).toBe(false);
});

test('a protected sheet is reported without colours, in a sentence, and left out of the repair', async () => {
  const [sheet] = published.snapshot.sheets.filter(({ name }) => name === '公开02表');
  if (sheet === undefined) throw new Error('no such sheet');
  const sheets = published.snapshot.sheets.map((each) => (each === sheet ? { ...each, protected: true } : each));
  const { host, assistant } = open({ ...published.snapshot, sheets });
  const report = await assistant.check();
  expect(report.notice).toContain('公开02表');
  expect(host.marks().some(({ cell }) => cell.sheet === '公开02表')).toBe(false);
  expect(host.marks().length).toBeGreaterThan(0);
  const { rows } = await planReleased(assistant);
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.some(({ edit }) => edit.cell.sheet === '公开02表')).toBe(false);
});

test('last year is compared from the next check on, and must hold published tables', async () => {
  const { assistant } = open(cleanSample().snapshot);
  const skipped = (rules: readonly { readonly rule: string }[]): boolean => rules.some(({ rule }) => rule === 'summary/opening');
  expect(skipped((await assistant.check()).skipped)).toBe(true);
  assistant.setLastYear(cleanSample({}, 'before').snapshot);
  expect(skipped((await assistant.check()).skipped)).toBe(false);
  expect(() => assistant.setLastYear({ name: '空.xlsx', sheets: [] })).toThrow(RangeError);
});

test('the narrative is written from the tables and placed in a sheet the reader takes for text', async () => {
  const { host, assistant } = open(cleanSample().snapshot);
  const sections = await assistant.narrate();
  expect(sections.length).toBeGreaterThanOrEqual(7);
  const name = await assistant.placeNarrative(sections);
  const sheet = (await host.read()).sheets.find((each) => each.name === name);
  expect(sheet?.rows.length).toBeGreaterThan(20);
  const report = await assistant.check();
  expect(report.tables).toHaveLength(9);
});

describe('initial budgets', () => {
  const rows = (year: number): (string | number | null)[][] => [
    [`${year}年一般公共预算支出表`],
    ['单位：万元'],
    ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
    [null, '合计', 900, 500, 400],
    ['2012604', '档案馆', 645, 500, 145],
  ];
  const budget = (year: number): WorkbookSnapshot => ({
    name: '部门预算.xlsx',
    sheets: [{
      name: '表5',
      hidden: false,
      protected: false,
      rows: rows(year).map((line) => line.map((value) => ({ value, text: String(value ?? ''), formula: null }))),
    }],
  });
  const text = async (assistant: Assistant): Promise<string> =>
    (await assistant.narrate()).flatMap(({ paragraphs }) => paragraphs.map(paragraphText)).join('\n');

  test('come from the workbook of the 部门预算 until it is let go of', async () => {
    const { assistant } = open(cleanSample().snapshot);
    const { year } = await assistant.check();
    expect(assistant.setInitialBudget(budget(year ?? 2024))).toBe(year ?? 2024);
    expect(await text(assistant)).toContain('年初预算为645.00万元');
    expect(await text(assistant)).toContain('年初预算为0.00万元（年初无预算）');
    assistant.setInitialBudget(null);
    expect(await text(assistant)).not.toContain('年初预算为645.00万元');
  });

  test('of another year, or from a workbook without them, are refused in a sentence', async () => {
    const { assistant } = open({ ...published.snapshot, sheets: [...published.snapshot.sheets, yearSheet()] });
    await assistant.check();
    expect(() => assistant.setInitialBudget(budget(2001))).toThrow(/2001/);
    expect(() => assistant.setInitialBudget({ name: '空.xlsx', sheets: [] })).toThrow(RangeError);
  });
});

/** A sheet that says which year the workbook is of. */
function yearSheet(): WorkbookSnapshot['sheets'][number] {
  const value = '2024年度部门决算公开';
  return { name: '封面', hidden: false, protected: false, rows: [[{ value, text: value, formula: null }]] };
}
