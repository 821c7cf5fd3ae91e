import { formatCell, type CellRef } from '../../src/workbook/address';
import type { CellValue } from '../../src/workbook/snapshot';
import { structure, type Paragraph } from './narrative';
import type { SampleAccounts } from './figures';
import type { CellSpec, Place } from './grid';
import { displayed } from './snapshot';
import { placeKey, type SheetSpec, type WorkbookSpec } from './workbook';

/** A mistake in a figure: where, and what was typed instead. */
interface FigureMistake {
  readonly places: readonly Place[];
  /** What stands there now, from the right values of the places in turn. */
  readonly typed: (right: readonly CellValue[], index: number) => CellValue;
  readonly rule: string;
  readonly note: string;
}

/** A mistake in a paragraph: the words that were right and those that stand there now. */
interface TextMistake {
  readonly paragraph: string;
  readonly change: (text: string, before: SampleAccounts) => string;
  readonly rule: string;
  readonly note: string;
}

/** One mistake as it was made, cell by cell; a row of the sheet 期望. */
export interface Mistake {
  readonly cell: CellRef;
  readonly found: string;
  readonly right: string;
  /** The rule family it breaks; '' for a mere matter of form that is no error. */
  readonly rule: string;
  readonly note: string;
}

const place = (table: string, row: string, column: string): Place => ({ table, row, column });
const numberOf = (value: CellValue | undefined): number => (typeof value === 'number' ? value : 0);

/** Digits at two positions of the printed amount exchanged: 48.68 → 46.88 for 1 and 3. */
function transposed(value: CellValue | undefined, first: number, second: number): number {
  const digits = [...numberOf(value).toFixed(2)];
  const [a, b] = [digits[first], digits[second]];
  if (a === undefined || b === undefined) throw new RangeError('没有这两位数字');
  digits[first] = b;
  digits[second] = a;
  return Number(digits.join(''));
}

const FIGURE_MISTAKES: readonly FigureMistake[] = [
  {
    places: [place('revenue', '2070104', 'total')],
    typed: ([right]) => Math.round(numberOf(right) * 10_000),
    rule: 'A06',
    note: '按元填写，应为万元',
  },
  {
    places: [place('expenditure', '20126', 'project')],
    typed: () => null,
    rule: 'A18',
    note: '小计漏填',
  },
  {
    places: [place('general-budget', '2210201', 'basic')],
    typed: ([right]) => transposed(right, 1, 3),
    rule: 'A12',
    note: '相邻数字颠倒',
  },
  {
    places: ['21011', '2101102', '2101199'].flatMap((code) =>
      ['total', 'appropriation'].map((column) => place('revenue', code, column)),
    ),
    typed: (right, index) => (index < 2 ? null : (right[index - 2] ?? null)),
    rule: 'A22',
    note: '整块下移一行',
  },
  {
    places: [place('basic-expenditure', '30206', 'actual')],
    typed: ([right]) => Math.round(numberOf(right) * 1000) / 100,
    rule: 'A13',
    note: '小数点错位',
  },
  {
    places: [place('three-public', 'actual', 'total')],
    typed: ([right]) => Math.round(numberOf(right) * 100 + 100) / 100,
    rule: 'A15',
    note: '合计算错，多 1.00',
  },
  {
    places: [place('summary', 'service', 'revenue')],
    typed: ([right]) => Math.round(numberOf(right) * 100 - 600) / 100,
    rule: 'B02',
    note: '与收入决算表不一致，一位数字抄错',
  },
  {
    places: [place('state-capital', 'total', 'total')],
    typed: () => null,
    rule: 'A18',
    note: '合计行漏填',
  },
  {
    places: [place('expenditure', '2012602', 'project')],
    typed: ([right]) => `${numberOf(right).toFixed(2)}　`,
    rule: '',
    note: '文本型数字，末尾有全角空格；数值正确，不是错误',
  },
  {
    places: [place('three-public', 'budget', 'vehiclePurchase')],
    typed: ([right]) => `${numberOf(right)}.`,
    rule: '',
    note: '小数点后缺位；数值正确，不是错误',
  },
];

function replaced(text: string, pattern: RegExp, to: string): string {
  const changed = text.replace(pattern, to);
  if (changed === text) throw new RangeError(`段落中没有 ${pattern.source}`);
  return changed;
}

