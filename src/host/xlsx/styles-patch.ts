import type { MarkKind } from '../host';
import { MARK_FILLS } from '../marks';
import { applyPatches, opened, scanXml, selfClosed, withAttribute, type Patch, type Tag } from './xml';

/** A styles part for a workbook that has none. */
export const MINIMAL_STYLES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill>' +
  '<fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
  '</styleSheet>';

/** What may stand before the conditional formats' looks (ECMA-376 Part 1, CT_Stylesheet). */
const BEFORE_DXFS = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles'];

interface Section {
  readonly tag: Tag;
  /** Offset of its end tag, or of the tag itself where that closes itself. */
  readonly close: number;
  readonly end: number;
  readonly items: readonly { readonly start: number; readonly end: number }[];
}

interface Layout {
  readonly prefix: string;
  readonly sections: ReadonlyMap<string, Section>;
  /** Where the looks of conditional formats belong while there are none. */
  readonly dxfsPlace: number;
}

function layoutOf(xml: string): Layout {
  const sections = new Map<string, Section>();
  let items: { start: number; end: number }[] = [];
  let prefix = '';
  let dxfsPlace = 0;
  scanXml(xml, {
    open: (tag) => {
      if (tag.depth === 0) {
        prefix = tag.prefix;
        dxfsPlace = tag.end;
      } else if (tag.depth === 1) items = [];
    },
    close: (tag, start, end) => {
      if (tag.depth === 2) items.push({ start: tag.start, end });
      if (tag.depth !== 1) return;
      sections.set(tag.name, { tag, close: start, end, items });
      if (BEFORE_DXFS.includes(tag.name)) dxfsPlace = end;
    },
  });
  return { prefix, sections, dxfsPlace };
}

/** A section with items put in at its end; its `count` follows where it has one. */
function appendItems(xml: string, { tag, close, items }: Section, added: readonly string[]): string {
  const source = xml.slice(tag.start, tag.end);
  const count = String(items.length + added.length);
  const head = opened(tag.attributes['count'] === undefined ? source : withAttribute(source, 'count', count));
  const patches: Patch[] = [{ start: tag.start, end: tag.end, text: head }];
  if (tag.selfClosing) {
    const whole = `${head}${added.join('')}</${tag.prefix}${tag.name}>`;
    return applyPatches(xml, [{ start: tag.start, end: tag.end, text: whole }]);
  }
  return applyPatches(xml, [...patches, { start: close, end: close, text: added.join('') }]);
}

function markLook(kind: MarkKind, p: string): string {
  const fill = `<${p}fill><${p}patternFill><${p}bgColor rgb="FF${MARK_FILLS[kind]}"/></${p}patternFill></${p}fill>`;
  return `<${p}dxf>${fill}</${p}dxf>`;
}

/** The styles part with the looks of these marks at the end of its conditional formats' looks, and their numbers. */
export function addMarkLooks(
  xml: string,
  kinds: readonly MarkKind[],
): { readonly xml: string; readonly numbers: ReadonlyMap<MarkKind, number> } {
  const { prefix, sections, dxfsPlace } = layoutOf(xml);
  const section = sections.get('dxfs');
  const first = section?.items.length ?? 0;
  const looks = kinds.map((kind) => markLook(kind, prefix));
  const numbers = new Map(kinds.map((kind, index) => [kind, first + index]));
  if (section !== undefined) return { xml: appendItems(xml, section, looks), numbers };
  // Without a count, so that removeLooks can tell a section that came with the marks and goes with them.
  const text = `<${prefix}dxfs>${looks.join('')}</${prefix}dxfs>`;
  return { xml: applyPatches(xml, [{ start: dxfsPlace, end: dxfsPlace, text }]), numbers };
}

/** The styles part without those of these looks that are the last ones and that nothing else uses. */
export function removeLooks(xml: string, numbers: ReadonlySet<number>, used: ReadonlySet<number>): string {
  const section = layoutOf(xml).sections.get('dxfs');
  if (section === undefined) return xml;
  const { tag, items } = section;
  let left = items.length;
  while (left > 0 && numbers.has(left - 1) && !used.has(left - 1)) left -= 1;
  const first = items[left];
  const last = items.at(-1);
  if (first === undefined || last === undefined) return xml;
  const hasCount = tag.attributes['count'] !== undefined;
  if (left === 0 && !hasCount) return applyPatches(xml, [{ start: tag.start, end: section.end, text: '' }]);
  const source = xml.slice(tag.start, tag.end);
  const head = hasCount ? withAttribute(source, 'count', String(left)) : source;
  if (left === 0) return applyPatches(xml, [{ start: tag.start, end: section.end, text: selfClosed(head) }]);
  return applyPatches(xml, [
    { start: tag.start, end: tag.end, text: head },
    { start: first.start, end: last.end, text: '' },
  ]);
}

/** The numbers of the cell formats of a text sheet. */
export interface TextFormats {
  readonly heading: number;
  readonly paragraph: number;
}

/** The styles part with the two formats of a text sheet in it: wrapped text, headings bold. */
export function addTextFormats(xml: string): { readonly xml: string; readonly formats: TextFormats } {
  const { prefix: p, sections } = layoutOf(xml);
  const normal = sections.get('fonts')?.items[0];
  const bold = withItem(xml, 'fonts', boldFont(normal === undefined ? '' : xml.slice(normal.start, normal.end), p));
  const look = (font: number): string =>
    `<${p}xf numFmtId="0" fontId="${font}" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1">` +
    `<${p}alignment vertical="top" wrapText="1"/></${p}xf>`;
  const heading = withItem(bold.xml, 'cellXfs', look(bold.index));
  const paragraph = withItem(heading.xml, 'cellXfs', look(0));
  return { xml: paragraph.xml, formats: { heading: heading.index, paragraph: paragraph.index } };
}

/** The normal font, bold. */
function boldFont(font: string, prefix: string): string {
  const bold = `<${prefix}b/>`;
  if (font === '' || font.endsWith('/>')) return `<${prefix}font>${bold}</${prefix}font>`;
  if (font.includes(bold)) return font;
  const at = font.indexOf('>') + 1;
  return font.slice(0, at) + bold + font.slice(at);
}

/** The part with an item in a section, put at its end unless it is there already. */
function withItem(xml: string, name: string, item: string): { readonly xml: string; readonly index: number } {
  const section = layoutOf(xml).sections.get(name);
  if (section === undefined) return { xml, index: 0 };
  const known = section.items.findIndex(({ start, end }) => xml.slice(start, end) === item);
  if (known >= 0) return { xml, index: known };
  return { xml: appendItems(xml, section, [item]), index: section.items.length };
}
