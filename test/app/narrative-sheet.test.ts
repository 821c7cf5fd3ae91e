import fc from 'fast-check';
import { createAssistant } from '../../src/app/create-assistant';
import { narrativeLines } from '../../src/app/narrate';
import { NARRATIVE_SHEET } from '../../src/app/narrative-sheet';
import { createMemoryHost, type MemoryHost } from '../../src/host/memory';
import type { Section } from '../../src/narrative/paragraph';
import { BLANK_CELL, findSheet, type Cell, type CellValue, type WorkbookSnapshot } from '../../src/workbook/snapshot';

/** A narrative of one section per id, its paragraphs by their key. */
function narrative(said: Readonly<Record<string, Readonly<Record<string, string>>>>): readonly Section[] {
  return Object.entries(said).map(([id, paragraphs]) => ({
    id,
    heading: `${id}说明`,
    paragraphs: Object.entries(paragraphs).map(([key, text]) => ({ key, spans: [{ kind: 'text', text }] })),
  }));
}

const EMPTY: WorkbookSnapshot = { name: '', sheets: [] };
const FIRST = narrative({ summary: { a: '总计1.00万元。', b: '持平。' }, revenue: { a: '收入2.00万元。' } });
const AGAIN = narrative({ summary: { a: '总计1.01万元。', b: '持平。' }, revenue: { a: '收入2.02万元。' } });

function open(workbook: WorkbookSnapshot = EMPTY) {
  const host = createMemoryHost(workbook);
  return { host, assistant: createAssistant(host) };
}

async function rowsOf(host: MemoryHost, name = NARRATIVE_SHEET): Promise<readonly (readonly Cell[])[]> {
  return findSheet(await host.read(), name)?.rows ?? [];
}

async function textsOf(host: MemoryHost, name?: string): Promise<readonly CellValue[]> {
  return (await rowsOf(host, name)).map((cells) => cells[0]?.value ?? null);
}

/** A sitting in which the first narrative was written. */
async function written() {
  const sitting = open();
  await sitting.assistant.placeNarrative(FIRST);
  return sitting;
}

/** A later sitting, the rows of the first narrative changed as a person would. */
async function reopened(change: (rows: Cell[][]) => Cell[][]) {
  const workbook = await (await written()).host.read();
  const sheets = workbook.sheets.map((sheet) => ({ ...sheet, rows: change(sheet.rows.map((cells) => [...cells])) }));
  return open({ ...workbook, sheets });
}

const cell = (value: CellValue): Cell => (value === null ? BLANK_CELL : { value, text: String(value), formula: null });
const enter = (host: MemoryHost, row: number, value: CellValue): void =>
  host.enter({ sheet: NARRATIVE_SHEET, row, column: 0 }, value);

test('what nobody changed is refreshed', async () => {
  const { host, assistant } = await written();
  expect(await assistant.narrativeDifferences(AGAIN)).toEqual([]);
  await assistant.placeNarrative(AGAIN);
  expect(await textsOf(host)).toEqual(narrativeLines(AGAIN).map(({ text }) => text));
});

test('what a person edited is kept and told, and gives way only where it is accepted', async () => {
  const { host, assistant } = await written();
  enter(host, 1, '总计一万元。');
  const difference = { key: 'summary/a', kind: 'edited', held: '总计一万元。', written: '总计1.01万元。' };
  expect(await assistant.narrativeDifferences(AGAIN)).toEqual([difference]);
  await assistant.placeNarrative(AGAIN);
  expect(await textsOf(host)).toEqual(['summary说明', '总计一万元。', '持平。', 'revenue说明', '收入2.02万元。']);
  expect(await assistant.narrativeDifferences(AGAIN)).toEqual([difference]);
  await assistant.placeNarrative(AGAIN, ['summary/a']);
  expect(await textsOf(host)).toEqual(narrativeLines(AGAIN).map(({ text }) => text));
  expect(await assistant.narrativeDifferences(AGAIN)).toEqual([]);
});

test('an edit that says what would be written is none', async () => {
  const { host, assistant } = await written();
  enter(host, 1, '总计1.01万元。');
  expect(await assistant.narrativeDifferences(AGAIN)).toEqual([]);
  await assistant.placeNarrative(AGAIN);
  await assistant.placeNarrative(FIRST);
  expect((await textsOf(host))[1]).toBe('总计1.00万元。');
});

