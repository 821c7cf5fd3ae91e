import { applyPatches, escapeText, scanXml, type Patch } from './xml';

interface Text {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The application's properties (docProps/app.xml) with one more worksheet, after the others, in the list of sheets
 * that some programs show. Where the list is not the usual one it stays as it is.
 */
export function withSheetTitle(xml: string, sheets: readonly string[], added: string): string {
  const counts: Text[] = [];
  const titles: Text[] = [];
  const sizes: Text[] = [];
  let path: string[] = [];
  let text = '';
  let prefix = '';
  scanXml(xml, {
    open: (tag) => {
      path = [...path.slice(0, tag.depth), tag.name];
      text = '';
      if (tag.name === 'vector' && path.includes('TitlesOfParts')) {
        prefix = tag.prefix;
        const source = xml.slice(tag.start, tag.end);
        const at = tag.start + source.indexOf('size=') + 'size='.length + 1;
        const size = tag.attributes['size'] ?? '';
        sizes.push({ text: size, start: at, end: at + size.length });
      }
    },
    text: (piece) => {
      text += piece;
    },
    close: (tag, start, end) => {
      if (tag.name === 'i4' && path.includes('HeadingPairs')) counts.push({ text, start: tag.end, end: start });
      if (tag.name === 'lpstr' && path.includes('TitlesOfParts')) titles.push({ text, start: tag.start, end });
      path = path.slice(0, tag.depth);
    },
  });
  const [count] = counts;
  const [size] = sizes;
  const last = titles[sheets.length - 1];
  const isUsual = count?.text === String(sheets.length) && sheets.every((name, index) => titles[index]?.text === name);
  if (!isUsual || size === undefined || last === undefined) return xml;
  const patches: Patch[] = [
    { start: count.start, end: count.end, text: String(sheets.length + 1) },
    { start: size.start, end: size.end, text: String(titles.length + 1) },
    { start: last.end, end: last.end, text: `<${prefix}lpstr>${escapeText(added)}</${prefix}lpstr>` },
  ];
  return applyPatches(xml, patches);
}
