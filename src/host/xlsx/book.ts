import { HostError } from '../host-error';
import { OFFICE_THEME, readThemeColours } from './colours';
import type { Parts } from './package';
import { cellKey } from './position';
import { readRelationships, relatedPart, textOf } from './relationships';
import { readSharedStrings } from './shared-strings';
import { readSheet, type SheetContent } from './sheet-part';
import { PLAIN_FORMAT, readStyles, type Styles } from './styles';
import { isTrue, relationshipId, scanXml } from './xml';

/** A worksheet with the part that holds it. */
export interface BookSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
  readonly content: SheetContent;
}

/** A name that stands for a formula, mostly for an area. */
export interface DefinedName {
  readonly name: string;
  /** Without `=`. */
  readonly formula: string;
  /** The sheet that it is known in, null for the whole workbook. */
  readonly sheet: string | null;
}

/** An .xlsx file as it was read: the parts it came in, and what they mean. */
export interface Book {
  readonly parts: Parts;
  readonly workbookPart: string;
  /** '' where the file has none. */
  readonly stylesPart: string;
  readonly date1904: boolean;
  readonly sheets: readonly BookSheet[];
  readonly names: readonly DefinedName[];
  readonly styles: Styles;
}

interface SheetEntry {
  readonly name: string;
  readonly state: string;
  readonly relationship: string;
}

/** Reads the parts of an .xlsx file. Throws `not-excel` where they are no workbook. */
export function readBook(parts: Parts, fileName: string): Book {
  const workbookPart = relatedPart(parts, '', 'officeDocument');
  const xml = workbookPart.endsWith('.bin') ? undefined : textOf(parts, workbookPart);
  if (xml === undefined) throw new HostError('not-excel', fileName);
  const workbook = readWorkbookPart(xml);
  if (workbook === undefined) throw new HostError('not-excel', fileName);

  const relationships = readRelationships(parts, workbookPart);
  const target = (kind: string): string => relationships.find((one) => one.kind === kind)?.target ?? '';
  const textFor = (part: string): string => {
    const text = textOf(parts, part);
    if (text === undefined) throw new HostError('unreadable', fileName);
    return text;
  };
  const stringsPart = target('sharedStrings');
  const strings = stringsPart === '' ? [] : readSharedStrings(textFor(stringsPart));
  const themeXml = textOf(parts, target('theme'));
  const theme = themeXml === undefined ? OFFICE_THEME : readThemeColours(themeXml);
  const stylesPart = target('styles');
  const sheets = workbook.sheets.flatMap(({ name, state, relationship }): BookSheet[] => {
    const link = relationships.find(({ id }) => id === relationship);
    if (link === undefined) throw new HostError('unreadable', fileName);
    if (link.kind !== 'worksheet') return [];
    const content = readSheet(textFor(link.target), strings);
    return [{ name, hidden: state !== 'visible', part: link.target, content }];
  });
  return {
    parts,
    workbookPart,
    stylesPart,
    date1904: workbook.date1904,
    sheets,
    names: workbook.names.map(({ name, formula, scope }) => {
      return { name, formula, sheet: scope === null ? null : (workbook.sheets[scope]?.name ?? null) };
    }),
    styles: readStyles(stylesPart === '' ? '<styleSheet/>' : textFor(stylesPart), theme),
  };
}

/** The cell format of a number; the plain one where the styles part does not know it. */
export function formatOf({ styles }: Book, style: number): Styles['formats'][number] {
  return styles.formats[style] ?? PLAIN_FORMAT;
}

interface WorkbookPart {
  readonly date1904: boolean;
  readonly sheets: readonly SheetEntry[];
  readonly names: readonly { readonly name: string; readonly formula: string; readonly scope: number | null }[];
}

/** Reads the part that lists the sheets; undefined where it is the main part of something else, as of a document. */
function readWorkbookPart(xml: string): WorkbookPart | undefined {
  const sheets: SheetEntry[] = [];
  const names: { name: string; formula: string; scope: number | null }[] = [];
  let date1904 = false;
  let root = '';
  let text = '';
  scanXml(xml, {
    open: (tag) => {
      const { name, attributes, depth } = tag;
      text = '';
      if (depth === 0) root = name;
      else if (name === 'workbookPr' && depth === 1) date1904 = isTrue(attributes['date1904']);
      else if (name === 'sheet' && depth === 2) {
        sheets.push({
          name: attributes['name'] ?? '',
          state: attributes['state'] ?? 'visible',
          relationship: relationshipId(tag),
        });
      }
    },
    text: (piece) => {
      text += piece;
    },
    close: ({ name, attributes, depth }) => {
      if (name !== 'definedName' || depth !== 2) return;
      const scope = attributes['localSheetId'];
      names.push({ name: attributes['name'] ?? '', formula: text, scope: scope === undefined ? null : Number(scope) });
    },
  });
  return root === 'workbook' ? { date1904, sheets, names } : undefined;
}

/** The number of the format of a cell: its own, else its row's, else its column's. */
export function styleAt({ cells, rows, columns }: SheetContent, row: number, column: number): number {
  const own = cells.get(cellKey(row, column))?.style ?? rows.get(row)?.style;
  return own ?? columns.find(({ first, last }) => column >= first && column <= last)?.style ?? 0;
}
