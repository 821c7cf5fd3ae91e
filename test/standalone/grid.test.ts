import { PLAIN_FORMAT, type CellStyle } from '../../src/host/xlsx/styles';
import type { Area } from '../../src/workbook/address';
import { moveFrom } from '../../src/standalone/grid/grid-moves';
import { areaOf, indexMerges, textSpan, type GridSheet } from '../../src/standalone/grid/grid-sheet';

interface SheetSpec {
  readonly widths?: readonly number[];
  readonly heights?: readonly number[];
  readonly merges?: readonly Area[];
  /** Texts by `row column`. */
  readonly texts?: Readonly<Record<string, string>>;
  readonly numeric?: boolean;
  readonly style?: Partial<CellStyle>;
}

function sheetOf({ texts = {}, numeric = false, style = {}, ...spec }: SheetSpec): GridSheet {
  return {
    name: '公开01表',
    widths: [60, 60, 60, 60, 60],
    heights: [20, 20, 20, 20, 20],
    merges: [],
    ...spec,
    cellAt: (row, column) => ({
      text: texts[`${row} ${column}`] ?? '',
      numeric,
      style: { ...PLAIN_FORMAT.style, ...style },
      mark: null,
    }),
  };
}

const TITLE: Area = { top: 0, left: 0, bottom: 0, right: 3 };
const BLOCK: Area = { top: 1, left: 1, bottom: 2, right: 2 };

describe('the active cell moves', () => {
  const sheet = sheetOf({ merges: [TITLE, BLOCK], heights: [20, 20, 20, 0, 20] });
  const merges = indexMerges(sheet.merges);
  test.each([
    ['down over a hidden row', [2, 0], 'ArrowDown', false, [4, 0]],
    ['not past the last row', [4, 0], 'ArrowDown', false, [4, 0]],
    ['not past the first column', [1, 0], 'ArrowLeft', false, [1, 0]],
    ['into a merged area at its first cell', [2, 0], 'ArrowRight', false, [1, 1]],
    ['out of a merged area in one step', [1, 1], 'ArrowRight', false, [1, 3]],
    ['out of a merged area downwards over a hidden row', [1, 1], 'ArrowDown', false, [4, 1]],
    ['up into a wide title', [1, 3], 'ArrowUp', false, [0, 0]],
    ['to the edge with Ctrl', [1, 0], 'ArrowRight', true, [1, 4]],
    ['to the row\'s begin', [4, 3], 'Home', false, [4, 0]],
    ['to the sheet\'s end', [1, 0], 'End', true, [4, 4]],
    ['a page down', [0, 4], 'PageDown', false, [2, 4]],
  ] as const)('%s', (_, [row, column], key, ctrl, [toRow, toColumn]) => {
    expect(moveFrom(sheet, merges, { row, column }, { key, ctrl, page: 2 })).toEqual({ row: toRow, column: toColumn });
  });

  test.each([['a', false], ['Enter', false], ['PageDown', true]])('not with %s (Ctrl %s)', (key, ctrl) => {
    expect(moveFrom(sheet, merges, { row: 0, column: 0 }, { key, ctrl, page: 2 })).toBeNull();
  });
});

test('a cell is drawn in the merged area it belongs to, or in its own', () => {
  const merges = indexMerges([TITLE, BLOCK]);
  expect(areaOf(merges, { row: 2, column: 2 })).toEqual(BLOCK);
  expect(areaOf(merges, { row: 3, column: 2 })).toEqual({ top: 3, left: 2, bottom: 3, right: 2 });
});

describe('text runs over blank neighbours', () => {
  const long = '部门：云溪市档案文献中心';
  test.each<[string, SheetSpec, readonly [number, number], readonly [number, number]]>([
    ['to the right as far as it needs', { texts: { '2 0': long } }, [2, 0], [0, 3]],
    ['up to a cell that is filled', { texts: { '2 0': long, '2 2': '1' } }, [2, 0], [0, 1]],
    ['up to a merged area', { texts: { '1 0': long }, merges: [BLOCK] }, [1, 0], [0, 0]],
    ['to the left where it stands to the right', { texts: { '2 4': long }, style: { horizontal: 'right' } }, [2, 4], [1, 4]],
    ['to both sides where it stands in the middle', { texts: { '2 2': long }, style: { horizontal: 'center' } }, [2, 2], [0, 4]],
    ['not where it is wrapped', { texts: { '2 0': long }, style: { wrap: true } }, [2, 0], [0, 0]],
    ['not where it is a number', { texts: { '2 0': '123456789012345' }, numeric: true }, [2, 0], [0, 0]],
    ['not where it fits', { texts: { '2 0': '合计' } }, [2, 0], [0, 0]],
    ['not out of the sheet', { texts: { '2 4': long } }, [2, 4], [4, 4]],
  ])('%s', (_, spec, [row, column], [first, last]) => {
    const sheet = sheetOf(spec);
    expect(textSpan(sheet, indexMerges(sheet.merges), { row, column })).toEqual({ first, last });
  });
});
