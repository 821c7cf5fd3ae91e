import { formatArea } from '../../workbook/address';
import type { Mark, MarkKind } from '../host';
import { isMarkFormula, markFormula } from '../marks';
import { coverCells } from './areas';
import type { Book } from './book';
import type { Parts } from './package';
import { textOf, withParts } from './relationships';
import { addMarkLooks, removeLooks } from './styles-patch';
import { applyPatches, escapeText, scanXml, type Patch, type Tag } from './xml';

/** Graver kinds first: where two of our rules met, the first would win. */
const KINDS: readonly MarkKind[] = ['error', 'warning', 'rounding'];

/** What may stand before conditional formats in a worksheet (ECMA-376 Part 1, CT_Worksheet). */
const BEFORE_RULES = [
  'sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'sheetCalcPr', 'sheetProtection',
  'protectedRanges', 'scenarios', 'autoFilter', 'sortState', 'dataConsolidate', 'customSheetViews', 'mergeCells',
  'phoneticPr', 'conditionalFormatting',
];

/** The parts of a book with these cells highlighted; the book must hold no marks of ours yet. */
export function withMarks(book: Book, parts: Parts, marks: readonly Mark[]): Parts {
  const kinds = KINDS.filter((kind) => marks.some((mark) => mark.kind === kind));
  const { xml, numbers } = addMarkLooks(textOf(parts, book.stylesPart) ?? '', kinds);
  const changes: Record<string, string> = { [book.stylesPart]: xml };
  for (const { name, part } of book.sheets) {
    const here = marks.filter(({ cell }) => cell.sheet === name);
    if (here.length > 0) changes[part] = addRules(textOf(parts, part) ?? '', here, numbers);
  }
  return withParts(parts, changes);
}

function addRules(xml: string, marks: readonly Mark[], looks: ReadonlyMap<MarkKind, number>): string {
  let place = 0;
  let priority = 0;
  let prefix = '';
  scanXml(xml, {
    open: (tag) => {
      if (tag.depth === 0) prefix = tag.prefix;
      if (tag.name === 'cfRule') priority = Math.max(priority, Number(tag.attributes['priority'] ?? 0));
    },
    close: ({ name, depth }, _, end) => {
      if (depth === 1 && BEFORE_RULES.includes(name)) place = end;
    },
  });
  const rules = KINDS.flatMap((kind) => {
    const cells = marks.filter((mark) => mark.kind === kind).map(({ cell }) => cell);
    if (cells.length === 0) return [];
    priority += 1;
    const areas = coverCells(cells).map(formatArea).join(' ');
    return (
      `<${prefix}conditionalFormatting sqref="${areas}">` +
      `<${prefix}cfRule type="expression" dxfId="${looks.get(kind) ?? 0}" priority="${priority}">` +
      `<${prefix}formula>${escapeText(markFormula(kind))}</${prefix}formula>` +
      `</${prefix}cfRule></${prefix}conditionalFormatting>`
    );
  });
  return applyPatches(xml, [{ start: place, end: place, text: rules.join('') }]);
}

/** The parts of a book without our highlights, byte for byte what they were before them. */
export function withoutMarks(book: Book): Parts {
  const changes: Record<string, string> = {};
  const looks = new Set<number>();
  for (const { part, content } of book.sheets) {
    if (content.marks.length > 0) changes[part] = removeRules(textOf(book.parts, part) ?? '', looks);
  }
  const unmarked = withParts(book.parts, changes);
  const styles = textOf(unmarked, book.stylesPart);
  if (styles === undefined) return unmarked;
  return withParts(unmarked, { [book.stylesPart]: removeLooks(styles, looks, usedLooks(unmarked)) });
}

/** A worksheet's part without our rules; the numbers of their looks are added to the set. */
function removeRules(xml: string, looks: Set<number>): string {
  const patches: Patch[] = [];
  let rules: { readonly tag: Tag; readonly end: number; readonly ours: boolean }[] = [];
  let ours = false;
  let text = '';
  scanXml(xml, {
    open: (tag) => {
      text = '';
      if (tag.depth === 1) rules = [];
      else if (tag.depth === 2) ours = false;
    },
    text: (piece) => {
      text += piece;
    },
    close: (tag, _, end) => {
      if (tag.name === 'formula' && tag.depth === 3) ours ||= isMarkFormula(text);
      else if (tag.name === 'cfRule' && tag.depth === 2) rules.push({ tag, end, ours });
      else if (tag.name === 'conditionalFormatting' && tag.depth === 1) {
        const mine = rules.filter((rule) => rule.ours);
        for (const rule of mine) looks.add(Number(rule.tag.attributes['dxfId'] ?? -1));
        // Excel may have put one of the user's rules for the same cells into the same element.
        if (mine.length > 0 && mine.length === rules.length) patches.push({ start: tag.start, end, text: '' });
        else patches.push(...mine.map((rule) => ({ start: rule.tag.start, end: rule.end, text: '' })));
      }
    },
  });
  return applyPatches(xml, patches);
}

/** The numbers of looks that anything in the file refers to: rules, tables, filters, pivot tables, table styles. */
function usedLooks(parts: Parts): Set<number> {
  const used = new Set<number>();
  for (const name of parts.keys()) {
    if (!name.endsWith('.xml')) continue;
    const xml = textOf(parts, name) ?? '';
    if (!/dxfId/i.test(xml)) continue;
    scanXml(xml, {
      open: ({ attributes }) => {
        for (const [key, value] of Object.entries(attributes)) if (/dxfId$/i.test(key)) used.add(Number(value));
      },
    });
  }
  return used;
}
