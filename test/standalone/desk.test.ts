import { readFileSync } from 'node:fs';
import { HostError } from '../../src/host/host-error';
import { openXlsx } from '../../src/host/xlsx/open-xlsx';
import { createDesk, type Desk } from '../../src/standalone/desk';
import { typedValue } from '../../src/standalone/typed-value';
import { parseCell } from '../../src/workbook/address';
import { planReleased } from '../support/release';

const CELL = parseCell('公开01表!C7');

async function sampleDesk(): Promise<Desk> {
  return createDesk(await openXlsx(new Uint8Array(readFileSync('assets/sample.xlsx')), 'sample.xlsx'), 'sample.xlsx');
}

const valueAt = (desk: Desk, { sheet, row, column } = CELL): unknown =>
  desk.state().view.sheets.find(({ name }) => name === sheet)?.cellAt(row, column).value;

test.each([
  ['12', 12],
  [' 1,234.50 ', 1234.5],
  ['-0.01', -0.01],
  ['.5', 0.5],
  ['', null],
  ['　', null],
  ["'0012", '0012'],
  ['合计', '合计'],
  ['1.2.3', '1.2.3'],
  ['-', '-'],
  ['1,23', '1,23'],
])('%j is typed as %j', (text, value) => {
  expect(typedValue(text)).toBe(value);
});

test('what is typed is there, makes the findings stale, is unsaved, and can be taken back', async () => {
  const desk = await sampleDesk();
  const before = valueAt(desk);
  const assistant = await desk.assistant;
  const stale = jest.fn();
  assistant.onChange(stale);
  await desk.type([{ cell: CELL, text: '1.5' }]);
  expect(valueAt(desk)).toBe(1.5);
  expect(desk.state().unsaved).toBe(true);
  expect(stale).toHaveBeenCalledTimes(1);
  await desk.undoTyping();
  expect(valueAt(desk)).toBe(before);
  await desk.undoTyping();
  expect(valueAt(desk)).toBe(before);
});

test('what was taken back can be typed again, until something else is typed', async () => {
  const desk = await sampleDesk();
  await desk.type([{ cell: CELL, text: '1.5' }]);
  await desk.type([{ cell: CELL, text: '2.5' }]);
  await desk.undoTyping();
  await desk.undoTyping();
  await desk.redoTyping();
  expect(valueAt(desk)).toBe(1.5);
  await desk.type([{ cell: CELL, text: '3.5' }]);
  await desk.redoTyping();
  expect(valueAt(desk)).toBe(3.5);
});

test('a pasted block is typed as one, taken back as one and typed again as one', async () => {
  const desk = await sampleDesk();
  const assistant = await desk.assistant;
  const stale = jest.fn();
  assistant.onChange(stale);
  const below = { ...CELL, row: CELL.row + 1 };
  const before = [valueAt(desk), valueAt(desk, below)];
  await desk.type([
    { cell: CELL, text: '1.5' },
    { cell: below, text: '2.5' },
  ]);
  expect([valueAt(desk), valueAt(desk, below)]).toEqual([1.5, 2.5]);
  expect(stale).toHaveBeenCalledTimes(1);
  await desk.undoTyping();
  expect([valueAt(desk), valueAt(desk, below)]).toEqual(before);
  expect(desk.state().active).toEqual(CELL);
  await desk.redoTyping();
  expect([valueAt(desk), valueAt(desk, below)]).toEqual([1.5, 2.5]);
});

test('a pasted block with one cell that cannot be written changes nothing', async () => {
  const desk = await sampleDesk();
  const before = valueAt(desk);
  const refused = { cell: { ...CELL, sheet: '没有这张表' }, text: '1' };
  await expect(desk.type([{ cell: CELL, text: '1.5' }, refused])).rejects.toThrow(HostError);
  expect([valueAt(desk), desk.state().unsaved]).toEqual([before, false]);
});

test('a formula is not taken for a text', async () => {
  const desk = await sampleDesk();
  const before = valueAt(desk);
  await expect(desk.type([{ cell: CELL, text: '=C8+C9' }])).rejects.toThrow(RangeError);
  expect([valueAt(desk), desk.state().unsaved]).toEqual([before, false]);
});

test('typing what is there already changes nothing', async () => {
  const desk = await sampleDesk();
  await desk.type([{ cell: CELL, text: String(valueAt(desk)) }]);
  expect(desk.state().unsaved).toBe(false);
});

test('a check shows its marks at once and leaves nothing unsaved', async () => {
  const desk = await sampleDesk();
  const seen = jest.fn();
  desk.subscribe(seen);
  const { findings } = await (await desk.assistant).check();
  expect(findings.length).toBeGreaterThan(0);
  expect(desk.state().view.marks.length).toBeGreaterThan(0);
  expect(desk.state().unsaved).toBe(false);
  expect(seen).toHaveBeenCalled();
});

test('locating a cell makes it the active one, again and again', async () => {
  const desk = await sampleDesk();
  const assistant = await desk.assistant;
  const cell = parseCell('公开03表!E9');
  await assistant.reveal(cell);
  await assistant.reveal(cell);
  expect(desk.state()).toMatchObject({ active: cell, reveals: 2 });
});

test('a repair is unsaved until the file was saved', async () => {
  const desk = await sampleDesk();
  const assistant = await desk.assistant;
  const { rows } = await planReleased(assistant);
  await assistant.apply(rows.map(({ edit }) => edit));
  expect(desk.state().unsaved).toBe(true);
  const saved = await openXlsx(desk.save(), 'saved.xlsx');
  expect(desk.state().unsaved).toBe(false);
  const [first] = rows;
  const sheet = saved.view().sheets.find(({ name }) => name === first?.edit.cell.sheet);
  expect(first && sheet?.cellAt(first.edit.cell.row, first.edit.cell.column).value).toBe(first?.edit.to);
});

test('a paragraph that a person changed is known in the saved file', async () => {
  const desk = await sampleDesk();
  const assistant = await desk.assistant;
  await assistant.check();
  const sheet = await assistant.placeNarrative(await assistant.narrate());
  const saved = createDesk(await openXlsx(desk.save(), 'saved.xlsx'), 'saved.xlsx');
  await saved.type([{ cell: { sheet, row: 1, column: 0 }, text: '我改写的一段。' }]);
  const again = await saved.assistant;
  await again.check();
  const differences = await again.narrativeDifferences(await again.narrate());
  expect(differences).toMatchObject([{ kind: 'edited', held: '我改写的一段。' }]);
});

test('a cell that cannot be written says so and stays', async () => {
  const desk = await sampleDesk();
  await expect(desk.type([{ cell: { ...CELL, sheet: '没有这张表' }, text: '1' }])).rejects.toThrow(HostError);
  expect(desk.state().unsaved).toBe(false);
});
