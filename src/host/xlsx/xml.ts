import { SaxesParser } from 'saxes';

/** The start tag of an element, with where it stands in the source. */
export interface Tag {
  /** Without its namespace prefix. */
  readonly name: string;
  /** With its colon, '' where there is none. */
  readonly prefix: string;
  /** By name as written, prefix included. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly start: number;
  readonly end: number;
  /** `<a/>`: one tag opens and closes the element. */
  readonly selfClosing: boolean;
  /** How many elements it stands in; 0 for the root. */
  readonly depth: number;
}

/** What happens on the way through a document; positions are offsets in the source. */
export interface XmlListener {
  readonly open?: (tag: Tag) => void;
  /** Text and CDATA, entities resolved; may come in pieces. */
  readonly text?: (text: string) => void;
  /** `start` is where the end tag begins; `start` and `end` are those of the start tag where that closes itself. */
  readonly close?: (tag: Tag, start: number, end: number) => void;
}

/** Goes through an XML document once. Throws where it is not well-formed; entities of a DTD are not resolved. */
export function scanXml(xml: string, listener: XmlListener): void {
  const parser = new SaxesParser({ xmlns: false });
  const ancestors: Tag[] = [];
  const tagStart = (): number => xml.lastIndexOf('<', parser.position - 1);
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => {
    const colon = name.indexOf(':') + 1;
    const tag: Tag = {
      name: name.slice(colon),
      prefix: name.slice(0, colon),
      attributes,
      start: tagStart(),
      end: parser.position,
      selfClosing: isSelfClosing,
      depth: ancestors.length,
    };
    ancestors.push(tag);
    listener.open?.(tag);
  });
  parser.on('closetag', () => {
    const tag = ancestors.pop();
    if (tag !== undefined) listener.close?.(tag, tagStart(), parser.position);
  });
  if (listener.text !== undefined) {
    parser.on('text', listener.text);
    parser.on('cdata', listener.text);
  }
  parser.write(xml).close();
}

/** One stretch of a source to be replaced; an insertion where `start` is `end`. */
export interface Patch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The source with each stretch replaced; all that lies between stays as it is. Patches do not overlap. */
export function applyPatches(source: string, patches: readonly Patch[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end, text } of [...patches].sort((a, b) => a.start - b.start || a.end - b.end)) {
    pieces.push(source.slice(from, start), text);
    from = end;
  }
  return pieces.join('') + source.slice(from);
}

/** Whether an attribute stands for true: `1`, `true` or `on`. */
export function isTrue(attribute: string | undefined): boolean {
  return attribute === '1' || attribute === 'true' || attribute === 'on';
}

/** The `r:id` of an element, whatever the prefix; '' where there is none. */
export function relationshipId({ attributes }: Tag): string {
  const name = Object.keys(attributes).find((key) => key.endsWith(':id'));
  return name === undefined ? '' : (attributes[name] ?? '');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** A value as it stands between double quotes in a tag. */
export function escapeAttribute(value: string): string {
  return value.replace(/[&<>"\n\t]/g, (character) => ENTITIES[character] ?? character);
}

/** A cell's text as it stands in XML: what XML cannot hold as `_x000B_` (ECMA-376, ST_Xstring). */
export function escapeText(value: string): string {
  return value
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, (character) => {
      return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
    })
    .replace(/[&<>]/g, (character) => ENTITIES[character] ?? character);
}

/** The text that was meant by `_x000D_` and its like. */
export function unescapeText(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** A tag's source with one attribute set, or taken out where the value is null; its other bytes stay. */
export function withAttribute(tag: string, name: string, value: string | null): string {
  const found = findAttribute(tag, name);
  if (value === null) return found === undefined ? tag : tag.slice(0, found.before) + tag.slice(found.end);
  if (found !== undefined) return `${tag.slice(0, found.value)}${escapeAttribute(value)}${tag.slice(found.end - 1)}`;
  const end = tag.endsWith('/>') ? tag.length - 2 : tag.length - 1;
  const head = tag.slice(0, end).trimEnd();
  return `${head} ${name}="${escapeAttribute(value)}"${tag.slice(head.length)}`;
}

/** Where an attribute's white space, its value and its closing quote's far side are, in a well-formed tag. */
function findAttribute(tag: string, name: string): { before: number; value: number; end: number } | undefined {
  const isSpace = (at: number): boolean => ' \t\r\n'.includes(tag.charAt(at));
  let at = 1;
  while (at < tag.length && !isSpace(at)) at += 1;
  while (at < tag.length) {
    const before = at;
    while (isSpace(at) && at < tag.length) at += 1;
    const equals = tag.indexOf('=', at);
    if (equals < 0) return undefined;
    let quote = equals + 1;
    while (isSpace(quote)) quote += 1;
    const end = tag.indexOf(tag.charAt(quote), quote + 1) + 1;
    if (tag.slice(at, equals).trimEnd() === name) return { before, value: quote + 1, end };
    at = end;
  }
  return undefined;
}

/** A document with XML put in before the end tag of the first element of that name and depth. */
export function appendChild(xml: string, name: string, depth: number, child: string): string {
  const patches: Patch[] = [];
  scanXml(xml, {
    close: (tag, start, end) => {
      if (tag.name !== name || tag.depth !== depth || patches.length > 0) return;
      const text = tag.selfClosing ? `${opened(xml.slice(tag.start, tag.end))}${child}</${tag.prefix}${name}>` : child;
      patches.push({ start, end: tag.selfClosing ? end : start, text });
    },
  });
  return applyPatches(xml, patches);
}

/** A start tag that no longer closes itself. */
export function opened(tag: string): string {
  return tag.endsWith('/>') ? `${tag.slice(0, -2)}>` : tag;
}

/** A start tag that closes itself. */
export function selfClosed(tag: string): string {
  return tag.endsWith('/>') ? tag : `${tag.slice(0, -1)}/>`;
}