test('a paragraph that was taken away stays away until it is wanted back; a new one comes in its place', async () => {
  const { host, assistant } = await reopened((rows) => rows.filter((_, row) => row !== 2));
  const more = narrative({ summary: { a: '总计1.00万元。', b: '持平。', c: '新增。' }, revenue: { a: '收入2.00万元。' } });
  expect(await assistant.narrativeDifferences(more)).toEqual([
    { key: 'summary/b', kind: 'removed', held: '', written: '持平。' },
  ]);
  await assistant.placeNarrative(more);
  expect(await textsOf(host)).toEqual(['summary说明', '总计1.00万元。', '新增。', 'revenue说明', '收入2.00万元。']);
  await assistant.placeNarrative(more, ['summary/b']);
  expect(await textsOf(host)).toEqual(narrativeLines(more).map(({ text }) => text));
});

test('a section that was taken away as a whole stays away, with what is new in it, until it is wanted back', async () => {
  const { host, assistant } = await reopened((rows) => rows.slice(3));
  const more = narrative({ summary: { a: '总计1.01万元。', b: '持平。', c: '新增。' }, revenue: { a: '收入2.02万元。' } });
  const difference = { key: 'summary', kind: 'section-removed', held: '', written: 'summary说明' };
  expect(await assistant.narrativeDifferences(more)).toEqual([difference]);
  await assistant.placeNarrative(more);
  await assistant.placeNarrative(more);
  expect(await textsOf(host)).toEqual(['revenue说明', '收入2.02万元。']);
  expect(await assistant.narrativeDifferences(more)).toEqual([difference]);
  await assistant.placeNarrative(more, ['summary']);
  expect(await textsOf(host)).toEqual(narrativeLines(more).map(({ text }) => text));
  expect(await assistant.narrativeDifferences(more)).toEqual([]);
});

test('a sheet that was taken away as a whole is written anew', async () => {
  const first = await written();
  const { host, assistant } = open({ ...(await first.host.read()), sheets: [] });
  expect(await assistant.narrativeDifferences(AGAIN)).toEqual([]);
  await assistant.placeNarrative(AGAIN);
  expect(await textsOf(host)).toEqual(narrativeLines(AGAIN).map(({ text }) => text));
});

test('nothing but the paragraphs is to be seen', async () => {
  const { host } = await written();
  expect((await rowsOf(host)).map((cells) => cells.map(({ value }) => value))).toEqual(
    narrativeLines(FIRST).map(({ text }) => [text]),
  );
});

test('an edited paragraph is known by its words beside one that a person added', async () => {
  const { host, assistant } = await reopened(([heading = [], , ...rest]) => [
    heading, [cell('另加一段。')], [cell('总计1.00万元，很好。')], ...rest,
  ]);
  expect(await assistant.narrativeDifferences(AGAIN)).toMatchObject([{ key: 'summary/a', kind: 'edited', held: '总计1.00万元，很好。' }]);
  await assistant.placeNarrative(AGAIN, ['summary/a']);
  expect(await textsOf(host)).toEqual(['summary说明', '另加一段。', '总计1.01万元。', '持平。', 'revenue说明', '收入2.02万元。']);
});

test('undo takes a refreshed sheet back, with what is remembered of it, and a new one’s text away', async () => {
  const { host, assistant } = await written();
  const { memory } = await host.read();
  enter(host, 1, '总计一万元。');
  await assistant.placeNarrative(AGAIN, ['summary/a']);
  await assistant.undo();
  expect(await textsOf(host)).toEqual(['summary说明', '总计一万元。', '持平。', 'revenue说明', '收入2.00万元。']);
  expect((await host.read()).memory).toBe(memory);
  enter(host, 1, '总计1.00万元。');
  await assistant.undo();
  expect((await textsOf(host)).filter((value) => value !== null)).toEqual([]);
  expect((await host.read()).memory).toBeUndefined();
  expect(assistant.canUndo()).toBe(false);
  expect(await assistant.placeNarrative(AGAIN)).toBe(NARRATIVE_SHEET);
});

test('undo refuses where a person changed a paragraph since', async () => {
  const { host, assistant } = await written();
  enter(host, 1, '总计一万元。');
  await expect(assistant.undo()).rejects.toMatchObject({ fault: 'stale' });
  expect((await textsOf(host))[1]).toBe('总计一万元。');
});

