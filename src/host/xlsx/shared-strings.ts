import { scanXml, unescapeText } from './xml';

/** The texts that cells refer to by number; rich text without its formats, phonetic guides left out. */
export function readSharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let inGuide = false;
  scanXml(xml, {
    open: ({ name }) => {
      if (name === 'si') text = '';
      else if (name === 't') inText = true;
      else if (name === 'rPh') inGuide = true;
    },
    text: (piece) => {
      if (inText && !inGuide) text += piece;
    },
    close: ({ name }) => {
      if (name === 'si') strings.push(unescapeText(text));
      else if (name === 't') inText = false;
      else if (name === 'rPh') inGuide = false;
    },
  });
  return strings;
}
