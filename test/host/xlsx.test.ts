import { openXlsx, type XlsxHost } from '../../src/host/xlsx/open-xlsx';
import { formatCell, parseCell } from '../../src/workbook/address';
import { hostContract } from './contract';
import type { Stage, WorkbookSpec } from './stage';
import { buildXlsx } from './xlsx-fixture';
import { inspectXlsx } from './xlsx-inspect';

async function open(workbook: WorkbookSpec): Promise<Stage> {
  let host: XlsxHost = await openXlsx(buildXlsx(workbook), '测试.xlsx');
  let selection = '';
  const watch = (): unknown => host.onReveal((cell) => (selection = formatCell(cell)));
  watch();
  return {
    host,
    userEdit: async (address, to) => {
      const cell = parseCell(address);
      const sheet = (await host.read()).sheets.find(({ name }) => name === cell.sheet);
      await host.enter([{ cell, from: sheet?.rows[cell.row]?.[cell.column]?.value ?? null, to }]);
    },
    reopen: async () => {
      host = await openXlsx(host.save(), '测试.xlsx');
      watch();
      return host;
    },
    markedCells: async () => inspectXlsx(host.save()).markedCells(),
    userRules: async (sheet) => inspectXlsx(host.save()).userRules(sheet),
    ruleCount: async (sheet) => inspectXlsx(host.save()).ruleCount(sheet),
    ownFormat: async (cell) => inspectXlsx(host.save()).ownFormat(cell),
    selection: async () => selection,
  };
}

hostContract('xlsx', open);
