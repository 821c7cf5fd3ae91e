import type { Accounts } from '../tables/accounts';
import { toChinese } from '../workbook/chinese-number';
import { evaluationReport, reportTitle } from './evaluation-report';
import { gap, words, type Sentence } from './fact';
import { spanText, type Section } from './paragraph';
import type { PlannedParagraph } from './section';
import type { InitialBudget } from '../tables/initial-budget';
import { glossaryOf } from './glossary';
import { HUNAN, VOCABULARY } from './house-styles';
import type { Rounding } from './measure';
import { SECTIONS } from './sections';
import { compileStyle, type HouseStyle, type StyleSection } from './style';
import { tellingOf, type Answers, type Telling } from './telling';
import { write, type Wording } from './wording';

/** What an office decides once, for every sentence. */
export interface NarrativeChoices {
  /** Whose words; Hunan's unless said otherwise. */
  readonly style?: HouseStyle;
  /** Digits of every percentage; 2 unless said otherwise. */
  readonly percentDigits?: 1 | 2;
  /** How percentages are rounded; half up unless said otherwise. */
  readonly rounding?: Rounding;
  /** Whether the shares of one list are made to add up to exactly 100 %; not unless asked. */
  readonly closeShares?: boolean;
}

export interface NarrativeOptions extends NarrativeChoices {
  /** Where the workbook does not say them or says them wrong. */
  readonly year?: number;
  readonly department?: string;
  /** Last year's accounts; ignored where they are of another year. */
  readonly lastYear?: Accounts;
  /** 年初预算 by item, from the 部门预算 workbook of the same year. */
  readonly budget?: InitialBudget;
  /** What the user filled in, by the key of the gap. */
  readonly answers?: Answers;
}

/**
 * Writes 第三部分 情况说明 from the published tables, 名词解释 with the terms that occur and, after them, the 绩效自评报告 from
 * the 绩效 tables: every number knows its cells, directions and percentages come from the numbers, what the tables
 * cannot know is a named gap, and a table that is not there is one too. A workbook with only one kind of tables has only
 * that text, one without any none. Throws a {@link StyleError} where the house style is not sound.
 */
export function writeNarrative(accounts: Accounts, options: NarrativeOptions = {}): readonly Section[] {
  const style = compileStyle(options.style ?? HUNAN, VOCABULARY);
  const wording: Wording = {
    style,
    percentDigits: options.percentDigits ?? 2,
    rounding: options.rounding ?? 'half-up',
    closeShares: options.closeShares ?? false,
    common: commonFacts(accounts, options),
  };
  const told = ({ id, heading }: StyleSection, numbering: string): Section => ({
    id,
    heading: `${numbering}${heading}`,
    paragraphs: keyed(planSection(id, accounts, options)).map(({ key, sentence, heading: isHeading }) => ({
      key,
      spans: write(sentence, wording),
      ...(isHeading ? { heading: true } : {}),
    })),
  });
  const entries = accounts.tables.length === 0 ? [] : style.sections;
  const sections = entries.flatMap((entry, index): readonly Section[] => {
    const numbering = toChinese(index + 1);
    if (!('parts' in entry)) return [told(entry, `${numbering}、`)];
    return [
      { id: `group/${index + 1}`, heading: `${numbering}、${entry.heading}`, paragraphs: [] },
      ...entry.parts.map((part, inner) => ({ ...told(part, `（${toChinese(inner + 1)}）`), inner: true as const })),
    ];
  });
  const title = write(reportTitle(accounts), wording).map(spanText).join('');
  const report = hasReport(accounts) ? [told({ id: evaluationReport.id, heading: title }, '')] : [];
  return [...sections, ...glossaryOf(style.glossary, sections, accounts), ...report];
}

/** A workbook with nothing but 基础数据 has no result to report. */
function hasReport({ overallEvaluation, projectEvaluations }: Accounts): boolean {
  return overallEvaluation !== null || projectEvaluations !== null;
}

/** What a paragraph is about names it; the others are counted. */
function keyed(planned: readonly PlannedParagraph[]): readonly (PlannedParagraph & { readonly key: string })[] {
  let count = 0;
  return planned.map((paragraph) => ({ ...paragraph, key: paragraph.about ?? String((count += 1)) }));
}

function planSection(id: string, accounts: Accounts, options: NarrativeOptions): readonly PlannedParagraph[] {
  const section = [...SECTIONS, evaluationReport].find((candidate) => candidate.id === id);
  return section?.plan(accounts, tellingFor(accounts, options)) ?? [];
}

/** What a narrative may know beyond the tables, as its options give it. */
export function tellingFor(accounts: Accounts, options: NarrativeOptions): Telling {
  return tellingOf(accounts, lastYearOf(accounts, options), options.answers ?? {}, budgetOf(accounts, options));
}

function yearOf(accounts: Accounts, options: NarrativeOptions): number | null {
  return options.year ?? accounts.year;
}

/** Last year's accounts, null where there are none or they are of another year. */
function lastYearOf(accounts: Accounts, options: NarrativeOptions): Accounts | null {
  const before = options.lastYear ?? null;
  const year = yearOf(accounts, options);
  return before === null || (year !== null && before.year !== null && before.year !== year - 1) ? null : before;
}

/** The initial budget, null where there is none or it is of another year. */
function budgetOf(accounts: Accounts, options: NarrativeOptions): InitialBudget | null {
  const budget = options.budget ?? null;
  const year = yearOf(accounts, options);
  return budget === null || (year !== null && budget.year !== null && budget.year !== year) ? null : budget;
}

function commonFacts(accounts: Accounts, options: NarrativeOptions): Sentence['facts'] {
  const year = yearOf(accounts, options);
  const department = options.department ?? accounts.department;
  return {
    year: year === null ? gap('年度') : words(String(year)),
    lastYear: year === null ? gap('上年度') : words(String(year - 1)),
    department: department === null ? null : words(department),
  };
}
