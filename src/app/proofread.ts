import type Decimal from 'decimal.js';
import { formatA1, formatCell, type CellRef } from '../workbook/address';
import type { CellEdit } from '../workbook/edit';
import { changedWords } from '../workbook/changed-words';
import { withEdits } from '../workbook/with-edits';
import type { SheetSnapshot, WorkbookSnapshot } from '../workbook/snapshot';
import type { Finding, Skipped } from '../check/finding';
import type { Unbound } from '../narrative/proofread/bind';
import type { TextDocument } from '../narrative/proofread/document';
import { corrected, type TextProblem } from '../narrative/proofread/problem';
import { proofread, type Proofreading } from '../narrative/proofread/proofread';
import type { Doubts } from '../narrative/proofread/reference';
import type { Confirmed } from '../narrative/proofread/verify';
import { toCellNumber } from '../money/figure';
import { run } from '../check/run';
import type { Group } from '../repair/localise';
import { RULES } from '../rules/registry';
import { diagnose } from './diagnose';
import type { Accounts } from '../tables/accounts';
import { byCell } from './by-cell';
import type { Examination } from './check';
import { finding } from './findings';
import { accountsOf } from './own-sheets';
import { sourcesOf } from './supplement';
import { withoutTables } from './texts';

/** A paragraph of a sheet: a line of a cell's text. */
interface Line {
  readonly cell: CellRef;
  /** What the cell holds as a whole, and where in it the line begins. */
  readonly held: string;
  readonly offset: number;
  readonly text: string;
}

/** A document whose passages know their cells, where it is a sheet; null for a text beside the workbook. */
interface Source {
  readonly document: TextDocument;
  readonly lines: readonly Line[] | null;
}

/** What is known of a workbook's tables when its paragraphs are proofread. */
export interface TextReading {
  /** What was found in the tables. */
  readonly inTables?: readonly Finding[];
  /** The explanations of what is wrong in them. */
  readonly groups?: readonly Group[];
  /** Judges amounts that need not be those of a table as if they quoted it. */
  readonly quoting?: boolean;
}

/** What was found in the paragraphs of a workbook. */
export interface ProofreadTexts {
  readonly findings: readonly Finding[];
  readonly skipped: readonly Skipped[];
}

/**
 * Checks the paragraphs of a workbook's text sheets, and of texts beside it, against the tables as they will be once
 * what is determined in `inTables` is put right. Other cells that it accuses are not relied upon, unless the paragraphs
 * say which of the `groups`' explanations is the right one.
 */
export function proofreadTexts(
  examination: Examination,
  { inTables = [], groups = [], quoting = false }: TextReading = {},
): ProofreadTexts {
  const { workbook, accounts, texts } = examination;
  const sources = [...textSheetsOf(workbook, accounts), ...texts.map((text) => ({ document: withoutTables(text), lines: null }))];
  if (sources.length === 0) return { findings: [], skipped: [] };
  const errors = inTables.filter(({ severity }) => severity === 'error');
  const edits = errors.flatMap(({ fix }) => fix ?? []);
  const accused = errors.filter(({ rule }) => !ABOUT_ROWS.test(rule)).flatMap(({ cells }) => cells.map(formatCell));
  const doubts: Doubts = new Map([...accused.map((cell) => [cell, []] as const), ...doubtsOf(groups)]);
  const first = readAgainst(examination, sources, edits, doubts, quoting);
  const isSettled = first.confirmed.length === 0;
  const { problems, unbound, unchecked } = isSettled ? first : readAgain(examination, sources, edits, first.confirmed, quoting);
  return {
    findings: sources.flatMap(({ document }, index) => {
      const own = problems.filter((problem) => problem.document === index).flatMap((problem) => toFinding(problem, sources));
      return document.notesOf === undefined ? own : together(own);
    }),
    skipped: [
      ...unchecked.map(({ section, passage }) => ({
        rule: `${section}/narrative-amount`,
        because: `没有找到相应的公开表，“${passage.source.trim()}”一节没有核对`,
      })),
      ...unboundIn(sources, unbound),
    ],
  };
}

/** Rules that miss or doubt a row, not the amounts in it. */
const ABOUT_ROWS = /^codes\//;

/** Proofreads against the tables as they will be after some edits. What is edited is no longer in doubt. */
function readAgainst(
  { workbook, accounts, lastYear, budget, supplement: { answers } }: Examination,
  sources: readonly Source[],
  edits: readonly CellEdit[],
  doubts: Doubts,
  quoting: boolean,
): Proofreading {
  const mended = new Set(edits.map(({ cell }) => formatCell(cell)));
  const documents = sources.map(({ document }) => document);
  return proofread(documents, edits.length === 0 ? accounts : accountsOf(withEdits(workbook, edits)), {
    answers,
    doubtful: new Map([...doubts].filter(([cell]) => !mended.has(cell))),
    quoting,
    ...sourcesOf(lastYear, budget),
  });
}

/** Proofreads against the tables as the paragraphs confirm them: what this explains is no longer in doubt. */
function readAgain(
  examination: Examination,
  sources: readonly Source[],
  edits: readonly CellEdit[],
  confirmed: readonly Confirmed[],
  quoting: boolean,
): Proofreading {
  const { workbook, lastYear } = examination;
  const units = byCell(examination.accounts.tables, ({ unit }) => unit);
  const amounts = confirmed.map(({ cell, amount }) => {
    const unit = units.get(formatCell(cell)) ?? '万元';
    return { cell, from: null, to: toCellNumber(amount, unit) };
  });
  const all = [...edits, ...amounts];
  const accounts = accountsOf(withEdits(workbook, all));
  const { groups } = diagnose(accounts, lastYear, run(accounts, RULES, lastYear));
  return readAgainst(examination, sources, all, doubtsOf(groups), quoting);
}

