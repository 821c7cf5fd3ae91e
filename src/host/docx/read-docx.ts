import { HostError } from '../host-error';
import { assertSize, unpack, type Parts } from '../xlsx/package';
import { readRelationships, textOf } from '../xlsx/relationships';
import { scanXml } from '../xlsx/xml';
import { listNumbers, type ListPlace } from './list-numbers';

/** What is no part of the text as it stands: what was deleted or moved away, a drawing told twice, tables. */
const LEFT_OUT: ReadonlySet<string> = new Set(['del', 'moveFrom', 'Fallback', 'tbl', 'pPrChange', 'rPrChange']);
const SPACES: Readonly<Record<string, string>> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' };

interface OpenParagraph {
  text: string;
  list: string | null;
  level: number;
  style: string;
  /** A line of a table of contents. */
  contents: boolean;
}

/** What a paragraph style says of lists. */
interface Style {
  name: string;
  list: string | null;
  level: number;
}

/**
 * The paragraphs of a .docx as Word prints them, automatic numbers included; tables, tables of contents and what is
 * blank left out. A line break within a paragraph ends it. Throws `empty`, `too-large` or `not-word`.
 */
export function readDocx(bytes: Uint8Array, name: string): readonly string[] {
  assertSize(bytes, name);
  try {
    return paragraphsOf(unpack(bytes, name));
  } catch (error) {
    if (error instanceof HostError && error.fault === 'too-large') throw error;
    throw new HostError('not-word', name, { cause: error });
  }
}

/**
 * The paragraphs of a text file: of a .txt in UTF-8 its lines without rows of tables, which hold tabs; of any other as of
 * a .docx. Throws as {@link readDocx}.
 */
export function readParagraphs(bytes: Uint8Array, name: string): readonly string[] {
  if (!/\.txt$/i.test(name)) return readDocx(bytes, name);
  assertSize(bytes, name);
  return new TextDecoder('utf-8').decode(bytes).split(/\r\n?|\n/).filter((line) => !/^\s*$|\S\s*\t/.test(line));
}

function paragraphsOf(parts: Parts): readonly string[] {
  const main = readRelationships(parts, '').find(({ kind }) => kind === 'officeDocument')?.target ?? '';
  const xml = textOf(parts, main);
  if (xml === undefined) throw new RangeError('no main document');
  const links = readRelationships(parts, main);
  const linked = (kind: string): string => textOf(parts, links.find((link) => link.kind === kind)?.target ?? '') ?? '';
  const styles = stylesOf(linked('styles'));
  const numbering = linked('numbering');
  const numberOf = numbering === '' ? () => '' : listNumbers(numbering);
  return openParagraphs(xml).flatMap((paragraph) => {
    const style = styles.get(paragraph.style);
    const place = listPlace(paragraph, style);
    const number = place === null ? '' : numberOf(place);
    const isContents = paragraph.contents || /^toc\b/i.test(style?.name ?? '');
    return isContents || paragraph.text.trim() === ''
      ? []
      : `${number}${paragraph.text}`.split('\n').filter((line) => line.trim() !== '');
  });
}

function listPlace({ list, level }: OpenParagraph, style: Style | undefined): ListPlace | null {
  const own = list ?? style?.list ?? null;
  return own === null || own === '0' ? null : { list: own, level: list === null ? (style?.level ?? 0) : level };
}

function openParagraphs(xml: string): readonly OpenParagraph[] {
  const done: OpenParagraph[] = [];
  const open: OpenParagraph[] = [];
  let leftOut = 0;
  let inside: 't' | 'instrText' | null = null;
  scanXml(xml, {
    open({ name, prefix, attributes }) {
      if (LEFT_OUT.has(name)) leftOut += 1;
      if (leftOut > 0 || (prefix !== 'w:' && prefix !== '')) return;
      const current = open.at(-1);
      const value = attributes['w:val'] ?? '';
      if (name === 'p') open.push({ text: '', list: null, level: 0, style: '', contents: false });
      else if (current === undefined) return;
      else if (name === 't' || name === 'instrText') inside = name;
      else if (name === 'pStyle') current.style = value;
      else if (name === 'numId') current.list = value;
      else if (name === 'ilvl') current.level = Number(value);
      else current.text += SPACES[name] ?? '';
    },
    text(text) {
      const current = open.at(-1);
      if (leftOut > 0 || current === undefined) return;
      if (inside === 't') current.text += text;
      if (inside === 'instrText' && /\b(?:PAGEREF|TOC)\b/.test(text)) current.contents = true;
    },
    close({ name, prefix }) {
      if (leftOut === 0 && prefix === 'w:') {
        if (name === 't' || name === 'instrText') inside = null;
        if (name === 'p') done.push(...open.splice(-1));
      }
      if (LEFT_OUT.has(name)) leftOut -= 1;
    },
  });
  return done;
}

function stylesOf(xml: string): ReadonlyMap<string, Style> {
  const styles = new Map<string, Style>();
  if (xml === '') return styles;
  let style: Style | null = null;
  scanXml(xml, {
    open({ name, attributes }) {
      const value = attributes['w:val'] ?? '';
      if (name === 'style') {
        style = { name: '', list: null, level: 0 };
        styles.set(attributes['w:styleId'] ?? '', style);
      } else if (style === null) return;
      else if (name === 'name') style.name = value;
      else if (name === 'numId') style.list = value;
      else if (name === 'ilvl') style.level = Number(value);
    },
    close({ name }) {
      if (name === 'style') style = null;
    },
  });
  return styles;
}
