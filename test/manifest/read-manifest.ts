import { readFileSync } from 'node:fs';
import { SaxesParser } from 'saxes';

/** An element of the manifest. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

interface Growing extends Element {
  readonly children: Growing[];
  text: string;
}

/** Reads manifest.xml; answers its root. */
export function readManifest(): Element {
  const document: Growing = { name: '', attributes: {}, children: [], text: '' };
  const open = [document];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element: Growing = { name, attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text.trim();
  });
  parser.on('closetag', () => open.pop());
  parser.write(readFileSync('manifest.xml', 'utf8')).close();
  const [root] = document.children;
  if (root === undefined) throw new Error('manifest.xml is empty');
  return root;
}

/** The element and all below it, in the document's order. */
export function elementsOf(element: Element): readonly Element[] {
  return [element, ...element.children.flatMap(elementsOf)];
}