/** The cells that explanations take for wrong, with the amounts they would have then. */
function doubtsOf(groups: readonly Group[]): Doubts {
  const doubts = new Map<string, Decimal[]>();
  const doubt = (cell: CellRef, value: Decimal | null): void => {
    const key = formatCell(cell);
    doubts.set(key, [...(doubts.get(key) ?? []), ...(value === null ? [] : [value])]);
  };
  for (const { explanations, broken } of groups) {
    for (const { figure, value } of explanations.flatMap(({ suspects }) => suspects)) doubt(figure.cell, value);
    for (const { total, gap } of broken) doubt(total.cell, total.shown.minus(gap));
  }
  return doubts;
}

/** The numbers that nothing was compared with, by text: how many, and where, one line each, so that it is read. */
function unboundIn(sources: readonly Source[], unbound: readonly Unbound[]): readonly Skipped[] {
  return sources.flatMap(({ document: { name }, lines }, index): readonly Skipped[] => {
    const own = unbound.filter(({ passage }) => passage.document === index);
    if (own.length === 0) return [];
    const places = own.flatMap(({ passage }) => {
      const cell = lines?.[passage.index]?.cell;
      return cell === undefined ? `第 ${passage.index + 1} 段` : formatA1(cell.row, cell.column);
    });
    const because = `“${name}”中有 ${own.length} 个数字没有公开表可以核对（${[...new Set(places)].join('、')}），请自行核对`;
    return [{ rule: 'text/unbound', because }];
  });
}

/**
 * The sheets that hold paragraphs and no table, the titles and notes of those that hold published tables, and every
 * word of those that hold 绩效 tables, whose cells are filled with sentences.
 */
function textSheetsOf({ sheets }: WorkbookSnapshot, accounts: Accounts): readonly Source[] {
  const readings = new Map(accounts.sheets.map((reading) => [reading.sheet, reading]));
  return sheets.flatMap((sheet): readonly Source[] => {
    const { name } = sheet;
    const reading = readings.get(name);
    const tables = accounts.tables.filter((table) => table.sheet === name);
    const lines = linesOf(sheet);
    if (reading?.taken === '文字说明') return [{ document: { name, passages: textsOf(lines) }, lines }];
    if (tables.length === 0) {
      const isForm = accounts.evaluations.some((table) => table.sheet === name);
      return isForm ? [{ document: { name, passages: textsOf(lines), notesOf: null }, lines }] : [];
    }
    const notes = lines.filter(({ text }) => text.length >= SHORTEST_NOTE);
    const [only] = tables;
    const notesOf = tables.length === 1 && only !== undefined ? only.id : null;
    return [{ document: { name, passages: textsOf(notes), notesOf }, lines: notes }];
  });
}

/** Labels of rows and columns are shorter, titles and notes longer. */
const SHORTEST_NOTE = 10;

function textsOf(lines: readonly Line[]): readonly string[] {
  return lines.map(({ text }) => text);
}

function linesOf({ name, rows }: SheetSnapshot): readonly Line[] {
  return rows.flatMap((cells, row) =>
    cells.flatMap(({ value, formula }, column): readonly Line[] => {
      if (typeof value !== 'string' || formula !== null) return [];
      const cell = { sheet: name, row, column };
      let offset = 0;
      return value.split('\n').map((text) => {
        const line = { cell, held: value, offset, text };
        offset += text.length + 1;
        return line;
      });
    }),
  );
}

function toFinding(problem: TextProblem, sources: readonly Source[]): readonly Finding[] {
  const source = sources[problem.document];
  if (source === undefined) return [];
  const { rule, severity, message, quote, expected, actual, cause, cells, evidence, replacements } = problem;
  const difference = expected === null || actual === null ? null : actual.minus(expected);
  const found = { rule, severity, quote, expected, actual, difference, cause, evidence };
  if (source.lines === null) {
    const { document } = source;
    const place = { document: document.name, paragraph: problem.passage + 1 };
    return [finding({ ...found, message: message + advice(document.passages[problem.passage] ?? '', problem), cells, place })];
  }
  const line = source.lines[problem.passage];
  if (line === undefined) return [];
  const { cell, held, offset } = line;
  const moved = replacements?.map((one) => ({ ...one, start: one.start + offset, end: one.end + offset })) ?? null;
  const fix = moved === null ? null : [{ cell, from: held, to: corrected(held, moved) }];
  return [finding({ ...found, message, cells: [cell, ...cells], fix })];
}

/** Findings that say the same of several cells, as one: a form repeats what it was printed with. */
function together(findings: readonly Finding[]): readonly Finding[] {
  return findings.flatMap((first, index) => {
    const own = findings.filter(({ rule, message }) => rule === first.rule && message === first.message);
    if (own.length === 1) return own;
    if (findings.indexOf(own[0] ?? first) < index) return [];
    const cells = own.flatMap((each) => each.cells);
    const fix = own.flatMap((each) => each.fix ?? []);
    const isEachItsOwn = new Set(fix.map(({ cell }) => formatCell(cell))).size === own.length;
    return [{ ...first, message: `${first.message}本表有 ${own.length} 个单元格如此。`, cells, fix: isEachItsOwn ? fix : null }];
  });
}

/** The corrected words for a text that cannot be written to. */
function advice(source: string, { replacements }: TextProblem): string {
  return replacements === null ? '' : `改为“${changedWords(source, corrected(source, replacements)).to}”。`;
}