const TEXT_MISTAKES: readonly TextMistake[] = [
  {
    paragraph: 'overall',
    change: (text) => replaced(text, /主要原因是：/, '主要原因是：主要原因是：'),
    rule: 'F05',
    note: '词语重复',
  },
  {
    paragraph: 'expenditure',
    change: (text) => replaced(text, /(基本支出[\d.]+万元，占)[\d.]+%/, '$174.64%'),
    rule: 'C05',
    note: '占比算错',
  },
  {
    paragraph: 'structure',
    change: (_, before) => structure(before, before.year + 1),
    rule: 'D03',
    note: '整段沿用上年数',
  },
  {
    paragraph: 'item.2070104',
    change: (text) => replaced(text, /(支出决算为)([\d.]+)万元/, '$1$2元'),
    rule: 'F02',
    note: '万元误写为元',
  },
  {
    paragraph: 'item.2080505',
    change: (text) => replaced(text, /决算数大于/, '决算数小于'),
    rule: 'C14',
    note: '方向词与数字不符',
  },
  {
    paragraph: 'three-public.hospitality',
    change: (text) => replaced(text, /下降[\d.]+%/, '减少101.2%'),
    rule: 'C20',
    note: '降幅超过 100%',
  },
  {
    paragraph: 'three-public.detail.hospitality',
    change: (text) => replaced(text, /(决算为)([\d.]+)万元/, '$11.48万元'),
    rule: 'C19',
    note: '与公开表不一致，数字颠倒',
  },
];

const withCell = (sheet: SheetSpec, cell: CellRef, value: CellValue): SheetSpec => ({
  ...sheet,
  cells: sheet.cells.map((line, row) =>
    row === cell.row
      ? line.map((spec, column) => (column === cell.column && spec ? { ...spec, value } : spec))
      : line,
  ),
});

function specAt(workbook: WorkbookSpec, cell: CellRef): CellSpec {
  const spec = workbook.sheets.find(({ name }) => name === cell.sheet)?.cells[cell.row]?.[cell.column];
  if (spec === undefined) throw new RangeError(`样例中没有 ${formatCell(cell)}`);
  return spec;
}

function cellOf(workbook: WorkbookSpec, wanted: Place): CellRef {
  const cell = workbook.places.get(placeKey(wanted));
  if (cell === undefined) throw new RangeError(`样例中没有 ${placeKey(wanted)}`);
  return cell;
}

/**
 * Types a dozen and a half ordinary mistakes into a published workbook with its 情况说明, and tells each of them.
 * `before` is the year before, for the paragraph that was left over from it.
 */
export function withMistakes(
  workbook: WorkbookSpec,
  paragraphs: readonly Paragraph[],
  before: SampleAccounts,
): { readonly workbook: WorkbookSpec; readonly mistakes: readonly Mistake[] } {
  const inFigures = FIGURE_MISTAKES.flatMap(({ places, typed, rule, note }) => {
    const cells = places.map((wanted) => cellOf(workbook, wanted));
    const specs = cells.map((cell) => specAt(workbook, cell));
    const right = specs.map(({ value }) => value);
    return cells.map((cell, index) => {
      const value = typed(right, index);
      const style = specs[index]?.style ?? 'plain';
      const mistake: Mistake = {
        cell,
        found: displayed(value, style),
        right: displayed(right[index] ?? null, style),
        rule,
        note,
      };
      return { value, mistake };
    });
  });
  const inText = TEXT_MISTAKES.map(({ paragraph, change, rule, note }) => {
    const text = paragraphs.find(({ id }) => id === paragraph)?.text;
    if (text === undefined) throw new RangeError(`情况说明中没有 ${paragraph}`);
    const cell = cellOf(workbook, { table: 'narrative', row: paragraph, column: 'text' });
    const value = change(text, before);
    return { value, mistake: { cell, found: value, right: text, rule, note } };
  });
  const all = [...inFigures, ...inText];
  const sheets = workbook.sheets.map((sheet) =>
    all
      .filter(({ mistake }) => mistake.cell.sheet === sheet.name)
      .reduce((changed, { value, mistake }) => withCell(changed, mistake.cell, value), sheet),
  );
  return { workbook: { ...workbook, sheets }, mistakes: all.map(({ mistake }) => mistake) };
}
