import { strToU8, zipSync } from 'fflate';
import { cellSpec, type CellSpec, type SheetSpec, type WorkbookSpec } from './stage';

/** The parts of an .xlsx file, as text or bytes, by name. */
export type FixtureParts = Readonly<Record<string, string | Uint8Array>>;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Packs parts as a file. */
export function zipParts(parts: FixtureParts): Uint8Array {
  const entries = Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]);
  return zipSync(Object.fromEntries(entries) as Record<string, Uint8Array>);
}

/** An .xlsx file of the specified workbook. */
export function buildXlsx(workbook: WorkbookSpec): Uint8Array {
  return zipParts(buildParts(workbook));
}

/** The parts of an .xlsx file of the specified workbook, as a spreadsheet program would write them. */
export function buildParts({ sheets }: WorkbookSpec): Record<string, string> {
  const formats = collectFormats(sheets);
  const strings = collectStrings(sheets);
  const overrides = sheets.map((_, index) => {
    return `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${TYPES}.worksheet+xml"/>`;
  });
  const links = sheets.map((_, index) => {
    return `<Relationship Id="rId${index + 1}" Type="${LINKS}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`;
  });
  const entries = sheets.map(({ name, hidden }, index) => {
    const state = hidden === true ? ' state="hidden"' : '';
    return `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`;
  });
  const next = sheets.length + 1;
  return {
    '[Content_Types].xml':
      `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>${overrides.join('')}` +
      `<Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>` +
      `<Override PartName="/xl/sharedStrings.xml" ContentType="${TYPES}.sharedStrings+xml"/></Types>`,
    '_rels/.rels':
      `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">` +
      `<Relationship Id="rId1" Type="${LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml':
      `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><sheets>${entries.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${links.join('')}` +
      `<Relationship Id="rId${next}" Type="${LINKS}/styles" Target="styles.xml"/>` +
      `<Relationship Id="rId${next + 1}" Type="${LINKS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml': stylesXml(formats, sheets),
    'xl/sharedStrings.xml':
      `${DECLARATION}<sst xmlns="${MAIN}">` +
      `${strings.map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`).join('')}</sst>`,
    ...Object.fromEntries(
      sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet, formats, strings, sheets)]),
    ),
  };
}

const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** A cell's format as one text, so that equal ones are found. */
function formatKey({ numberFormat, bold, fill }: CellSpec): string {
  return JSON.stringify([numberFormat ?? 'General', bold ?? false, fill ?? null]);
}

const PLAIN = formatKey({ value: null });

function collectFormats(sheets: readonly SheetSpec[]): string[] {
  const keys = sheets.flatMap(({ cells }) => Object.values(cells).map((cell) => formatKey(cellSpec(cell))));
  return [...new Set([PLAIN, ...keys])];
}

function collectStrings(sheets: readonly SheetSpec[]): string[] {
  const values = sheets.flatMap(({ cells }) => Object.values(cells).map((cell) => cellSpec(cell)));
  return [...new Set(values.flatMap(({ value, formula }) => (typeof value === 'string' && !formula ? [value] : [])))];
}

function stylesXml(formats: readonly string[], sheets: readonly SheetSpec[]): string {
  const parsed = formats.map((key) => JSON.parse(key) as [string, boolean, string | null]);
  const patterns = parsed.map(([pattern], index) => {
    return `<numFmt numFmtId="${164 + index}" formatCode="${escapeXml(pattern)}"/>`;
  });
  const fills = parsed.map(([, , fill]) => {
    const solid = `<patternFill patternType="solid"><fgColor rgb="FF${fill ?? ''}"/></patternFill>`;
    return `<fill>${fill === null ? '<patternFill patternType="none"/>' : solid}</fill>`;
  });
  const xfs = parsed.map(([pattern, bold, fill], index) => {
    const numFmtId = pattern === 'General' ? 0 : 164 + index;
    const fillId = fill === null ? 0 : index + 2;
    return `<xf numFmtId="${numFmtId}" fontId="${bold ? 1 : 0}" fillId="${fillId}" borderId="0" xfId="0"/>`;
  });
  const looks = userFills(sheets).map((fill) => {
    return `<dxf><fill><patternFill><bgColor rgb="FF${fill}"/></patternFill></fill></dxf>`;
  });
  return (
    `${DECLARATION}<styleSheet xmlns="${MAIN}"><numFmts count="${patterns.length}">${patterns.join('')}</numFmts>` +
    '<fonts count="2"><font><sz val="11"/><name val="宋体"/></font>' +
    '<font><b/><sz val="11"/><name val="宋体"/></font></fonts>' +
    `<fills count="${fills.length + 2}"><fill><patternFill patternType="none"/></fill>` +
    `<fill><patternFill patternType="gray125"/></fill>${fills.join('')}</fills>` +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles>' +
    `${looks.length === 0 ? '<dxfs count="0"/>' : `<dxfs count="${looks.length}">${looks.join('')}</dxfs>`}` +
    '<tableStyles count="0"/></styleSheet>'
  );
}

function userFills(sheets: readonly SheetSpec[]): string[] {
  return sheets.flatMap(({ userRules }) => (userRules ?? []).map(({ fill }) => fill));
}

function sheetXml(
  sheet: SheetSpec,
  formats: readonly string[],
  strings: readonly string[],
  all: readonly SheetSpec[],
): string {
  const byRow = new Map<number, { column: string; xml: string }[]>();
  for (const [address, cell] of Object.entries(sheet.cells)) {
    const [, column = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
    const cells = byRow.get(Number(row)) ?? [];
    byRow.set(Number(row), [...cells, { column, xml: cellXml(address, cellSpec(cell), formats, strings) }]);
  }
  const inOrder = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : 1);
  const rows = [...byRow].sort(([a], [b]) => a - b).map(([row, cells]) => {
    const sorted = [...cells].sort((a, b) => inOrder(a.column, b.column)).map(({ xml }) => xml);
    return `<row r="${row}">${sorted.join('')}</row>`;
  });
  const looks = userFills(all);
  const rules = (sheet.userRules ?? []).map(({ area, formula, fill }, index) => {
    const rule = `type="expression" dxfId="${looks.indexOf(fill)}" priority="${index + 1}"`;
    const body = `<cfRule ${rule}><formula>${escapeXml(formula)}</formula></cfRule>`;
    return `<conditionalFormatting sqref="${area}">${body}</conditionalFormatting>`;
  });
  return (
    `${DECLARATION}<worksheet xmlns="${MAIN}" xmlns:r="${LINKS}">` +
    `${rows.length === 0 ? '<sheetData/>' : `<sheetData>${rows.join('')}</sheetData>`}` +
    `${sheet.protected === true ? '<sheetProtection sheet="1" objects="1" scenarios="1"/>' : ''}${rules.join('')}` +
    '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>'
  );
}

function cellXml(address: string, cell: CellSpec, formats: readonly string[], strings: readonly string[]): string {
  const style = formats.indexOf(formatKey(cell));
  const head = `<c r="${address}"${style === 0 ? '' : ` s="${style}"`}`;
  const { value, formula } = cell;
  const f = formula === undefined ? '' : `<f>${escapeXml(formula.slice(1))}</f>`;
  if (value === null) return `${head}>${f}</c>`;
  if (typeof value === 'boolean') return `${head} t="b">${f}<v>${Number(value)}</v></c>`;
  if (typeof value === 'number') return `${head}>${f}<v>${value}</v></c>`;
  if (formula !== undefined) return `${head} t="str">${f}<v>${escapeXml(value)}</v></c>`;
  return `${head} t="s"><v>${strings.indexOf(value)}</v></c>`;
}
