import type { MarkKind, OwnStyle } from '../host';
import { MARK_FILLS } from '../marks';
import { AMOUNT_FORMAT, OWN_LOOKS, type OwnLook } from '../own-styles';
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

/** The numbers of the cell formats of our own sheets. */
export type OwnFormats = Readonly<Record<OwnStyle, number>>;

/** The styles part with the formats of our own sheets in it. */
export function addOwnFormats(xml: string): { readonly xml: string; readonly formats: OwnFormats } {
  const { prefix: p, sections } = layoutOf(xml);
  const normal = sections.get('fonts')?.items[0];
  const normalFont = normal === undefined ? '' : xml.slice(normal.start, normal.end);
  let styled = xml;
  const place = (section: string, item: string): number => {
    const placed = withItem(styled, section, item);
    styled = placed.xml;
    return placed.index;
  };
  const formats = { text: 0, heading: 0, header: 0, amount: 0, input: 0, note: 0 };
  for (const style of Object.keys(formats) as OwnStyle[]) {
    const { fill, line, wrap, numberFormat, ...font } = OWN_LOOKS[style];
    const fontId = isNormal(font) ? 0 : place('fonts', fontLike(normalFont, font, p));
    const fillId = fill === null ? 0 : place('fills', solidFill(fill, p));
    const borderId = line === null ? 0 : place('borders', lineBelow(line, p));
    formats[style] = place(
      'cellXfs',
      `<${p}xf numFmtId="${NUMBER_FORMATS[numberFormat]}" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}" ` +
        'xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">' +
        `<${p}alignment vertical="top"${wrap ? ' wrapText="1"' : ''}/></${p}xf>`,
    );
  }
  return { xml: styled, formats };
}

/** ECMA-376 Part 1, 18.8.30: formats that need no declaration. */
const NUMBER_FORMATS: Readonly<Record<OwnLook['numberFormat'], number>> = { General: 0, [AMOUNT_FORMAT]: 4 };

type FontLook = Pick<OwnLook, 'bold' | 'color' | 'fontSize'>;

function isNormal({ bold, color, fontSize }: FontLook): boolean {
  return !bold && color === null && fontSize === null;
}

/** The normal font in bold, in another size or colour: those of its elements that say so are replaced. */
function fontLike(normal: string, { bold, color, fontSize }: FontLook, p: string): string {
  const changes = [
    { name: `${p}b`, element: bold ? `<${p}b/>` : '' },
    { name: `${p}sz`, element: fontSize === null ? '' : `<${p}sz val="${fontSize}"/>` },
    { name: `${p}color`, element: color === null ? '' : `<${p}color rgb="FF${color}"/>` },
  ].filter(({ element }) => element !== '');
  const inside = /^<[^>]*[^/]>([^]*)<\/[^>]*>$/.exec(normal)?.[1] ?? '';
  const without = (text: string, name: string): string => text.replace(new RegExp(`<${name}(?:\\s[^>]*)?/>`, 'g'), '');
  const rest = changes.reduce((text, { name }) => without(text, name), inside);
  return `<${p}font>${changes.map(({ element }) => element).join('')}${rest}</${p}font>`;
}

function solidFill(color: string, p: string): string {
  const pattern = `<${p}patternFill patternType="solid"><${p}fgColor rgb="FF${color}"/></${p}patternFill>`;
  return `<${p}fill>${pattern}</${p}fill>`;
}

function lineBelow(color: string, p: string): string {
  const line = `<${p}bottom style="thin"><${p}color rgb="FF${color}"/></${p}bottom>`;
  return `<${p}border><${p}left/><${p}right/><${p}top/>${line}<${p}diagonal/></${p}border>`;
}

/** The part with an item in a section, put at its end unless it is there already. */
function withItem(xml: string, name: string, item: string): { readonly xml: string; readonly index: number } {
  const section = layoutOf(xml).sections.get(name);
  if (section === undefined) return { xml, index: 0 };
  const known = section.items.findIndex(({ start, end }) => xml.slice(start, end) === item);
  if (known >= 0) return { xml, index: known };
  return { xml: appendItems(xml, section, [item]), index: section.items.length };
}
