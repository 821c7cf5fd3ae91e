import { formatA1 } from '../../workbook/address';
import type { OwnCell, OwnSheet } from '../host';
import { OWN_LOOKS } from '../own-styles';
import { withSheetTitle } from './app-properties';
import type { Book } from './book';
import { typedCell } from './cell-value';
import type { Parts } from './package';
import { relationshipBase, unusedName, withNewPart, withoutPart, withoutRelationships } from './part-list';
import { relatedPart, textOf, withParts } from './relationships';
import { addOwnFormats, MINIMAL_STYLES, type OwnFormats } from './styles-patch';
import { columnPixels, digitPixels, LINE_HEIGHT, lineCount } from './text-layout';
import { appendChild, escapeAttribute, scanXml, type Tag } from './xml';

const WORKSHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
const STYLES_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';
/** In digits: what an A4 page takes upright before its print gets small. */
const UPRIGHT_WIDTH = 100;
/** Room for fonts that stand in for those of the workbook. */
const WRAPPED_LINE_HEIGHT = 1.45;
const MAX_ROW_POINTS = 409;

/** The parts of a book with a styles part, and the name of that. */
export function withStyles(book: Book): { readonly parts: Parts; readonly stylesPart: string } {
  const { parts, workbookPart, stylesPart } = book;
  if (stylesPart !== '') return { parts, stylesPart };
  const name = unusedName(parts, `${folderOf(workbookPart)}styles`);
  const relationship = `${relationshipBase(parts, workbookPart)}styles`;
  const part = { name, xml: MINIMAL_STYLES, contentType: STYLES_TYPE, from: workbookPart, relationship };
  return { parts: withNewPart(parts, part).parts, stylesPart: name };
}

/** The parts of a book with a sheet of our own: in the place of the sheet of that name, or as its last sheet. */
export function withOwnSheet(book: Book, sheet: OwnSheet): Parts {
  const styled = withStyles(book);
  const styles = addOwnFormats(textOf(styled.parts, styled.stylesPart) ?? '');
  const parts = withParts(styled.parts, { [styled.stylesPart]: styles.xml });
  const list = readSheetList(textOf(parts, book.workbookPart) ?? '');
  const xml = sheetXml(sheet, styles.formats, list.namespace, book.styles.normalFontSize);

  const wanted = sheet.name.toLowerCase();
  const earlier = book.sheets.find(({ name }) => name.toLowerCase() === wanted);
  if (earlier !== undefined) {
    const hadFormulas = [...earlier.content.cells.values()].some(({ formula }) => formula !== null);
    const chain = hadFormulas ? relatedPart(parts, book.workbookPart, 'calcChain') : '';
    const bare = withoutRelationships(chain === '' ? parts : withoutPart(parts, chain), earlier.part);
    return withParts(bare, { [earlier.part]: xml });
  }

  const { parts: added, id } = withNewPart(parts, {
    name: unusedName(parts, `${folderOf(book.workbookPart)}worksheets/sheet`),
    xml,
    contentType: WORKSHEET_TYPE,
    from: book.workbookPart,
    relationship: `${relationshipBase(parts, book.workbookPart)}worksheet`,
  });
  const { prefix, linkPrefix, linkNamespace } = list;
  const link = linkPrefix === '' ? `xmlns:r="${linkNamespace}" r:id="${id}"` : `${linkPrefix}:id="${id}"`;
  const entry = `<${prefix}sheet name="${escapeAttribute(sheet.name)}" sheetId="${list.lastId + 1}" ${link}/>`;
  const workbookXml = appendChild(textOf(added, book.workbookPart) ?? '', 'sheets', 1, entry);
  const properties = relatedPart(added, '', 'extended-properties');
  const propertiesXml = textOf(added, properties);
  return withParts(added, {
    [book.workbookPart]: workbookXml,
    ...(propertiesXml === undefined ? {} : { [properties]: withSheetTitle(propertiesXml, list.names, sheet.name) }),
  });
}

function sheetXml(sheet: OwnSheet, formats: OwnFormats, namespace: string, fontSize: number): string {
  const { columns, rows, frozenRows } = sheet;
  const widths = columns.map((width) => columnPixels(width, digitPixels(fontSize)));
  const runs = columns.map((width, index) => {
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${formats.text}" customWidth="1"/>`;
  });
  const lines = rows.map((cells, row) => {
    const inside = cells.map((cell, column) => cellXml(cell, formatA1(row, column), formats));
    const lineCounts = cells.map((cell, column) => linesIn(cell, widths[column] ?? 0, fontSize));
    // A hint, not a custom height: Excel fits the row anew when its text changes.
    const height = rowPoints(Math.max(1, ...lineCounts), fontSize).toFixed(2);
    return `<row r="${row + 1}" ht="${height}">${inside.join('')}</row>`;
  });
  const isWide = columns.reduce((sum, width) => sum + width, 0) > UPRIGHT_WIDTH;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<worksheet xmlns="${namespace}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>${viewXml(frozenRows)}` +
    `<sheetFormatPr defaultRowHeight="${(fontSize * LINE_HEIGHT).toFixed(2)}"/>` +
    `${runs.length === 0 ? '' : `<cols>${runs.join('')}</cols>`}<sheetData>${lines.join('')}</sheetData>` +
    '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="9"${isWide ? ' orientation="landscape"' : ''} fitToWidth="1" fitToHeight="0"/></worksheet>`
  );
}

function viewXml(frozenRows: number): string {
  if (frozenRows === 0) return '';
  const pane = `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/>`;
  return `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`;
}

function cellXml({ value, style }: OwnCell, address: string, formats: OwnFormats): string {
  const { type, inside } = typedCell(value, '');
  const head = `<c r="${address}" s="${formats[style]}"${type === null ? '' : ` t="${type}"`}`;
  return inside === '' ? `${head}/>` : `${head}>${inside}</c>`;
}

function linesIn({ value, style }: OwnCell, width: number, fontSize: number): number {
  return OWN_LOOKS[style].wrap ? lineCount(String(value ?? ''), width, fontSize) : 1;
}

function rowPoints(lines: number, fontSize: number): number {
  return Math.min(MAX_ROW_POINTS, lines * fontSize * (lines === 1 ? LINE_HEIGHT : WRAPPED_LINE_HEIGHT));
}

interface SheetList {
  readonly prefix: string;
  readonly namespace: string;
  /** The prefix of `r:id`, '' where the document declares none. */
  readonly linkPrefix: string;
  readonly linkNamespace: string;
  readonly names: readonly string[];
  readonly lastId: number;
}

function readSheetList(xml: string): SheetList {
  const names: string[] = [];
  let root: Tag | undefined;
  let lastId = 0;
  scanXml(xml, {
    open: (tag) => {
      if (tag.depth === 0) root = tag;
      if (tag.name !== 'sheet' || tag.depth !== 2) return;
      names.push(tag.attributes['name'] ?? '');
      lastId = Math.max(lastId, Number(tag.attributes['sheetId'] ?? 0));
    },
  });
  const prefix = root?.prefix ?? '';
  const attributes = root?.attributes ?? {};
  const namespace = attributes[prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`] ?? '';
  const declared = Object.entries(attributes).find(([, value]) => value.endsWith('/relationships'));
  return {
    prefix,
    namespace,
    linkPrefix: declared?.[0].replace(/^xmlns:?/, '') ?? '',
    linkNamespace: declared?.[1] ?? 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
    names,
    lastId,
  };
}

function folderOf(part: string): string {
  return part.slice(0, part.lastIndexOf('/') + 1);
}
