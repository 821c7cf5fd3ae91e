import { useEffect, useMemo, useReducer, useRef, type Dispatch } from 'react';
import type { Assistant, TaskOptions } from '../app/assistant';
import type { CheckReport } from '../app/check';
import type { NarrativeDocument } from '../app/narrative-document';
import type { Finding } from '../check/finding';
import { textOf } from '../app/texts';
import { VERDICT_NAMES } from '../money/verdict';
import type { TextDocument } from '../narrative/proofread/document';
import type { CellRef } from '../workbook/address';
import type { CellEdit } from '../workbook/edit';
import type { WorkbookSnapshot } from '../workbook/snapshot';
import type { CommandSource } from './commands';
import type { FindingFilter } from './filter';
import {
  INITIAL_STATE, NO_DECISION, reducePane, reportOf, type ListPlace, type PaneAction, type PaneState, type RepairDecision,
  type View,
} from './state';
import { failure, success } from './task';
import { narrated, useNarrativeActions, type NarrativeActions } from './use-narrative-actions';
import { useTasks } from './use-tasks';
import { SEVERITIES } from './wording';

/** Everything a person can do in the pane. */
export interface PaneActions extends NarrativeActions {
  check(): void;
  /** Checks, and goes on to the plan of the repair. */
  checkAndPlan(): void;
  cancel(): void;
  planRepair(decision: RepairDecision): void;
  /** Checks again and comes back to what is shown: for a view that the user's own edits have overtaken. */
  refresh(): void;
  /** Shows what the correction of a finding changes; it is the one at `position` in the list, counted from 1. */
  previewCorrection(finding: Finding, position: number): void;
  apply(edits: readonly CellEdit[]): void;
  undo(): void;
  /** Opens the form 补充资料, at the field of that key where one is given. */
  openSupplement(key?: string): void;
  /** What is typed into a field of the form. */
  draft(key: string, text: string): void;
  /** Puts what was typed into the workbook's sheet 补充资料; `then` goes on to the narrative. */
  saveSupplement(then: 'stay' | 'narrate'): void;
  /** Puts the sheet 补充资料 into the workbook, or brings it up to date. */
  writeSupplement(): void;
  /** Puts the sheet 核对底稿 into the workbook. */
  writeAudit(): void;
  /** Compares with the workbook of the year before from now on. */
  compareWith(file: File): void;
  compareNoMore(): void;
  /** Proofreads a 情况说明 that is in no sheet with the workbook from now on: of a file, or pasted. */
  proofreadFile(file: File): void;
  proofreadWords(words: string): void;
  proofreadNoMore(): void;
  clearMarks(): void;
  reveal(cell: CellRef): void;
  filter(filter: FindingFilter): void;
  back(): void;
  dismiss(): void;
}

/** What comes of a report: the view to show. */
type Sequel = (assistant: Assistant, base: CheckReport, options: TaskOptions) => Promise<View>;
/** Makes a sheet and answers its name. */
type SheetWriter = (assistant: Assistant, options: TaskOptions) => Promise<string>;

/** Where the list of findings was left for a view. */
const placeOf = (view: View): ListPlace | null => (view.kind === 'correction' ? view.place : null);

/** Reads a workbook from a file of the user's. Throws a HostError. */
export type ReadWorkbook = (file: File) => Promise<WorkbookSnapshot>;

/** Reads a text from a file of the user's. Throws a HostError. */
export type ReadText = (file: File) => Promise<TextDocument>;

/** Hands a document to the user as a Word file. */
export type SaveDocument = (document: NarrativeDocument) => Promise<void>;

/** What pasted words are called. */
const PASTED = '粘贴的文字';

