import { SECTIONS, SENTENCES } from './sections';
import { compileStyle, type HouseStyle, type StyleGroup, type StyleSection, type Term, type Vocabulary } from './style';
import hunan from './styles/hunan.json';
import shanghai from './styles/shanghai.json';
import { StyleError } from './template';

/** The words of Hunan's form: fourteen sections. */
export const HUNAN: HouseStyle = hunan;
/** The words of Shanghai's form: ten sections, the eleventh of three parts. */
export const SHANGHAI: HouseStyle = shanghai;

/** The styles that ship. */
export const HOUSE_STYLES: readonly HouseStyle[] = [HUNAN, SHANGHAI];

/** Every sentence and section that a style can word. */
export const VOCABULARY: Vocabulary = { sentences: SENTENCES, sections: SECTIONS.map(({ id }) => id) };

/** A style as a template file: to be copied, edited and loaded again. */
export function styleFile(style: HouseStyle): string {
  return `${JSON.stringify(style, null, 2)}\n`;
}

/** Reads a template file. Throws a {@link StyleError} that says all that is wrong with it and where. */
export function readStyleFile(text: string): HouseStyle {
  const style = styleIn(parseJson(text));
  compileStyle(style, VOCABULARY);
  return style;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    const place = error instanceof SyntaxError ? lineOf(text, error.message) : '';
    throw new StyleError([`模板文件不是有效的 JSON${place}。请检查逗号、引号和括号是否齐全、是否为半角。`]);
  }
}

/** Where the file breaks off, as far as the engine says so. */
function lineOf(text: string, message: string): string {
  const line = /line (\d+)/.exec(message)?.[1];
  if (line !== undefined) return `（第 ${line} 行）`;
  const position = /position (\d+)/.exec(message)?.[1];
  return position === undefined ? '' : `（第 ${text.slice(0, Number(position)).split('\n').length} 行）`;
}

type Json = Readonly<Record<string, unknown>>;

/** Checks the shape of what a file holds, and takes from it what a style is made of. */
function styleIn(held: unknown): HouseStyle {
  const problems: string[] = [];
  const fail = (where: string, expected: string): void => void problems.push(`模板文件的 ${where} 应为${expected}。`);
  const object = (value: unknown, where: string): Json => {
    if (isObject(value)) return value;
    fail(where, '{ } 括起的对象');
    return {};
  };
  const words = (value: unknown, where: string): string => {
    if (typeof value === 'string' && value.trim() !== '') return value;
    fail(where, '文字');
    return '';
  };
  const list = (value: unknown, where: string): readonly unknown[] => {
    if (Array.isArray(value)) return value;
    fail(where, '[ ] 括起的列表');
    return [];
  };
  const sectionIn = (value: unknown, where: string): StyleSection => {
    const { id, heading } = object(value, where);
    return { id: words(id, `${where}.id`), heading: words(heading, `${where}.heading`) };
  };
  const entryIn = (value: unknown, where: string): StyleSection | StyleGroup => {
    const { heading, parts } = object(value, where);
    if (parts === undefined) return sectionIn(value, where);
    const inner = list(parts, `${where}.parts`).map((part, index) => sectionIn(part, `${where}.parts[${index}]`));
    return { heading: words(heading, `${where}.heading`), parts: inner };
  };
  const termIn = (value: unknown, where: string): Term => {
    const { name, text, also = [] } = object(value, where);
    return {
      name: words(name, `${where}.name`),
      text: words(text, `${where}.text`),
      also: list(also, `${where}.also`).map((one, index) => words(one, `${where}.also[${index}]`)),
    };
  };
  const { name, sections, sentences, glossary = [] } = object(held, '最外层');
  const style = {
    name: words(name, 'name'),
    sections: list(sections, 'sections').map((entry, index) => entryIn(entry, `sections[${index}]`)),
    sentences: Object.fromEntries(
      Object.entries(object(sentences, 'sentences')).map(([key, text]) => [key, words(text, `sentences["${key}"]`)]),
    ),
    glossary: list(glossary, 'glossary').map((term, index) => termIn(term, `glossary[${index}]`)),
  };
  if (problems.length > 0) throw new StyleError(problems);
  return style;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
