import { accountsOf, ownSheetOf, SUPPLEMENT } from '../../src/app/own-sheets';
import { createAssistant } from '../../src/app/create-assistant';
import type { SupplementField } from '../../src/app/supplement-form';
import { createMemoryHost } from '../../src/host/memory';
import { questionsOf } from '../../src/narrative/questions';
import { formatCell } from '../../src/workbook/address';
import { cellAt, findSheet, type CellValue, type WorkbookSnapshot } from '../../src/workbook/snapshot';
import { cleanSample } from '../sample/clean';
import { evaluationSample } from '../sample/evaluation';

const BOOK = cleanSample().snapshot;
const LAST_YEAR = cleanSample({}, 'before').snapshot;
const QUESTIONS = questionsOf(accountsOf(BOOK));

function open(workbook: WorkbookSnapshot = BOOK) {
  const host = createMemoryHost(workbook);
  const assistant = createAssistant(host);
  assistant.onChange(() => undefined);
  const field = async (key: string): Promise<SupplementField> => {
    const found = (await assistant.askSupplement()).find((one) => one.key === key);
    if (found === undefined) throw new Error(`nothing is asked for ${key}`);
    return found;
  };
  const held = async (key: string): Promise<CellValue> => {
    const { cell } = await field(key);
    const sheet = cell === null ? undefined : findSheet(await host.read(), cell.sheet);
    return sheet === undefined || cell === null ? null : cellAt(sheet, cell.row, cell.column).value;
  };
  return { host, assistant, field, held };
}

/** The answers of a form: an amount, a count, words. */
const LAST = 'summary/lastYear';
const OWNED = 'three-public/vehicles/owned';
const REASON = 'summary/reason';

test('a form asks for everything the narrative would ask for, and holds nothing before anything is filled in', async () => {
  const { assistant } = open();
  const fields = await assistant.askSupplement();
  expect(fields.map(({ key }) => key)).toEqual(QUESTIONS.map(({ key }) => key));
  expect(fields.every(({ value, cell, known }) => value === '' && cell === null && known === '')).toBe(true);
});

test('answers make the sheet, are taken by the narrative, and can be taken back', async () => {
  const { host, assistant, held } = open();
  await assistant.askSupplement();
  await assistant.fillSupplement({ [LAST]: '1,234.5', [OWNED]: '7辆', [REASON]: ' 人员增加 ' });
  expect([await held(LAST), await held(OWNED), await held(REASON)]).toEqual([1234.5, 7, '人员增加']);
  const text = JSON.stringify(await assistant.narrate());
  expect(text).toContain('保有量为7辆');
  expect(text).toContain('人员增加');
  expect(assistant.canUndo()).toBe(true);
  await assistant.undo();
  expect([await held(LAST), await held(OWNED), await held(REASON)]).toEqual([null, null, null]);
  expect(ownSheetOf(await host.read(), SUPPLEMENT)).toBeDefined();
});

test('where the sheet already asks for it only the cells change, byte for byte back', async () => {
  const { host, assistant, held, field } = open();
  await assistant.writeSupplement();
  const { cell } = await field(REASON);
  if (cell === null) throw new Error('no cell');
  host.enter({ ...cell, column: cell.column + 5 }, '经办人备注');
  const before = JSON.stringify(await host.read());
  await assistant.askSupplement();
  await assistant.fillSupplement({ [REASON]: '=人员增加', [OWNED]: '3' });
  expect(await held(REASON)).toBe('=人员增加');
  expect(JSON.stringify(await host.read())).toContain('经办人备注');
  await assistant.undo();
  expect(JSON.stringify(await host.read())).toBe(before);
});

test('a blank answer empties its cell', async () => {
  const { assistant, held } = open();
  await assistant.askSupplement();
  await assistant.fillSupplement({ [OWNED]: '7' });
  await assistant.askSupplement();
  await assistant.fillSupplement({ [OWNED]: ' ' });
  expect(await held(OWNED)).toBeNull();
});

test("last year's amounts are known from last year's workbook, and come into the sheet with the first answer", async () => {
  const { assistant, field, held } = open();
  assistant.setLastYear(LAST_YEAR);
  const { known, knownFrom, value } = await field(LAST);
  expect(Number(known)).toBeGreaterThan(0);
  expect([knownFrom, value]).toEqual(['上年工作簿', '']);
  await assistant.fillSupplement({ [OWNED]: '7' });
  expect(await held(LAST)).toBe(Number(known));
});

describe('what speaks against an answer', () => {
  async function doubt(key: string, text: string, lastYear: WorkbookSnapshot | null = null) {
    const { assistant } = open();
    if (lastYear !== null) assistant.setLastYear(lastYear);
    await assistant.askSupplement();
    return assistant.answerDoubt(key, text);
  }
  const [amount] = QUESTIONS.filter(({ comparable }) => comparable !== null && !comparable.isZero());
  const inYuan = amount?.comparable?.times(10_000).toFixed() ?? '';

  test.each([
    ['nothing is filled in', OWNED, ' '],
    ['a count with its word', OWNED, '7辆'],
    ['a sound amount', amount?.key ?? '', amount?.comparable?.toFixed() ?? ''],
    ['an amount that says it is 元', amount?.key ?? '', `${inYuan}元`],
    ['words', REASON, '40000元'],
    ['something nobody asked for', 'no/such/key', 'x'],
  ])('nothing: %s', async (_, key, text) => {
    expect(await doubt(key, text)).toBeNull();
  });

  test.each([
    ['元 for 万元', amount?.key ?? '', inYuan, true],
    ['a count that is no whole number', OWNED, '1.5', false],
    ['words for a number', amount?.key ?? '', '约三百', false],
  ])('%s', async (_, key, text, readable) => {
    expect(await doubt(key, text)).toMatchObject({ readable });
  });

  test('an amount other than last year\'s workbook has', async () => {
    expect(await doubt(LAST, '1.00', LAST_YEAR)).toMatchObject({ readable: true });
  });
});

test('an answer that cannot be read is not written', async () => {
  const { host, assistant } = open();
  const before = JSON.stringify(await host.read());
  await assistant.askSupplement();
  await expect(assistant.fillSupplement({ [OWNED]: '若干', [REASON]: '人员增加' })).rejects.toThrow(RangeError);
  expect(JSON.stringify(await host.read())).toBe(before);
});

test('a cell that was changed meanwhile is not written over: what counts is the workbook as it stands', async () => {
  const { host, assistant, field, held } = open();
  await assistant.writeSupplement();
  const { cell } = await field(OWNED);
  if (cell === null) throw new Error('no cell');
  host.enter(cell, 5);
  await assistant.fillSupplement({ [OWNED]: '6' });
  expect(await held(OWNED)).toBe(6);
  await assistant.undo();
  expect([formatCell(cell), await held(OWNED)]).toEqual([formatCell(cell), 5]);
});

test('a workbook of 绩效 tables alone asks what its report cannot know', async () => {
  const { snapshot } = evaluationSample();
  const { assistant } = open(snapshot);
  const fields = await assistant.askSupplement();
  expect(fields.map(({ key }) => key)).toEqual(questionsOf(accountsOf(snapshot)).map(({ key }) => key));
});

test('a workbook without tables has nothing to ask for', async () => {
  const { assistant } = open({ name: '空.xlsx', sheets: [] });
  await expect(assistant.askSupplement()).rejects.toThrow(RangeError);
});
