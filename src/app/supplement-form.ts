import type { CellRef } from '../workbook/address';
import type { CellEdit } from '../workbook/edit';
import type { CellValue } from '../workbook/snapshot';
import type { OwnSheet } from '../host/host';
import { questionsOf, type Question } from '../narrative/questions';
import type { Answers } from '../narrative/telling';
import type { Examination } from './check';
import { answerCells, heldAnswers, sourcesOf, supplementSheet } from './supplement';
import { judgeAnswer } from './supplement-answer';

/** One thing that the tables cannot know, as a form asks for it. */
export interface SupplementField
  extends Pick<Question, 'key' | 'section' | 'item' | 'what' | 'kind' | 'unit' | 'optional' | 'usedIn' | 'knownFrom'> {
  /** What the sheet 补充资料 holds; '' where nothing was filled in. */
  readonly value: string;
  /** The amount that another workbook has, which counts until another is filled in; '' where there is none. */
  readonly known: string;
  /** Where it is filled in; null as long as the sheet does not ask for it. */
  readonly cell: CellRef | null;
}

/** What speaks against an answer. */
export interface AnswerDoubt {
  /** Goes on from the name of what was asked. */
  readonly sentence: string;
  /** It is such a value as was asked for, and would be taken. */
  readonly readable: boolean;
}

/** How the answers of a form come into the workbook: cells of the sheet that is there, or the sheet made anew. */
export interface SupplementWriting {
  /** Null where cells are enough. */
  readonly sheet: OwnSheet | null;
  /** What changes in the cells that are filled in; of a new sheet, once it is there. */
  readonly edits: readonly CellEdit[];
}

/** What is asked of the user, by its key. */
export type Asked = ReadonlyMap<string, Question>;

/** Everything that the narrative would ask of the user. */
export function askedFor({ accounts, lastYear, budget }: Examination): Asked {
  const questions = questionsOf(accounts, sourcesOf(lastYear, budget));
  return new Map(questions.map((question) => [question.key, question]));
}

/** What is asked, with what the workbook's sheet holds of it. */
export function supplementFields({ workbook }: Examination, asked: Asked): readonly SupplementField[] {
  const held = heldAnswers(workbook);
  return [...asked.values()].map((question) => {
    const { key, section, item, what, kind, unit, optional, usedIn, known, knownFrom } = question;
    const { value = null, cell = null } = held.get(key) ?? {};
    const filled = value === null ? '' : String(value).trim();
    const amount = known?.toFixed() ?? '';
    return { key, section, item, what, kind, unit, optional, usedIn, value: filled, known: amount, knownFrom, cell };
  });
}

/** What speaks against an answer, in one sentence; null where nothing does. */
export function answerDoubt(asked: Asked, key: string, text: string): AnswerDoubt | null {
  const question = asked.get(key);
  if (question === undefined || text.trim() === '') return null;
  const { answer, doubt } = judgeAnswer(question, text);
  return doubt === null ? null : { sentence: doubt.sentence, readable: answer !== null };
}

/**
 * Brings answers into the workbook: into the cells of its sheet 补充资料, or, where that asks for less, into a new one
 * that keeps all that was filled in. Throws a RangeError where an answer is no such number as was asked for.
 */
export function supplementWriting(
  { workbook, accounts, lastYear, budget }: Examination,
  asked: Asked,
  answers: Answers,
): SupplementWriting {
  const questions = [...asked.values()].filter(({ key }) => key in answers);
  const given = new Map(questions.map((question) => [question.key, valueOf(question, answers[question.key] ?? '')]));
  const held = heldAnswers(workbook);
  const sheet = [...given.keys()].every((key) => held.has(key))
    ? null
    : supplementSheet(workbook, accounts, sourcesOf(lastYear, budget), given);
  const cells = sheet === null ? new Map([...held].map(([key, { cell }]) => [key, cell])) : answerCells(sheet);
  const edits = [...given].flatMap(([key, to]) => {
    const cell = cells.get(key);
    return cell === undefined ? [] : [{ cell, from: held.get(key)?.value ?? null, to }];
  });
  return { sheet, edits };
}

/** What a cell is to hold of an answer. */
function valueOf(question: Question, text: string): CellValue {
  const typed = text.trim();
  if (typed === '') return null;
  const { answer, doubt } = judgeAnswer(question, typed);
  if (answer === null) throw new RangeError(`“${question.what}”${doubt?.sentence ?? ''}`);
  return question.kind === 'words' ? answer : Number(answer);
}
