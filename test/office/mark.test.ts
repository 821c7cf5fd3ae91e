import { createExcelHost } from '../../src/host/excel/host';
import { MARK_FILLS } from '../../src/host/marks';
import { fault, mark, type Stage, type WorkbookSpec } from '../host/stage';
import { newId, parseArea, sheetNamed, type RuleState } from './emulator/model';
import { excel } from './excel';
import { openStage } from './stage';

const BOOK: WorkbookSpec = {
  sheets: [
    { name: '甲', cells: { A1: 1, A2: 2 }, userRules: [{ area: 'A1:A9', formula: 'A1>1', fill: '00FF00' }] },
    { name: '乙', cells: { A1: 10 } },
  ],
};

const MARKS = [mark('甲!A1', 'error'), mark('乙!A1', 'rounding')];
const FILLS = { '甲!A1': MARK_FILLS.error, '乙!A1': MARK_FILLS.rounding };

async function opened(): Promise<Stage> {
  const stage = await openStage(BOOK);
  await stage.host.read();
  await excel.idle();
  return stage;
}

/** A rule that is no formula, such as a colour scale made by hand. */
function addRule(sheet: string, type: string): RuleState {
  const rule: RuleState = { id: newId(), type, areas: [parseArea('A1:B9')], formula: '', fill: null };
  sheetNamed(excel.book, sheet).rules.push(rule);
  return rule;
}

test("a user's rule with a formula is looked into once", async () => {
  const { host, userRules } = await opened();
  expect(await excel.measure(() => host.mark(MARKS))).toMatchObject({ requests: 2 });
  expect(await excel.measure(() => host.mark(MARKS.slice(1)))).toMatchObject({ requests: 1 });
  await host.read();
  expect(await excel.measure(() => host.mark(MARKS))).toMatchObject({ requests: 1 });
  expect(await userRules('甲')).toEqual([{ area: 'A1:A9', formula: 'A1>1', fill: '00FF00' }]);
});

test.each(['ColorScale', 'Unreadable'])('a rule of the type %s is left alone', async (type) => {
  const stage = await openStage(BOOK);
  const rule = addRule('甲', type);
  await stage.host.read();
  await stage.host.mark(MARKS);
  expect(await stage.markedCells()).toEqual(FILLS);
  await stage.host.mark([]);
  expect(await stage.markedCells()).toEqual({});
  expect(sheetNamed(excel.book, '甲').rules).toContain(rule);
});

test('marks of an earlier sitting are found although another sheet has rules that cannot be read', async () => {
  const stage = await openStage(BOOK);
  await stage.host.mark(MARKS);
  const later = await stage.reopen();
  addRule('甲', 'Unreadable');
  await later.mark([]);
  expect(await stage.markedCells()).toEqual({ '甲!A1': MARK_FILLS.error });
});

test('marks that the user removed by hand do not stand in the way', async () => {
  const { host, markedCells } = await opened();
  await host.mark(MARKS);
  for (const sheet of excel.book.sheets) sheet.rules = [];
  await host.mark(MARKS.slice(1));
  expect(await markedCells()).toEqual({ '乙!A1': MARK_FILLS.rounding });
});

test('a marked sheet may be renamed or deleted', async () => {
  const { host, markedCells } = await opened();
  await host.mark(MARKS);
  sheetNamed(excel.book, '乙').name = '丙';
  await host.mark(MARKS.slice(0, 1));
  expect(await markedCells()).toEqual({ '甲!A1': MARK_FILLS.error });
  await host.mark([mark('丙!A1', 'warning')]);
  excel.book.sheets.pop();
  await host.mark(MARKS.slice(0, 1));
  expect(await markedCells()).toEqual({ '甲!A1': MARK_FILLS.error });
});

test('a sheet protected since is named, and the earlier marks stay on every sheet', async () => {
  const { host, markedCells } = await opened();
  await host.mark(MARKS);
  excel.protectSheet('乙', true);
  for (const marks of [[mark('甲!A2', 'warning')], [mark('甲!A2', 'warning'), mark('乙!A1', 'error')]]) {
    expect(await fault(host.mark(marks))).toEqual({ fault: 'protected', where: '乙' });
  }
  expect(await markedCells()).toEqual(FILLS);
  excel.protectSheet('乙', false);
  await host.mark([mark('甲!A2', 'warning')]);
  expect(await markedCells()).toEqual({ '甲!A2': MARK_FILLS.warning });
});

test('a chart sheet has nothing to mark and hinders nothing', async () => {
  const stage = await openStage(BOOK);
  excel.addChartSheet('图表');
  await stage.host.read();
  await stage.host.mark(MARKS);
  expect(await stage.markedCells()).toEqual(FILLS);
});

test('more cells than one address holds are marked all', async () => {
  const { host, markedCells } = await opened();
  const marks = Array.from({ length: 3000 }, (_, index) => mark(`乙!A${index * 2 + 1}`, 'error'));
  await host.mark(marks);
  expect(Object.keys(await markedCells())).toHaveLength(3000);
  expect(excel.gaps).toEqual([]);
});

test('a host that read nothing yet marks as well', async () => {
  const { markedCells } = await openStage(BOOK);
  await createExcelHost().mark(MARKS);
  expect(await markedCells()).toEqual(FILLS);
});
