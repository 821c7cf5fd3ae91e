import { format as formatNumber } from 'numfmt';
import type { OwnSheet } from '../../src/host/host';
import { createMemoryHost, type MemoryHost } from '../../src/host/memory';
import { OWN_LOOKS } from '../../src/host/own-styles';
import { formatCell, parseCell } from '../../src/workbook/address';
import { BLANK_CELL, type Cell, type WorkbookSnapshot } from '../../src/workbook/snapshot';
import { MARK_FILLS } from '../../src/host/marks';
import { hostContract } from './contract';
import { cellSpec, type CellSpec, type OwnFormat, type SheetSpec, type Stage, type WorkbookSpec } from './stage';

function cellOf(spec: CellSpec): Cell {
  const text = spec.value === null ? '' : formatNumber(spec.numberFormat ?? 'General', spec.value, { locale: 'zh-CN' });
  return { value: spec.value, text, formula: spec.formula ?? null };
}

function rowsOf({ name, cells }: SheetSpec): Cell[][] {
  const rows: Cell[][] = [];
  for (const [address, spec] of Object.entries(cells)) {
    const { row, column } = parseCell(`${name}!${address}`);
    while (rows.length <= row) rows.push([]);
    const line = rows[row] ?? [];
    while (line.length <= column) line.push(BLANK_CELL);
    line[column] = cellOf(cellSpec(spec));
  }
  return rows;
}

function snapshotOf({ sheets }: WorkbookSpec): WorkbookSnapshot {
  return {
    name: '测试.xlsx',
    sheets: sheets.map((sheet) => ({
      name: sheet.name,
      hidden: sheet.hidden ?? false,
      protected: sheet.protected ?? false,
      rows: rowsOf(sheet),
    })),
  };
}

/** A memory host has no formats to spoil: the stage gives those of the specification. */
async function open(workbook: WorkbookSpec): Promise<Stage> {
  const specs = new Map<string, CellSpec>();
  for (const sheet of workbook.sheets) {
    for (const [address, spec] of Object.entries(sheet.cells)) specs.set(`${sheet.name}!${address}`, cellSpec(spec));
  }
  const looks = new Map<string, OwnFormat>();
  const display = (value: unknown, cell: Parameters<typeof formatCell>[0]): string =>
    formatNumber(specs.get(formatCell(cell))?.numberFormat ?? 'General', value, { locale: 'zh-CN' });
  let memory = createMemoryHost(snapshotOf(workbook), { display });
  const watched = (host: MemoryHost): MemoryHost => ({
    ...host,
    writeSheet: async (sheet: OwnSheet, kept?: string | null) => {
      await host.writeSheet(sheet, kept);
      sheet.rows.forEach((line, row) =>
        line.forEach(({ style }, column) => {
          const { bold, fill, numberFormat } = OWN_LOOKS[style];
          looks.set(formatCell({ sheet: sheet.name, row, column }), { bold, fill, numberFormat });
        }),
      );
    },
  });
  return {
    host: watched(memory),
    userEdit: async (cell, value) => memory.enter(parseCell(cell), value),
    reopen: async () => {
      memory = createMemoryHost(await memory.read(), { display, marks: memory.marks() });
      return watched(memory);
    },
    markedCells: async () =>
      Object.fromEntries(memory.marks().map(({ cell, kind }) => [formatCell(cell), MARK_FILLS[kind]])),
    userRules: async (sheet) => workbook.sheets.find(({ name }) => name === sheet)?.userRules ?? [],
    ruleCount: async (sheet) => {
      const kinds = new Set(memory.marks().filter(({ cell }) => cell.sheet === sheet).map(({ kind }) => kind));
      return kinds.size + (workbook.sheets.find(({ name }) => name === sheet)?.userRules?.length ?? 0);
    },
    ownFormat: async (cell): Promise<OwnFormat> => {
      const spec = specs.get(cell);
      const look = looks.get(cell);
      return {
        bold: spec?.bold ?? look?.bold ?? false,
        fill: spec?.fill ?? look?.fill ?? null,
        numberFormat: spec?.numberFormat ?? look?.numberFormat ?? 'General',
      };
    },
    selection: async () => {
      const cell = memory.revealed();
      return cell === null ? '' : formatCell(cell);
    },
  };
}

hostContract('memory', open);

test('a memory host starts with the marks of an earlier sitting', async () => {
  const mark = { cell: { sheet: '表', row: 0, column: 0 }, kind: 'warning' } as const;
  const sheet = { name: '表', hidden: false, protected: false, rows: [] };
  const host = createMemoryHost({ name: '', sheets: [sheet] }, { marks: [mark] });
  expect(host.marks()).toEqual([mark]);
  await host.mark([]);
  expect(host.marks()).toEqual([]);
});
