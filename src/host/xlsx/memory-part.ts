import { memoryOf, memoryXml } from '../memory-xml';
import type { Book } from './book';
import type { Parts } from './package';
import { relationshipBase, unusedName, withNewPart, withoutPart } from './part-list';
import { readRelationships, textOf, withParts } from './relationships';

const XML_TYPE = 'application/xml';
const PROPERTIES_TYPE = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml';
/** By which Office tells this custom XML part from others. */
const ITEM_ID = '{6B1D2C52-7A0E-4C0B-9D5F-2E4A8F3C9A17}';
const PROPERTIES =
  '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n' +
  `<ds:datastoreItem ds:itemID="${ITEM_ID}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>`;

/** What the workbook keeps of ours, nothing where it keeps none. */
export function readMemoryPart({ parts, workbookPart }: Book): { readonly memory?: string } {
  const name = memoryPart(parts, workbookPart);
  const memory = name === null ? undefined : memoryOf(textOf(parts, name) ?? '');
  return memory === undefined ? {} : { memory };
}

/** The parts of a book with a memory in the place of its own, or without one. */
export function withMemory({ parts, workbookPart }: Book, memory: string | null): Parts {
  const name = memoryPart(parts, workbookPart);
  if (memory === null) return name === null ? parts : withoutPart(parts, name);
  if (name !== null) return withParts(parts, { [name]: memoryXml(memory) });
  const item = unusedName(parts, 'customXml/item');
  const base = relationshipBase(parts, workbookPart);
  const added = withNewPart(parts, {
    name: item,
    xml: memoryXml(memory),
    contentType: XML_TYPE,
    from: workbookPart,
    relationship: `${base}customXml`,
  });
  return withNewPart(added.parts, {
    name: unusedName(parts, 'customXml/itemProps'),
    xml: PROPERTIES,
    contentType: PROPERTIES_TYPE,
    from: item,
    relationship: `${base}customXmlProps`,
  }).parts;
}

function memoryPart(parts: Parts, workbookPart: string): string | null {
  const targets = readRelationships(parts, workbookPart).filter(({ kind }) => kind === 'customXml');
  return targets.find(({ target }) => memoryOf(readable(parts, target)) !== undefined)?.target ?? null;
}

/** A part of another program's may be in another encoding: then it is none of ours. */
function readable(parts: Parts, name: string): string {
  try {
    return textOf(parts, name) ?? '';
  } catch {
    return '';
  }
}
