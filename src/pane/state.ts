import type { Assistant, LockedValue, Progress, RepairPreview } from '../app/assistant';
import type { CheckReport } from '../app/check';
import type { Finding } from '../check/finding';
import type { SupplementField } from '../app/supplement-form';
import type { Difference } from '../app/narrative-sheet';
import type { Section } from '../narrative/paragraph';
import type { HouseStyle } from '../narrative/style';
import type { Answers } from '../narrative/telling';
import type { NarrativeChoices } from '../narrative/write-narrative';
import type { CellRef } from '../workbook/address';
import { filterFindings, NO_FILTER, scopeIn, type FindingFilter } from './filter';

/** What the pane shows. Every view after the first knows the check it speaks of. */
export type View =
  | { readonly kind: 'home' }
  | { readonly kind: 'failed'; readonly sentence: string }
  | {
      readonly kind: 'report';
      readonly report: CheckReport;
      /** Where the list was left; null to begin at its top. */
      readonly place: ListPlace | null;
    }
  | {
      readonly kind: 'repair';
      readonly report: CheckReport;
      readonly preview: RepairPreview;
      readonly decision: RepairDecision;
    }
  | {
      readonly kind: 'correction';
      readonly report: CheckReport;
      readonly finding: Finding;
      /** Where the finding stands in the list. */
      readonly place: ListPlace;
    }
  | NarrativeShown
  | {
      readonly kind: 'supplement';
      readonly report: CheckReport;
      readonly fields: readonly SupplementField[];
      readonly doubtOf: Assistant['answerDoubt'];
      /** The field to begin with, by its key; null to begin at the top. */
      readonly start: string | null;
    };

/** A place in the list of findings: how many of them come before it, and one. */
export interface ListPlace {
  readonly position: number;
}

/** The paragraphs, before they are put anywhere. */
export interface NarrativeShown {
  readonly kind: 'narrative';
  readonly report: CheckReport;
  readonly sections: readonly Section[];
  /** Where a person had changed the sheet of the paragraphs. */
  readonly differences: readonly Difference[];
  /** The differences that are to give way, by their key. */
  readonly accepted: readonly string[];
  /** The names of the house styles there are. */
  readonly styles: readonly string[];
}

/** What an office decides once for all paragraphs. */
export interface NarrativeSettings extends Required<Omit<NarrativeChoices, 'style'>> {
  /** The name of the house style. */
  readonly style: string;
  /** The styles that were loaded from template files. */
  readonly loaded: readonly HouseStyle[];
  /** The workbook of the 部门预算; null where none is used. */
  readonly budget: OtherWorkbook | null;
}

/** What the user decided about a repair, in the words it was listed under. */
export interface RepairDecision {
  /** Kept as they are: the plan goes another way. */
  readonly pinned: readonly LockedValue[];
  /** Grand totals that may move. */
  readonly released: readonly LockedValue[];
  /** Changes of the plan that are not written. */
  readonly omitted: readonly CellRef[];
}

/** The repair as it is planned. */
export const NO_DECISION: RepairDecision = { pinned: [], released: [], omitted: [] };

/** A task that can be given up without a trace, or one that writes and has to come to its end. */
export type TaskKind = 'read' | 'write';

/** The task that runs, and where it stands. */
export interface Task extends Progress {
  readonly kind: TaskKind;
  /** The user asked to stop; the work has not yet noticed. */
  readonly cancelling: boolean;
}

/** One line over the view; `undo` offers to take the last write back. */
export interface Notice {
  readonly intent: 'success' | 'error' | 'info';
  readonly text: string;
  readonly undo: boolean;
}

/** Another workbook: its file, and the year its tables are of, null where they do not say. */
export interface OtherWorkbook {
  readonly name: string;
  readonly year: number | null;
}

/** All that the pane knows. */
export interface PaneState {
  readonly view: View;
  readonly task: Task | null;
  readonly notice: Notice | null;
  /** The user changed the workbook after what is shown was found. */
  readonly stale: boolean;
  readonly filter: FindingFilter;
  /** The workbook of the year before that this one is compared with. */
  readonly lastYear: OtherWorkbook | null;
  /** The text beside the workbook that is proofread with it, as it is called. */
  readonly text: string | null;
  /** There is a write of this sitting to take back. */
  readonly undoable: boolean;
  readonly narrative: NarrativeSettings;
  /** What was typed into the form 补充资料 and is not yet in the workbook, by the key of its field. */
  readonly drafts: Answers;
}