test.each(['', '{', '[]', '{"sheet":1}', '{"sheet":"","lines":[{"key":"a"}],"placed":[]}'])(
  'a memory that reads %s is none',
  async (memory) => {
    const { host, assistant } = open({ ...EMPTY, memory });
    expect(await assistant.narrativeDifferences(FIRST)).toEqual([]);
    await assistant.placeNarrative(FIRST);
    expect(await textsOf(host)).toEqual(narrativeLines(FIRST).map(({ text }) => text));
  },
);

test('what is no longer said goes, unless a person had changed it', async () => {
  const { host, assistant } = await written();
  enter(host, 2, '与上年一样。');
  const less = narrative({ summary: { a: '总计1.00万元。' } });
  expect(await assistant.narrativeDifferences(less)).toEqual([
    { key: 'summary/b', kind: 'left-over', held: '与上年一样。', written: '' },
  ]);
  await assistant.placeNarrative(less);
  expect(await textsOf(host)).toEqual(['summary说明', '总计1.00万元。', '与上年一样。']);
  await assistant.placeNarrative(less, ['summary/b']);
  expect(await textsOf(host)).toEqual(['summary说明', '总计1.00万元。']);
});

test("a person's own rows stay behind the line they followed, and what stands beside a line stays beside it", async () => {
  const { host, assistant } = await reopened(([heading = [], ...rest]) => [
    [cell('第三部分')], [...heading, cell('张三已核')], [cell('（补充一段）')], ...rest,
  ]);
  await assistant.placeNarrative(AGAIN);
  expect(await textsOf(host)).toEqual([
    '第三部分', 'summary说明', '（补充一段）', '总计1.01万元。', '持平。', 'revenue说明', '收入2.02万元。',
  ]);
  expect((await rowsOf(host))[1]?.[1]?.value).toBe('张三已核');
});

test('the sheet is known under any name, and a sheet of that name that is not ours is left alone', async () => {
  const first = await written();
  const workbook = await first.host.read();
  const renamed = { ...workbook, sheets: workbook.sheets.map((sheet) => ({ ...sheet, name: '说明' })) };
  const other = open({ ...renamed, sheets: [...renamed.sheets, { name: NARRATIVE_SHEET, hidden: false, protected: false, rows: [[cell('别动')]] }] });
  expect(await other.assistant.placeNarrative(AGAIN)).toBe('说明');
  expect(await textsOf(other.host)).toEqual(['别动']);
  const fresh = open({ name: '', sheets: [{ name: NARRATIVE_SHEET, hidden: false, protected: false, rows: [[cell('别动')]] }] });
  expect(await fresh.assistant.placeNarrative(FIRST)).not.toBe(NARRATIVE_SHEET);
  expect(await textsOf(fresh.host)).toEqual(['别动']);
});

const keys = ['a', 'b', 'c', 'd'] as const;
const said = fc.record({ summary: fc.dictionary(fc.constantFrom(...keys), fc.constantFrom('甲', '乙', '丙')) });

