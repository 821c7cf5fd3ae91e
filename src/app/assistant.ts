import type { CellRef } from '../workbook/address';
import type { CellEdit } from '../workbook/edit';
import type { WorkbookSnapshot } from '../workbook/snapshot';
import type { Finding } from '../check/finding';
import type { TextDocument } from '../narrative/proofread/document';
import type { Section } from '../narrative/paragraph';
import type { Answers } from '../narrative/telling';
import type { NarrativeChoices } from '../narrative/write-narrative';
import type { Conflict, LockedValue } from '../repair/plan';
import type { CheckReport } from './check';
import type { NarrativeDocument } from './narrative-document';
import type { Difference } from './narrative-sheet';
import type { AnswerDoubt, SupplementField } from './supplement-form';

export type { Conflict, LockedValue } from '../repair/plan';

/** One row of a repair preview. */
export interface RepairRow {
  readonly edit: CellEdit;
  /** Title of the table and what the cell is: 「支出决算表」, 「201 一般公共服务支出 · 基本支出」. */
  readonly table: string;
  readonly label: string;
  /** Printed amounts, in the sheet's unit. */
  readonly from: string;
  readonly to: string;
  /** The identities this change helps to close, one sentence each. */
  readonly closes: readonly string[];
}

/** What the user decides about a repair, cell by cell. */
export interface RepairChoice {
  /** Cells that stay: the plan closes the differences some other way. */
  readonly pinned?: readonly CellRef[];
  /** Grand totals that may move all the same. */
  readonly released?: readonly CellRef[];
  /** Changes of the plan that are not written: what they would have closed stays open. */
  readonly omitted?: readonly CellRef[];
}

/** A planned repair of all rounding differences: nothing is written until the user says so. */
export interface RepairPreview {
  /** The changes of amounts, omitted ones too, and of the paragraphs that quote those written. None while locks conflict. */
  readonly rows: readonly RepairRow[];
  /**
   * What a check will find in paragraphs once the rows are written, and did not find before: the paragraphs cannot be
   * rewritten, or what they should say is not determined.
   */
  readonly review: readonly Finding[];
  /** Proved to change the fewest cells. */
  readonly minimal: boolean;
  /** Grand totals and pinned cells that exclude one another: one of each set has to be released before anything is written. */
  readonly conflicts: readonly Conflict[];
  /** The fewest locked values that settle all conflicts once they are released. */
  readonly release: readonly LockedValue[];
  /** The identities that do not hold after the write because changes were omitted, one sentence each. */
  readonly opened: readonly string[];
  /** How many cells have amounts known beyond the printed digits, of which each shows one of the two neighbours. */
  readonly known: number;
  readonly unresolved: readonly { readonly rule: string; readonly cells: readonly CellRef[]; readonly because: string }[];
}

/** Where a long task stands: a Chinese phrase and a share from 0 to 1, null where nobody can say how much is left. */
export interface Progress {
  readonly phrase: string;
  readonly done: number | null;
}

/** As much of the platform's AbortSignal as a task needs: throws an AbortError once the user has cancelled. */
export interface CancelSignal {
  throwIfAborted(): void;
}

/** How a long task is followed and given up. */
export interface TaskOptions {
  /** Told before each step; a promise holds the task until the screen has been drawn. */
  readonly onProgress?: (progress: Progress) => void | Promise<void>;
  readonly signal?: CancelSignal;
}

/** All that the pane can ask for. Every method throws a HostError, or an AbortError when cancelled. */
export interface Assistant {
  /** Reads, judges and marks the workbook. */
  check(options?: TaskOptions): Promise<CheckReport>;
  /**
   * Takes last year's workbook to compare with, or lets go of it; holds from the next check on. Answers the year its
   * tables are of, null where they do not say. Throws a RangeError where it holds no published table.
   */
  setLastYear(workbook: WorkbookSnapshot | null): number | null;
  /** Proofreads this text against the tables from the next check on; null to do so no more. */
  setText(text: TextDocument | null): void;
  /** Plans the repair of all rounding differences. Writes nothing. */
  planRepair(choice: RepairChoice, options?: TaskOptions): Promise<RepairPreview>;
  /** Writes the edits, all or none, and checks again; `undo` takes them back. */
  apply(edits: readonly CellEdit[], options?: TaskOptions): Promise<CheckReport>;
  /** Whether there is a write of this sitting to take back. */
  canUndo(): boolean;
  undo(options?: TaskOptions): Promise<CheckReport>;
  /**
   * Takes the workbook of the 部门预算 of this year, for 年初预算 by item, or lets go of it. Answers its year, null where
   * it does not say. Throws a RangeError where it holds no such table or is of another year.
   */
  setInitialBudget(workbook: WorkbookSnapshot | null): number | null;
  /**
   * Writes the paragraphs from the tables, without putting them anywhere. Throws a StyleError where the house style is
   * not sound.
   */
  narrate(options?: NarrativeChoices & TaskOptions): Promise<readonly Section[]>;
  /** Where a person changed the sheet of the paragraphs so that it differs from what would be written. */
  narrativeDifferences(sections: readonly Section[]): Promise<readonly Difference[]>;
  /**
   * Puts the paragraphs into a sheet of their own, or refreshes there what nobody changed; answers its name. Of what a
   * person changed only the differences that are `accepted`, by their key, give way. `undo` takes it back.
   */
  placeNarrative(sections: readonly Section[], accepted?: readonly string[]): Promise<string>;
  /**
   * Puts the paragraphs into the selected cell and those below it; answers the first, and where a person had changed
   * what was put there before: that stays, unless it is `accepted`, by its key. `undo` takes them back. Throws a
   * RangeError where a cell holds anything else that the product has not written.
   */
  placeAtSelection(
    sections: readonly Section[],
    accepted?: readonly string[],
  ): Promise<{ readonly cell: CellRef; readonly differences: readonly Difference[] }>;
  /** The paragraphs as an official document with the published tables behind them. */
  narrativeDocument(sections: readonly Section[]): Promise<NarrativeDocument>;
  /**
   * Writes the sheet 核对底稿 (what was judged, found and changed in this sitting) from the workbook as it stands, in the
   * place of an earlier one; answers its name.
   */
  writeAudit(options?: TaskOptions): Promise<string>;
  /**
   * Makes the sheet 补充资料 or brings it up to date, with all that was filled in; answers its name. `narrate` takes from
   * it what the tables cannot know. Throws a RangeError where the workbook has no published and no 绩效 table.
   */
  writeSupplement(options?: TaskOptions): Promise<string>;
  /**
   * What the tables cannot know: everything to be filled in, with what the sheet 补充资料 holds of it. Throws a
   * RangeError where the workbook has no published table.
   */
  askSupplement(options?: TaskOptions): Promise<readonly SupplementField[]>;
  /** What speaks against an answer to what was asked last, null where nothing does. */
  answerDoubt(key: string, text: string): AnswerDoubt | null;
  /**
   * Writes answers, by their key, into the sheet 补充资料, in one write, and checks again; `undo` takes them back. Makes
   * the sheet where it is missing or asks for less. A blank answer empties its cell. Throws a RangeError where an answer
   * is no such value as was asked for.
   */
  fillSupplement(answers: Answers, options?: TaskOptions): Promise<CheckReport>;
  /** Takes all highlights off. */
  clearMarks(): Promise<void>;
  reveal(cell: CellRef): Promise<void>;
  /** Calls back when the user changes a cell after a check; answers the way to stop it. */
  onChange(listener: () => void): () => void;
}
