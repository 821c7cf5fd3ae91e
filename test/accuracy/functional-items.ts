import functionalNames from '../../src/tables/functional-codes.json';
import { CLASSES } from '../sample/codes';
import type { Sampler } from './sampler';

const LISTED: Readonly<Record<string, string>> = functionalNames;
const CLASS_NAMES = new Map(CLASSES);

/** Classes that any department may spend from the general public budget. */
const GENERAL = CLASSES.map(([code]) => code).filter((code) => !['223', '229', '231', '232', '234'].includes(code));
/** Classes that nearly every department has beside its own. */
const COMMON = ['208', '210', '221'];
const MOST_CLASSES = 8;
const SECTIONS_A_CLASS = 4;

/** Items whose amount is an economic section of the basic expenditure as well. */
export const PINNED: Readonly<Record<string, string>> = { '2080505': '30108', '2080506': '30109', '2210201': '30113' };

export const GOVERNMENT_FUND_ITEMS = ['2120801', '2120803', '2120899', '2121301', '2296002', '2296003'] as const;
export const STATE_CAPITAL_ITEMS = ['2230105', '2230107', '2230201', '2239999'] as const;

/** A name for a code: the classification's own where it is known, else an invented one. */
export function nameOf(code: string): string {
  const listed = LISTED[code] ?? CLASS_NAMES.get(code);
  if (listed !== undefined) return listed;
  const own = code.slice(-2);
  if (code.length === 5) return `${nameOf(code.slice(0, 3)).replace(/支出$/, '')}事务${own}`;
  const usual: Readonly<Record<string, string>> = { '01': '行政运行', '02': '一般行政管理事务' };
  const section = nameOf(code.slice(0, 5)).replace(/支出$/, '');
  const other = section.startsWith('其他') ? section : `其他${section}`;
  return usual[own] ?? (own === '99' ? `${other}支出` : `${section}专项${own}`);
}

/** Sections of 城乡社区支出 below this one are paid from government funds. */
const FIRST_COMMUNITY_SECTION = 14;

const twoDigits = (number: number): string => String(number).padStart(2, '0');

function sectionIn(sample: Sampler, code: string): string {
  return `${code}${twoDigits(sample.whole(code === '212' ? FIRST_COMMUNITY_SECTION : 1, 40))}`;
}

export interface FunctionalItems {
  /** The item that keeps the department going. */
  readonly running: string;
  /** Seven-digit codes of one to eight classes, in order. */
  readonly codes: readonly string[];
}

/** Makes up the codes a department spends its general public budget on. */
export function functionalItems(sample: Sampler, count: number): FunctionalItems {
  const own = sample.pick(GENERAL.filter((code) => !COMMON.includes(code)));
  const classes = [own];
  const wanted = sample.whole(1, Math.min(MOST_CLASSES, count));
  while (classes.length < wanted) {
    const left = (codes: readonly string[]): string[] => codes.filter((code) => !classes.includes(code));
    const common = left(COMMON);
    classes.push(sample.pick(common.length > 0 && sample.chance(0.6) ? common : left(GENERAL)));
  }
  const codes = new Set(Object.keys(PINNED).filter((code) => classes.includes(code.slice(0, 3)) && sample.chance(0.8)));
  const running = `${sectionIn(sample, own)}01`;
  codes.add(running);
  const sections = new Map(
    classes.map((code) => [
      code,
      Array.from({ length: sample.whole(1, SECTIONS_A_CLASS) }, () => sectionIn(sample, code)),
    ]),
  );
  for (const code of classes) codes.add(`${sample.pick(sections.get(code) ?? [])}${twoDigits(sample.whole(2, 12))}`);
  while (codes.size < count) {
    const section = sample.pick(sections.get(sample.pick(classes)) ?? []);
    codes.add(`${section}${sample.chance(0.2) ? '99' : twoDigits(sample.whole(1, 98))}`);
  }
  return { running, codes: [...codes].sort() };
}
