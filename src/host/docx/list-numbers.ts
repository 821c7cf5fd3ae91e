import { toChinese } from '../../workbook/chinese-number';
import { scanXml } from '../xlsx/xml';

/** Which list a paragraph belongs to, and how deep in it. */
export interface ListPlace {
  readonly list: string;
  readonly level: number;
}

/** Numbers the paragraphs of a document in their order: what Word prints before them, '' for a bullet. */
export type ListNumbers = (place: ListPlace) => string;

interface Level {
  start: number;
  format: string;
  /** `%1、`, `（%2）`: the number of each level in its place. */
  text: string;
}

interface List {
  abstract: string;
  /** The numbers at which its levels begin anew, where it is not to go on with the list before it. */
  readonly starts: Map<number, number>;
}

const FORMATS: Readonly<Record<string, (number: number) => string>> = {
  decimal: String,
  decimalZero: (number) => String(number).padStart(2, '0'),
  chineseCounting: toChinese,
  chineseCountingThousand: toChinese,
  japaneseCounting: toChinese,
  taiwaneseCountingThousand: toChinese,
  ideographTraditional: (number) => '甲乙丙丁戊己庚辛壬癸'.charAt(number - 1),
  decimalEnclosedCircleChinese: (number) => String.fromCodePoint(0x245f + number),
  decimalEnclosedCircle: (number) => String.fromCodePoint(0x245f + number),
};

/** Reads word/numbering.xml (ECMA-376 part 1, 17.9). */
export function listNumbers(xml: string): ListNumbers {
  const { levels, lists } = readNumbering(xml);
  const reached = new Map<string, number[]>();
  const begun = new Set<string>();
  return ({ list, level }) => {
    const own = lists.get(list);
    const formats = own === undefined ? undefined : levels.get(own.abstract);
    if (own === undefined || formats === undefined) return '';
    const numbers = reached.get(own.abstract) ?? [];
    const restart = begun.has(list) ? undefined : own.starts.get(level);
    begun.add(list);
    const first = restart ?? formats.get(level)?.start ?? 1;
    numbers[level] = restart !== undefined || numbers[level] === undefined ? first : (numbers[level] ?? 0) + 1;
    numbers.length = level + 1;
    reached.set(own.abstract, numbers);
    const { text = '', format: kind } = formats.get(level) ?? {};
    if (kind === undefined || !(kind in FORMATS)) return '';
    return text.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const format = FORMATS[formats.get(at)?.format ?? ''];
      return format === undefined ? '' : format(numbers[at] ?? formats.get(at)?.start ?? 1);
    });
  };
}

function readNumbering(xml: string) {
  const levels = new Map<string, Map<number, Level>>();
  const lists = new Map<string, List>();
  let abstract = new Map<number, Level>();
  let level: Level = { start: 1, format: '', text: '' };
  let list: List = { abstract: '', starts: new Map() };
  let override = 0;
  scanXml(xml, {
    open({ name, attributes }) {
      const value = attributes['w:val'] ?? '';
      if (name === 'abstractNum') {
        abstract = new Map();
        levels.set(attributes['w:abstractNumId'] ?? '', abstract);
      } else if (name === 'lvl') {
        level = { start: 1, format: 'decimal', text: '' };
        abstract.set(Number(attributes['w:ilvl'] ?? 0), level);
      } else if (name === 'start') level.start = Number(value);
      else if (name === 'numFmt') level.format = value;
      else if (name === 'lvlText') level.text = value;
      else if (name === 'num') {
        list = { abstract: '', starts: new Map() };
        lists.set(attributes['w:numId'] ?? '', list);
        abstract = new Map();
      } else if (name === 'abstractNumId') list.abstract = value;
      else if (name === 'lvlOverride') override = Number(attributes['w:ilvl'] ?? 0);
      else if (name === 'startOverride') list.starts.set(override, Number(value));
    },
  });
  return { levels, lists };
}
