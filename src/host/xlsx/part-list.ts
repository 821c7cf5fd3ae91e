import type { Parts } from './package';
import { readRelationships, relationshipsPart, textOf, withParts } from './relationships';
import { appendChild, applyPatches, escapeAttribute, scanXml, type Patch } from './xml';

const CONTENT_TYPES = '[Content_Types].xml';
const NO_LINKS =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>';

/** A part to be added, with what tells the rest of the file about it. */
export interface NewPart {
  readonly name: string;
  readonly xml: string;
  readonly contentType: string;
  /** The part that points to it. */
  readonly from: string;
  /** The full type of that relationship. */
  readonly relationship: string;
}

/** The parts with one more, linked and typed; and the id of the link. */
export function withNewPart(parts: Parts, part: NewPart): { readonly parts: Parts; readonly id: string } {
  const links = relationshipsPart(part.from);
  const numbers = readRelationships(parts, part.from).map(({ id }) => Number(/\d+$/.exec(id)?.[0] ?? 0));
  const id = `rId${Math.max(0, ...numbers) + 1}`;
  const types = textOf(parts, CONTENT_TYPES) ?? '';
  const folder = part.from.slice(0, part.from.lastIndexOf('/') + 1);
  const target = part.name.startsWith(folder) ? part.name.slice(folder.length) : `/${part.name}`;
  const link = `Id="${id}" Type="${part.relationship}" Target="${escapeAttribute(target)}"`;
  const added = withParts(parts, {
    [part.name]: part.xml,
    [links]: appendElement(textOf(parts, links) ?? NO_LINKS, 'Relationships', `Relationship ${link}`),
    [CONTENT_TYPES]: appendElement(
      types,
      'Types',
      `Override PartName="${escapeAttribute(`/${part.name}`)}" ContentType="${part.contentType}"`,
    ),
  });
  return { parts: added, id };
}

/** The parts without one of them, without what led to it, and without what only it led to. */
export function withoutPart(parts: Parts, name: string): Parts {
  const left = withoutLinks(withParts(withoutRelationships(parts, name), { [name]: null }), name);
  return withoutElements(left, CONTENT_TYPES, 'Override', ({ PartName }) => PartName === `/${name}`);
}

/** The parts without the relationships of one of them and without what only they led to. */
export function withoutRelationships(parts: Parts, name: string): Parts {
  const targets = readRelationships(parts, name).map(({ target }) => target);
  let left = withParts(parts, { [relationshipsPart(name)]: null });
  for (const target of targets) {
    if (left.has(target) && !isLinked(left, target)) left = withoutPart(left, target);
  }
  return left;
}

/** The parts that have relationships, as the names of their relationship parts tell. */
function linkingParts(parts: Parts): string[] {
  return [...parts.keys()].flatMap((name) => {
    const match = /^(.*)_rels\/([^/]*)\.rels$/.exec(name);
    return match === null ? [] : [`${match[1] ?? ''}${match[2] ?? ''}`];
  });
}

function isLinked(parts: Parts, name: string): boolean {
  return linkingParts(parts).some((from) => readRelationships(parts, from).some(({ target }) => target === name));
}

function withoutLinks(parts: Parts, name: string): Parts {
  let left = parts;
  for (const from of linkingParts(parts)) {
    const ids = readRelationships(parts, from).flatMap(({ id, target }) => (target === name ? [id] : []));
    if (ids.length === 0) continue;
    left = withoutElements(left, relationshipsPart(from), 'Relationship', ({ Id }) => ids.includes(Id ?? ''));
  }
  return left;
}

function withoutElements(
  parts: Parts,
  part: string,
  element: string,
  isUnwanted: (attributes: Readonly<Record<string, string>>) => boolean,
): Parts {
  const xml = textOf(parts, part);
  if (xml === undefined) return parts;
  const patches: Patch[] = [];
  scanXml(xml, {
    close: ({ name, attributes, start }, _, end) => {
      if (name === element && isUnwanted(attributes)) patches.push({ start, end, text: '' });
    },
  });
  return patches.length === 0 ? parts : withParts(parts, { [part]: applyPatches(xml, patches) });
}

/** An empty element put at the end of the root, with the root's prefix. */
function appendElement(xml: string, root: string, element: string): string {
  let prefix = '';
  scanXml(xml, {
    open: (tag) => {
      if (tag.depth === 0) prefix = tag.prefix;
    },
  });
  return appendChild(xml, root, 0, `<${prefix}${element}/>`);
}

/** The first numbered name with this stem that no part has. */
export function unusedName(parts: Parts, stem: string): string {
  const taken = new Set([...parts.keys()].map((name) => name.toLowerCase()));
  let number = 1;
  while (taken.has(`${stem}${number}.xml`.toLowerCase())) number += 1;
  return `${stem}${number}.xml`;
}

/** What comes before the last word of the types of a part's relationships: the two editions of the standard differ. */
export function relationshipBase(parts: Parts, part: string): string {
  const type = readRelationships(parts, part).find(({ kind }) => kind === 'worksheet')?.type;
  return (type ?? 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/').replace(/worksheet$/, '');
}
