import { SaxesParser } from 'saxes';
import { invalidArgument, itemNotFound } from './faults';
import { newId, type BookState, type XmlPartState } from './model';
import { asText, type Remote } from './remote';
import type { Json } from './wire';

/** `workbook.customXmlParts`: XML that lives with the workbook and is shown nowhere. */
export function xmlPartsRemote(book: BookState): Remote {
  return {
    type: 'CustomXmlPartCollection',
    item: (key) => partRemote(book, partByKey(book, key)),
    make: {
      Add: (xml) => {
        const part = { id: newId(), xml: wellFormed(xml) };
        book.xmlParts.push(part);
        return partRemote(book, part);
      },
      GetByNamespace: (namespace) => {
        const wanted = `xmlns="${asText(namespace, 'namespaceUri')}"`;
        const found = (): XmlPartState[] => book.xmlParts.filter(({ xml }) => xml.includes(wanted));
        return {
          type: 'CustomXmlPartScopedCollection',
          items: () => found().map((part) => partRemote(book, part)),
          item: (key) => partRemote(book, partByKey(book, key)),
        };
      },
    },
  };
}

function partRemote(book: BookState, part: XmlPartState): Remote {
  return {
    type: 'CustomXmlPart',
    id: part.id,
    get: { Id: () => part.id },
    ask: { GetXml: () => part.xml },
    call: {
      Delete: () => {
        book.xmlParts.splice(book.xmlParts.indexOf(partByKey(book, part.id)), 1);
      },
      SetXml: (xml) => {
        part.xml = wellFormed(xml);
      },
    },
  };
}

function partByKey(book: BookState, key: Json): XmlPartState {
  const part = book.xmlParts.find(({ id }) => id === key);
  if (part === undefined) throw itemNotFound(`custom XML part ${String(key)}`);
  return part;
}

/** Excel takes nothing that its XML parser refuses. */
function wellFormed(xml: Json | undefined): string {
  const text = asText(xml, 'xml');
  try {
    new SaxesParser().write(text).close();
  } catch {
    throw invalidArgument('xml');
  }
  return text;
}
