import type { CellRef } from '../workbook/address';
import {
  BLANK_CELL,
  findSheet,
  type Cell,
  type CellValue,
  type SheetSnapshot,
  type WorkbookSnapshot,
} from '../workbook/snapshot';
import type { Host, Mark, OwnCell } from './host';
import { HostError } from './host-error';
import { assertWritable, settleMarks } from './preconditions';

/** A host that holds its workbook in memory, and lets a test do and see what a person at the screen would. */
export interface MemoryHost extends Host {
  /** What a person does who types a value into a cell: no questions asked, listeners told. */
  enter(cell: CellRef, value: CellValue): void;
  marks(): readonly Mark[];
  /** The cell last brought before the user's eyes, null before the first. */
  revealed(): CellRef | null;
}

/** What a memory host starts with besides its workbook. */
export interface MemoryHostOptions {
  /** Marks left by an earlier sitting. */
  readonly marks?: readonly Mark[];
  /** How a newly written value is displayed; as it is, where left out. */
  readonly display?: (value: CellValue, cell: CellRef) => string;
}

/** A host over a snapshot. Formulas keep the value they came with. */
export function createMemoryHost(initial: WorkbookSnapshot, options: MemoryHostOptions = {}): MemoryHost {
  const display = options.display ?? displayPlainly;
  const listeners = new Set<() => void>();
  let workbook = initial;
  let marks: readonly Mark[] = options.marks ?? [];
  let revealed: CellRef | null = null;

  function put(cell: CellRef, value: CellValue): void {
    const content = value === null ? BLANK_CELL : { value, text: display(value, cell), formula: null };
    const sheet = sheetOf(workbook, cell.sheet);
    workbook = withSheet(workbook, { ...sheet, rows: withCell(sheet.rows, cell, content) });
  }

  function remember(memory: string | null | undefined): void {
    if (memory === undefined) return;
    const { name, sheets } = workbook;
    workbook = { name, sheets, ...(memory === null ? {} : { memory }) };
  }

  return {
    read: async () => workbook,
    write: async (edits, memory) => {
      assertWritable(workbook, edits);
      for (const { cell, to } of edits) put(cell, to);
      remember(memory);
    },
    mark: async (next) => {
      marks = settleMarks(workbook, next);
    },
    reveal: async (cell) => {
      revealed = { ...cell, sheet: sheetOf(workbook, cell.sheet).name };
    },
    selection: async () => revealed ?? { sheet: workbook.sheets[0]?.name ?? '', row: 0, column: 0 },
    writeSheet: async ({ name, rows }, memory) => {
      const earlier = findSheet(workbook, name);
      if (earlier?.protected === true) throw new HostError('protected', earlier.name);
      const cells = rows.map((row) => row.map(toCell));
      workbook = withSheet(workbook, { name: earlier?.name ?? name, hidden: false, protected: false, rows: cells });
      marks = marks.filter(({ cell }) => cell.sheet !== earlier?.name);
      remember(memory);
    },
    onChange: (listener) => {
      const entry = (): void => listener();
      listeners.add(entry);
      return () => listeners.delete(entry);
    },
    enter: (cell, value) => {
      put(cell, value);
      for (const listener of listeners) listener();
    },
    marks: () => marks,
    revealed: () => revealed,
  };
}

function displayPlainly(value: CellValue): string {
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value ?? '');
}

function toCell({ value, style }: OwnCell): Cell {
  if (value === null || value === '') return BLANK_CELL;
  const isAmount = style === 'amount' && typeof value === 'number';
  return { value, text: isAmount ? displayAmount(value) : String(value), formula: null };
}

function displayAmount(value: number): string {
  return value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

function sheetOf(workbook: WorkbookSnapshot, name: string): SheetSnapshot {
  const sheet = findSheet(workbook, name);
  if (sheet === undefined) throw new HostError('missing', name);
  return sheet;
}

function withSheet(workbook: WorkbookSnapshot, sheet: SheetSnapshot): WorkbookSnapshot {
  const known = workbook.sheets.some(({ name }) => name === sheet.name);
  const sheets = known
    ? workbook.sheets.map((other) => (other.name === sheet.name ? sheet : other))
    : [...workbook.sheets, sheet];
  return { ...workbook, sheets };
}

function withCell(rows: SheetSnapshot['rows'], { row, column }: CellRef, cell: Cell): SheetSnapshot['rows'] {
  const height = Math.max(rows.length, row + 1);
  return Array.from({ length: height }, (_, index) => {
    const line = rows[index] ?? [];
    if (index !== row) return line;
    const width = Math.max(line.length, column + 1);
    return Array.from({ length: width }, (__, at) => (at === column ? cell : (line[at] ?? BLANK_CELL)));
  });
}
