import { TextEncoder } from 'node:util';
import { runInNewContext } from 'node:vm';
import type { WorkbookSnapshot } from '../../src/workbook/snapshot';
import { carryOut } from './emulator/batch';
import { bundleEmulator } from './emulator/bundle';
import { EmulatorGap } from './emulator/faults';
import { cellOf } from './emulator/model';
import { openBook, specOf } from './emulator/seed';
import type { Session } from './emulator/session';
import type { Action, Answer, Json, ObjectPath } from './emulator/wire';
import { workbookRemote } from './emulator/workbook-objects';
import type { EmulatedExcel } from './emulator/excel';

const SHEET: readonly ObjectPath[] = [
  { Id: 1, ObjectPathType: 1, Name: '' },
  { Id: 2, ObjectPathType: 4, Name: 'Worksheets', ParentObjectPathId: 1 },
  { Id: 3, ObjectPathType: 5, Name: '', ParentObjectPathId: 2, ArgumentInfo: { Arguments: ['表'] } },
];
const RANGE: readonly ObjectPath[] = [
  ...SHEET,
  { Id: 4, ObjectPathType: 3, Name: 'GetRange', ParentObjectPathId: 3, ArgumentInfo: { Arguments: ['A1'] } },
];

const argumentsOf = (...Arguments: readonly Json[]): Pick<Action, 'ArgumentInfo'> => ({ ArgumentInfo: { Arguments } });
const set = (Name: string, value: Json): Omit<Action, 'Id'> => ({
  ActionType: 4,
  ObjectPathId: 4,
  Name,
  ...argumentsOf(value),
});
const make = { ActionType: 1, ObjectPathId: 5 };

const book = openBook({ sheets: [{ name: '表', cells: { A1: 1 } }] });
const session: Session = { book, apostrophe: 'dropped', changed: () => undefined, subscribe: () => undefined };

function send(paths: readonly ObjectPath[], ...actions: readonly Omit<Action, 'Id'>[]): Answer {
  const ObjectPaths = Object.fromEntries(paths.map((path) => [String(path.Id), path]));
  const Actions = actions.map((action, Id): Action => ({ Id, ...action }));
  return carryOut({ Actions, ObjectPaths }, workbookRemote(session));
}

const path = (type: number, name: string, args: readonly Json[] = []): ObjectPath => ({
  Id: 5,
  ObjectPathType: type,
  Name: name,
  ParentObjectPathId: 4,
  ArgumentInfo: { Arguments: args },
});

test.each<[string, () => Answer]>([
  ['a property to load', () => send(RANGE, { ActionType: 2, ObjectPathId: 4, QueryInfo: { Select: ['hyperlink'] } })],
  ['a load of everything', () => send(RANGE, { ActionType: 2, ObjectPathId: 4, QueryInfo: { Select: [] } })],
  ['a property to set', () => send(RANGE, set('Hyperlink', 1))],
  ['a property that is an object', () => send([...RANGE, path(4, 'DataValidation')], make)],
  ['a method that gives an object', () => send([...RANGE, path(3, 'GetRow', [0])], make)],
  ['a method', () => send(RANGE, { ActionType: 3, ObjectPathId: 4, Name: 'Merge' })],
  ['an argument', () => send(RANGE, { ActionType: 3, ObjectPathId: 4, Name: 'Select', ...argumentsOf(true) })],
  ['a type of action', () => send(RANGE, { ActionType: 9, ObjectPathId: 4 })],
  ['a type of path', () => send([...RANGE, path(6, 'ref')], make)],
  ['null in an array', () => send(RANGE, set('Values', [[null]]))],
  ['a formula', () => send(RANGE, set('Values', [['=B1']]))],
])('%s that the emulator does not know is a loud gap', (_, action) => {
  expect(action).toThrow(EmulatorGap);
});

test('a batch stops at the first action that Excel refuses; what was done before stays done', () => {
  const load = { ActionType: 2, ObjectPathId: 4, QueryInfo: { Select: ['values'] } };
  const sets = [[[2]], [[3, 4]], [[5]]].map((values) => set('Values', values));
  const { Results, Error: error } = send(RANGE, load, ...sets);
  expect(error).toMatchObject({ Code: 'InvalidArgument', ActionIndex: 2 });
  expect(Results.map(({ Value }) => Value)).toEqual([{ Values: [[1]] }, null]);
  expect(cellOf(book.sheets[0] ?? book.active, 0, 0).value).toBe(2);
});

const SNAPSHOT: WorkbookSnapshot = {
  name: '例.xlsx',
  sheets: [
    {
      name: '公开01表',
      hidden: false,
      protected: false,
      rows: [[], [{ value: 1234.5, text: '1,234.50', formula: '=A1' }, { value: 0.5, text: '五成', formula: null }]],
    },
  ],
};

test('a snapshot becomes a workbook that is displayed the same', () => {
  expect(specOf(SNAPSHOT).sheets[0]?.cells).toEqual({
    A2: { value: 1234.5, formula: '=A1', numberFormat: '#,##0.00' },
    B2: { value: 0.5, numberFormat: '"五成"' },
  });
});

test('the emulator comes as one script for a browser', async () => {
  const window = { setTimeout };
  runInNewContext(await bundleEmulator(SNAPSHOT, { locale: 'zh-CN' }), { window, TextEncoder });
  const page = window as unknown as { __excel: EmulatedExcel; external: { GetHostInfo: () => string } };
  expect(page.__excel.book.sheets.map(({ name }) => name)).toEqual(['公开01表']);
  expect(page.external.GetHostInfo()).toContain('Excel$Win32');
});