/** The pane's state and the actions over an assistant: one task at a time, each ends in a view or a sentence. */
export function usePane(
  loading: Promise<Assistant>,
  readWorkbook: ReadWorkbook,
  readText: ReadText,
  saveDocument: SaveDocument,
  commands?: CommandSource,
): readonly [PaneState, PaneActions] {
  const [state, dispatch] = useReducer(reducePane, INITIAL_STATE);
  const latest = useRef(state);
  useEffect(() => {
    latest.current = state;
  });

  const { run, cancel } = useTasks(loading, dispatch);
  const narrative = useNarrativeActions({ latest, dispatch, run, readWorkbook, saveDocument });
  const actions = useMemo<PaneActions>(() => {
    const report = (): CheckReport | null => reportOf(latest.current.view);
    const show: Sequel = async (_, base) => ({ kind: 'report', report: base, place: null });
    const planWith = (decision: RepairDecision): Sequel => async (assistant, base, options) => {
      const { pinned, released, omitted } = decision;
      const choice = { pinned: pinned.flatMap(({ cells }) => cells), released: released.flatMap(({ cells }) => cells), omitted };
      const preview = await assistant.planRepair(choice, options);
      return { kind: 'repair', report: base, preview, decision };
    };
    const narrate: Sequel = (assistant, base, options) =>
      narrated(assistant, base, latest.current.narrative, options);
    const ask = (start: string | null): Sequel => async (assistant, base, options) => {
      const fields = await assistant.askSupplement(options);
      return { kind: 'supplement', report: base, fields, doubtOf: assistant.answerDoubt, start };
    };
    const checkThen = (sequel: Sequel, prepare: (assistant: Assistant) => void = () => undefined): void =>
      void run('read', '正在读取工作簿', async (assistant, options) => {
        prepare(assistant);
        return { view: await sequel(assistant, await assistant.check(options), options), fresh: true };
      });
    const goOn = (phrase: string, sequel: Sequel): void => {
      const base = report();
      if (base === null) return;
      void run('read', phrase, async (assistant, options) => ({ view: await sequel(assistant, base, options) }));
    };
    const put = (phrase: string, write: SheetWriter, then: string): void =>
      void run('write', phrase, async (assistant, options) => {
        const sheet = await write(assistant, options);
        await assistant.reveal({ sheet, row: 0, column: 0 });
        return { notice: success(`已写入工作表“${sheet}”，${then}。`) };
      });
    const proofread = (read: () => Promise<TextDocument>): void =>
      void run('read', '正在读取文字', async (assistant, options) => {
        const text = await read();
        assistant.setText(text);
        dispatch({ type: 'texted', text: text.name });
        const after = await assistant.check(options);
        const found = after.findings.filter(({ place }) => place !== null).length;
        const notice = success(`已校对“${text.name}”：${found === 0 ? '没有发现问题' : `发现 ${found} 处，列在最后`}。`);
        return { view: { kind: 'report', report: after, place: null }, notice, fresh: true };
      });
    return {
      ...narrative,
      check: () => checkThen(show),
      checkAndPlan: () => checkThen(planWith(NO_DECISION)),
      cancel,
      planRepair: (decision) => goOn('正在规划尾差修复', planWith(decision)),
      refresh() {
        const { view } = latest.current;
        if (view.kind === 'repair') checkThen(planWith(view.decision));
        else if (view.kind === 'narrative') checkThen(narrate);
        else if (view.kind === 'supplement') checkThen(ask(null));
        else checkThen(show);
      },
      previewCorrection(finding, position) {
        const base = report();
        if (base === null) return;
        dispatch({ type: 'shown', view: { kind: 'correction', report: base, finding, place: { position } } });
      },
      apply: (edits) =>
        void run('write', '正在写入', async (assistant, options) => {
          const after = await assistant.apply(edits, options);
          const notice = success(writtenText(edits, after), true);
          return { view: { kind: 'report', report: after, place: placeOf(latest.current.view) }, notice, fresh: true };
        }),
      undo: () =>
        void run('write', '正在撤销', async (assistant, options) => {
          const { kind } = latest.current.view;
          const stay = kind === 'supplement' ? ask(null) : kind === 'narrative' ? narrate : show;
          return {
            view: await stay(assistant, await assistant.undo(options), options),
            notice: success('已撤销上一次写入，单元格恢复为原来的内容。'),
            fresh: true,
          };
        }),
      openSupplement: (key) => goOn('正在整理需要补充的内容', ask(key ?? null)),
      draft: (key, text) => dispatch({ type: 'drafted', key, text }),
      saveSupplement: (then) =>
        void run('write', '正在写入补充资料', async (assistant, options) => {
          const { drafts } = latest.current;
          const after = await assistant.fillSupplement(drafts, options);
          dispatch({ type: 'drafts-kept' });
          const view = await (then === 'narrate' ? narrate : ask(null))(assistant, after, options);
          const notice = success(`已把 ${Object.keys(drafts).length} 项写入工作表“补充资料”。`, true);
          return { view, notice, fresh: true };
        }),
      writeSupplement: () =>
        put('正在建立补充资料', (assistant, options) => assistant.writeSupplement(options), '填写后再生成说明'),
      writeAudit: () => put('正在写核对底稿', (assistant, options) => assistant.writeAudit(options), '不需要时删除即可'),
      compareWith: (file) =>
        void run('read', '正在读取上年工作簿', async (assistant, options) => {
          const year = assistant.setLastYear(await readWorkbook(file));
          dispatch({ type: 'compared', lastYear: { name: file.name, year } });
          const after = await assistant.check(options);
          const notice = success(`已对照上年工作簿“${file.name}”${year === null ? '' : `（${year} 年度）`}重新检查。`);
          return { view: { kind: 'report', report: after, place: null }, notice, fresh: true };
        }),
      compareNoMore: () =>
        checkThen(show, (assistant) => {
          assistant.setLastYear(null);
          dispatch({ type: 'compared', lastYear: null });
        }),
      proofreadFile: (file) => proofread(() => readText(file)),
      proofreadWords: (words) => proofread(() => Promise.resolve(textOf(PASTED, words))),
      proofreadNoMore: () =>
        checkThen(show, (assistant) => {
          assistant.setText(null);
          dispatch({ type: 'texted', text: null });
        }),
      clearMarks: () =>
        void run('write', '正在清除标记', async (assistant) => {
          await assistant.clearMarks();
          return { notice: success('已清除本助手加上的全部标记，重新检查后会再次标出。') };
        }),
      reveal: (cell) =>
        void loading.then((assistant) => assistant.reveal(cell)).catch((error: unknown) => {
          dispatch({ type: 'noticed', notice: failure(error) });
        }),
      filter: (filter) => dispatch({ type: 'filtered', filter }),
      back() {
        const base = report();
        if (base === null) return;
        dispatch({ type: 'shown', view: { kind: 'report', report: base, place: placeOf(latest.current.view) } });
      },
      dismiss: () => dispatch({ type: 'dismissed' }),
    };
  }, [loading, narrative, readWorkbook, readText, run, cancel]);
  useEdits(loading, dispatch);
  useEffect(
    () => commands?.listen((command) => (command === 'check' ? actions.check() : actions.checkAndPlan())),
    [commands, actions],
  );
  return [state, actions];
}

/** Tells the pane's state of what the user changes in the workbook. */
function useEdits(loading: Promise<Assistant>, dispatch: Dispatch<PaneAction>): void {
  useEffect(() => {
    let gone = false;
    let stop = (): void => undefined;
    const follow = (assistant: Assistant): void => {
      if (!gone) stop = assistant.onChange(() => dispatch({ type: 'edited' }));
    };
    // A load that fails is told by the first task that waits for it.
    loading.then(follow, () => undefined);
    return () => {
      gone = true;
      stop();
    };
  }, [loading, dispatch]);
}

/** What a write came to, counted by the check that follows it. */
function writtenText(edits: readonly CellEdit[], { summary }: CheckReport): string {
  const left = SEVERITIES.filter((severity) => summary[severity] > 0);
  const rest = left.map((severity) => `${VERDICT_NAMES[severity]} ${summary[severity]} 处`).join('，');
  return `已写入 ${edits.length} 个单元格并重新检查：${rest === '' ? '没有发现问题' : `还有${rest}`}。`;
}