test('whatever a person did to the sheet, no word of theirs is lost and nothing of ours is left stale', async () => {
  const edit = fc.record({ row: fc.nat(5), value: fc.constantFrom('张三写的', '李四写的') });
  await fc.assert(
    fc.asyncProperty(said, fc.array(edit, { maxLength: 3 }), said, async (before, edits, after) => {
      const { host, assistant } = open();
      await assistant.placeNarrative(narrative(before));
      const height = (await rowsOf(host)).length;
      const last = new Map(edits.map(({ row, value }) => [row % (height + 1), value]));
      for (const [row, value] of last) enter(host, row, value);
      await assistant.placeNarrative(narrative(after));
      const texts = await textsOf(host);
      const count = (words: CellValue): number => [...last.values()].filter((value) => value === words).length;
      for (const words of ['张三写的', '李四写的']) expect(texts.filter((text) => text === words)).toHaveLength(count(words));
      const ours = texts.filter((text) => text !== '张三写的' && text !== '李四写的');
      const wanted = narrativeLines(narrative(after)).map(({ text }) => text);
      expect(wanted).toEqual(expect.arrayContaining([...ours]));
      expect(ours.length).toBeGreaterThanOrEqual(wanted.length - last.size);
      const differences = await assistant.narrativeDifferences(narrative(after));
      await assistant.placeNarrative(narrative(after), differences.map(({ key }) => key));
      expect(await assistant.narrativeDifferences(narrative(after))).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test.each(['=1+1', '+5', '-5万元', '@某人'])('%s goes into the sheet and into a selected cell as text', async (text) => {
  const sections = narrative({ summary: { a: text } });
  const { host, assistant } = open({ name: '', sheets: [{ name: '正文', hidden: false, protected: false, rows: [] }] });
  await assistant.placeNarrative(sections);
  expect((await rowsOf(host))[1]?.[0]).toMatchObject({ value: text, formula: null });
  await host.reveal({ sheet: '正文', row: 3, column: 1 });
  await assistant.placeAtSelection(sections);
  expect((await rowsOf(host, '正文'))[4]?.[1]).toMatchObject({ value: text, formula: null });
});

describe('at the selected cell', () => {
  const sheet = (rows: readonly CellValue[]): WorkbookSnapshot => ({
    name: '',
    sheets: [{ name: '正文', hidden: false, protected: false, rows: rows.map((value) => [cell(value)]) }],
  });

  test('the lines go into the blank cells below, and undo takes them back', async () => {
    const { host, assistant } = open(sheet(['标题']));
    await host.reveal({ sheet: '正文', row: 1, column: 0 });
    expect(await assistant.placeAtSelection(FIRST)).toEqual({ cell: { sheet: '正文', row: 1, column: 0 }, differences: [] });
    expect((await textsOf(host, '正文')).slice(1)).toEqual(narrativeLines(FIRST).map(({ text }) => text));
    await assistant.undo();
    expect((await textsOf(host, '正文')).filter((value) => value !== null)).toEqual(['标题']);
  });

  test('in a later sitting they refresh what was put there in an earlier one', async () => {
    const first = open(sheet(['标题']));
    await first.host.reveal({ sheet: '正文', row: 1, column: 0 });
    await first.assistant.placeAtSelection(FIRST);
    const { host, assistant } = open(await first.host.read());
    await host.reveal({ sheet: '正文', row: 1, column: 0 });
    await assistant.placeAtSelection(AGAIN);
    expect((await textsOf(host, '正文')).slice(1)).toEqual(narrativeLines(AGAIN).map(({ text }) => text));
    await assistant.undo();
    expect((await textsOf(host, '正文')).slice(1)).toEqual(narrativeLines(FIRST).map(({ text }) => text));
  });

  test('again they refresh what was put there, and never what a person wrote', async () => {
    const { host, assistant } = open(sheet([]));
    await assistant.placeAtSelection(FIRST);
    await assistant.placeAtSelection(AGAIN);
    expect(await textsOf(host, '正文')).toEqual(narrativeLines(AGAIN).map(({ text }) => text));
    host.enter({ sheet: '正文', row: 2, column: 0 }, '我改的');
    await expect(assistant.placeAtSelection(FIRST)).rejects.toThrow(/正文!A3/);
    expect((await textsOf(host, '正文'))[1]).toBe('总计1.01万元。');
  });

  test('a line that a person changed stays and is shown, until it is given up', async () => {
    const { host, assistant } = open(sheet([]));
    await assistant.placeAtSelection(FIRST);
    host.enter({ sheet: '正文', row: 1, column: 0 }, '总计一共1.00万元。');
    const { differences } = await assistant.placeAtSelection(AGAIN);
    expect(differences).toEqual([{ key: '正文!A2', kind: 'edited', held: '总计一共1.00万元。', written: '总计1.01万元。' }]);
    const texts = narrativeLines(AGAIN).map(({ text }) => text);
    expect(await textsOf(host, '正文')).toEqual(texts.map((text, row) => (row === 1 ? '总计一共1.00万元。' : text)));
    await assistant.placeAtSelection(AGAIN, ['正文!A2']);
    expect(await textsOf(host, '正文')).toEqual(texts);
  });

  test("a person's own paragraphs are not taken for changed lines where nothing was put before", async () => {
    const { host, assistant } = open(sheet(['summary说明', '总计9.99万元。']));
    await expect(assistant.placeAtSelection(FIRST)).rejects.toThrow(/正文!A2/);
    expect((await textsOf(host, '正文'))[1]).toBe('总计9.99万元。');
  });
});