/** What happens to the state of the pane. */
export type PaneAction =
  | { readonly type: 'started'; readonly kind: TaskKind; readonly phrase: string }
  | { readonly type: 'progressed'; readonly progress: Progress }
  | { readonly type: 'cancelling' }
  | { readonly type: 'cancelled' }
  | { readonly type: 'failed'; readonly sentence: string }
  | {
      readonly type: 'settled';
      /** Left out where the view stays. */
      readonly view?: View;
      readonly notice: Notice | null;
      readonly undoable: boolean;
      readonly fresh: boolean;
    }
  | { readonly type: 'shown'; readonly view: View }
  | { readonly type: 'filtered'; readonly filter: FindingFilter }
  | { readonly type: 'compared'; readonly lastYear: OtherWorkbook | null }
  | { readonly type: 'texted'; readonly text: string | null }
  | { readonly type: 'drafted'; readonly key: string; readonly text: string }
  | { readonly type: 'drafts-kept' }
  | { readonly type: 'chosen'; readonly narrative: NarrativeSettings }
  | { readonly type: 'accepted'; readonly key: string; readonly accepted: boolean }
  | { readonly type: 'edited' }
  | { readonly type: 'noticed'; readonly notice: Notice }
  | { readonly type: 'dismissed' };

/** Before the first check. */
export const INITIAL_STATE: PaneState = {
  view: { kind: 'home' },
  task: null,
  notice: null,
  stale: false,
  filter: NO_FILTER,
  lastYear: null,
  text: null,
  undoable: false,
  drafts: {},
  narrative: {
    style: '湖南', percentDigits: 2, rounding: 'half-up', closeShares: false, loaded: [], budget: null,
  },
};

/** The report the view speaks of, null before the first check. */
export function reportOf(view: View): CheckReport | null {
  return view.kind === 'home' || view.kind === 'failed' ? null : view.report;
}

/** The pane's one state machine. */
export function reducePane(state: PaneState, action: PaneAction): PaneState {
  switch (action.type) {
    case 'started':
      return { ...state, task: { kind: action.kind, phrase: action.phrase, done: 0, cancelling: false }, notice: null };
    case 'progressed':
      return state.task === null ? state : { ...state, task: { ...state.task, ...action.progress } };
    case 'cancelling':
      return state.task === null ? state : { ...state, task: { ...state.task, cancelling: true } };
    case 'cancelled':
      return { ...state, task: null };
    case 'failed':
      return failed(state, action.sentence);
    case 'settled':
      return {
        ...state,
        view: action.view ?? state.view,
        task: null,
        notice: action.notice,
        undoable: action.undoable,
        stale: action.fresh ? false : state.stale,
        filter: keepFilter(state, action.view ?? state.view),
      };
    case 'shown':
      return { ...state, view: action.view, notice: null };
    case 'filtered':
      return { ...state, filter: action.filter };
    case 'compared':
      return { ...state, lastYear: action.lastYear };
    case 'texted':
      return { ...state, text: action.text };
    case 'drafted':
      return { ...state, drafts: draftsWith(state, action.key, action.text) };
    case 'drafts-kept':
      return { ...state, drafts: {} };
    case 'chosen':
      return { ...state, narrative: action.narrative };
    case 'accepted':
      return { ...state, view: acceptedIn(state.view, action.key, action.accepted) };
    case 'edited':
      return reportOf(state.view) === null || state.task !== null ? state : { ...state, stale: true };
    case 'noticed':
      return { ...state, notice: action.notice };
    case 'dismissed':
      return { ...state, notice: null };
  }
}

function acceptedIn(view: View, key: string, accepted: boolean): View {
  if (view.kind !== 'narrative') return view;
  const others = view.accepted.filter((other) => other !== key);
  return { ...view, accepted: accepted ? [...others, key] : others };
}

/** What is typed back to what it was is no draft. */
function draftsWith({ drafts, view }: PaneState, key: string, text: string): Answers {
  const others = Object.fromEntries(Object.entries(drafts).filter(([other]) => other !== key));
  const field = view.kind === 'supplement' ? view.fields.find((one) => one.key === key) : undefined;
  return field !== undefined && heldAnswer(field) === text ? others : { ...others, [key]: text };
}

/** What a field holds before anything is typed: the sheet's answer, else the amount that another workbook gives. */
export function heldAnswer({ value, known }: SupplementField): string {
  return value === '' ? known : value;
}

/** A failure takes over the pane only where there is nothing yet to go on with. */
function failed(state: PaneState, sentence: string): PaneState {
  return reportOf(state.view) === null
    ? { ...state, task: null, view: { kind: 'failed', sentence } }
    : { ...state, task: null, notice: { intent: 'error', text: sentence, undo: false } };
}

/** A filter holds while it shows something: of a new report one that nothing comes through goes. */
function keepFilter({ filter, view: before }: PaneState, view: View): FindingFilter {
  const report = reportOf(view);
  if (report === null || report === reportOf(before)) return filter;
  const renewed = { ...filter, scope: scopeIn(report, filter.scope) };
  return filterFindings(report, renewed).length > 0 ? renewed : NO_FILTER;
}
