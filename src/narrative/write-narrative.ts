import type { Accounts } from '../tables/accounts';
import { toChinese } from './chinese-number';
import { evaluationReport, reportTitle } from './evaluation-report';
import { gap, words, type Sentence } from './fact';
import { spanText, type Section } from './paragraph';
import type { PlannedParagraph } from './section';
import { SECTIONS, SENTENCES } from './sections';
import { compileStyle, type HouseStyle } from './style';
import hunan from './styles/hunan.json';
import { tellingOf, type Answers } from './telling';
import { StyleError } from './template';
import { write, type Wording } from './wording';

export interface NarrativeOptions {
  /** Whose words; Hunan's unless said otherwise. */
  readonly style?: HouseStyle;
  /** Digits of every percentage, rounded half up; 2 unless said otherwise. */
  readonly percentDigits?: 1 | 2;
  /** Whether the shares of one list are made to add up to exactly 100 %; not unless asked. */
  readonly closeShares?: boolean;
  /** Where the workbook does not say them or says them wrong. */
  readonly year?: number;
  readonly department?: string;
  /** Last year's accounts; ignored where they are of another year. */
  readonly lastYear?: Accounts;
  /** What the user filled in, by the key of the gap. */
  readonly answers?: Answers;
}

/** The words that the product ships with. */
export const HUNAN: HouseStyle = hunan;

/**
 * Writes 第三部分 情况说明 from the published tables and, after it, the 绩效自评报告 from the 绩效 tables: every number
 * knows its cells, directions and percentages come from the numbers, what the tables cannot know is a named gap, and a
 * table that is not there is one too. A workbook with only one kind of tables has only that text, one without any none. Throws a {@link StyleError} where the house style is not sound.
 */
export function writeNarrative(accounts: Accounts, options: NarrativeOptions = {}): readonly Section[] {
  const style = compileStyle(options.style ?? HUNAN, SENTENCES);
  const wording: Wording = {
    style,
    percentDigits: options.percentDigits ?? 2,
    closeShares: options.closeShares ?? false,
    common: commonFacts(accounts, options),
  };
  const told = (id: string): Section['paragraphs'] =>
    planSection(id, accounts, options).map(({ sentence, heading }) => ({
      spans: write(sentence, wording),
      ...(heading ? { heading: true } : {}),
    }));
  const sections = accounts.tables.length === 0 ? [] : style.sections;
  const report: Section = {
    id: evaluationReport.id,
    heading: write(reportTitle, wording).map(spanText).join(''),
    paragraphs: hasReport(accounts) ? told(evaluationReport.id) : [],
  };
  return [
    ...sections.map(({ id, heading }, index) => ({
      id,
      heading: `${toChinese(index + 1)}、${heading}`,
      paragraphs: told(id),
    })),
    ...(report.paragraphs.length === 0 ? [] : [report]),
  ];
}

/** A workbook with nothing but 基础数据 has no result to report. */
function hasReport({ overallEvaluation, projectEvaluations }: Accounts): boolean {
  return overallEvaluation !== null || projectEvaluations !== null;
}

function planSection(id: string, accounts: Accounts, options: NarrativeOptions): readonly PlannedParagraph[] {
  const section = [...SECTIONS, evaluationReport].find((candidate) => candidate.id === id);
  if (section === undefined) throw new StyleError(id, '没有这一节，请核对 sections 中的 id');
  return section.plan(accounts, tellingOf(accounts, lastYearOf(accounts, options), options.answers ?? {}));
}

function yearOf(accounts: Accounts, options: NarrativeOptions): number | null {
  return options.year ?? accounts.year;
}

/** Last year's accounts, null where there are none or they are of another year. */
export function lastYearOf(accounts: Accounts, options: NarrativeOptions): Accounts | null {
  const before = options.lastYear ?? null;
  const year = yearOf(accounts, options);
  return before === null || (year !== null && before.year !== null && before.year !== year - 1) ? null : before;
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
