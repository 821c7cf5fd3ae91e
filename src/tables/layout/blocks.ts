import type { Figure, Unit } from '../../money/figure';
import type { EconomicRow } from '../accounts';
import {
  figureAt, filledColumns, isBlankAt, isColumnNumberRow, isNoteRow, isNumericAt, printedAt, textAt, type Region,
} from './region';

/** 06 as the sheet has it: blocks of code | name | amount side by side, and totals in the last rows. */
export interface BlocksBody {
  readonly headerRow: number;
  readonly rows: readonly EconomicRow[];
  readonly personnel: Figure | null;
  readonly operating: Figure | null;
  readonly figures: readonly Figure[];
  readonly endRow: number;
}

interface Block {
  readonly codeColumn: number;
  readonly nameColumn: number;
  readonly amountColumn: number;
}

const NAME_HEADING = /^(?:(?:支出)?(?:经济分类)?科目)?名称$/;
const AMOUNT_HEADING = /^(?:决算数|金额|合计|基本支出|支出决算数?|本年支出)$/;
const PERSONNEL = /^人员(?:经费|支出)(?:合计|小计)$/;
const OPERATING = /^(?:日常)?公用(?:经费|支出)(?:合计|小计)$/;

/** Reads the blocks of 06. Null where the region has no such header or no coded row. */
export function readBlocks(region: Region, unit: Unit): BlocksBody | null {
  const headerRow = findHeader(region);
  if (headerRow === null) return null;
  const blocks = placeBlocks(region, headerRow);
  const rows: EconomicRow[] = [];
  let personnel: Figure | null = null;
  let operating: Figure | null = null;
  let row = headerRow + 1;
  for (; row <= region.lastRow && !isNoteRow(region, row); row += 1) {
    if (isColumnNumberRow(region, row)) continue;
    for (const block of blocks) {
      const line = readLine(region, row, block, unit);
      if (line !== null) rows.push(line);
    }
    for (const column of filledColumns(region, row)) {
      const text = textAt(region, row, column);
      if (PERSONNEL.test(text)) personnel ??= totalFigure(region, row, column, '人员经费合计', blocks, unit);
      if (OPERATING.test(text)) operating ??= totalFigure(region, row, column, '公用经费合计', blocks, unit);
    }
  }
  if (rows.length === 0) return null;
  const inOrder = [...rows].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
  const figures = [...inOrder.map(({ amount }) => amount), ...[personnel, operating].flatMap((figure) => figure ?? [])];
  return { headerRow, rows: inOrder, personnel, operating, figures, endRow: row };
}

function findHeader(region: Region): number | null {
  for (let row = region.titleRow + 1; row <= Math.min(region.lastRow, region.titleRow + 12); row += 1) {
    if (filledColumns(region, row).some((column) => NAME_HEADING.test(textAt(region, row, column)))) return row;
  }
  return null;
}

/** Each 科目名称 heads a block: codes to its left, the amount to its right. */
function placeBlocks(region: Region, headerRow: number): Block[] {
  const columns = filledColumns(region, headerRow);
  const names = columns.filter((column) => NAME_HEADING.test(textAt(region, headerRow, column)));
  return names.map((nameColumn, index) => {
    const end = (names[index + 1] ?? region.lastColumn + 2) - 1;
    const amountColumn = columns.find(
      (column) => column > nameColumn && column <= end && AMOUNT_HEADING.test(textAt(region, headerRow, column)),
    );
    const previous = names[index - 1];
    const before = columns.find(
      (column) => column < nameColumn && column > (previous ?? -1) && /(?:编码|代码)$/.test(textAt(region, headerRow, column)),
    );
    return { codeColumn: before ?? nameColumn - 1, nameColumn, amountColumn: amountColumn ?? nameColumn + 1 };
  });
}

function readLine(region: Region, row: number, block: Block, unit: Unit): EconomicRow | null {
  const parts: string[] = [];
  for (let column = Math.max(0, block.codeColumn); column < block.nameColumn; column += 1) {
    if (!isBlankAt(region, row, column)) parts.push(textAt(region, row, column));
  }
  const glued = /^(\d{3}(?:\d{2})?)[\s:、.-]*(\D.*)$/.exec(printedAt(region, row, block.nameColumn));
  const code = parts.length === 0 ? glued?.[1] : joinCode(parts);
  if (code === undefined) return null;
  const name = parts.length === 0 ? (glued?.[2] ?? '') : printedAt(region, row, block.nameColumn);
  const label = `${code} ${name.replace(/^[\s\u3000]+/, '')}`;
  return {
    code,
    name: name.replace(/^[\s\u3000]+/, ''),
    level: code.length === 3 ? 'class' : 'section',
    amount: figureAt(region, row, block.amountColumn, label, unit),
  };
}

/** `301|01` → 30101; one full code stands for itself. */
function joinCode(parts: readonly string[]): string | undefined {
  const last = parts[parts.length - 1] ?? '';
  const code = parts.length === 1 || last.length >= 5 ? last : parts.map((p, i) => (i === 0 ? p : p.padStart(2, '0'))).join('');
  return /^\d{3}(?:\d{2})?$/.test(code) ? code : undefined;
}

/**
 * The amount that belongs to a total's label: the first number to its right before the next label or code, else the number
 * under it and before what is under the next label, else the blank amount cell of its block, on the row where the
 * amounts of the totals stand. The label may be repeated in every cell of a merged range.
 */
function totalFigure(
  region: Region,
  row: number,
  labelColumn: number,
  label: string,
  blocks: readonly Block[],
  unit: Unit,
): Figure {
  const printed = textAt(region, row, labelColumn);
  const labels = filledColumns(region, row).filter((column) => !isNumericAt(region, row, column));
  const lastLabel = labels.reduce((last, column) => (textAt(region, row, column) === printed ? column : last), labelColumn);
  const codes = blocks.filter((block) => readLine(region, row, block, unit) !== null).map(({ codeColumn }) => codeColumn);
  const next = Math.min(region.lastColumn + 1, ...[...labels, ...codes].filter((column) => column > lastLabel));
  const numberIn = (at: number, from: number): number | undefined =>
    filledColumns(region, at).find((column) => column >= from && column < next && isNumericAt(region, at, column));
  const beside = numberIn(row, lastLabel + 1);
  if (beside !== undefined) return figureAt(region, row, beside, label, unit);
  const areUnder = holdsAmountsOnly(region, row + 1);
  const under = areUnder ? numberIn(row + 1, labelColumn) : undefined;
  if (under !== undefined) return figureAt(region, row + 1, under, label, unit);
  const from = areUnder ? labelColumn : lastLabel + 1;
  const mine = blocks.filter(({ amountColumn }) => amountColumn >= from);
  const block = OPERATING.test(label) ? mine[mine.length - 1] : mine[0];
  return figureAt(region, areUnder ? row + 1 : row, block?.amountColumn ?? lastLabel + 1, label, unit);
}

/** Whether a row has numbers and nothing else: the amounts of the labels above it. */
function holdsAmountsOnly(region: Region, row: number): boolean {
  const filled = row > region.lastRow || isColumnNumberRow(region, row) ? [] : filledColumns(region, row);
  return filled.length > 0 && filled.every((column) => isNumericAt(region, row, column));
}
