import { useCallback, useEffect, useMemo, useReducer, useRef } from 'react';
import type { Assistant, TaskOptions } from '../app/assistant';
import type { CheckReport } from '../app/check';
import type { Finding, Severity } from '../check/finding';
import type { Section } from '../narrative/paragraph';
import type { CellRef } from '../workbook/address';
import type { CellEdit } from '../workbook/edit';
import type { CommandSource } from './commands';
import { nextPaint } from './next-paint';
import {
  INITIAL_STATE, reducePane, reportOf, type Notice, type PaneState, type PinnedCell, type TaskKind, type View,
} from './state';
import { errorSentence, isAbort, SEVERITIES, SEVERITY_NAMES } from './wording';

/** Everything a person can do in the pane. */
export interface PaneActions {
  check(): void;
  cancel(): void;
  planRepair(pinned: readonly PinnedCell[]): void;
  /** Checks again, then plans again: for a preview that the user's own edits have overtaken. */
  replan(): void;
  previewCorrection(finding: Finding): void;
  apply(edits: readonly CellEdit[]): void;
  undo(): void;
  narrate(): void;
  placeNarrative(sections: readonly Section[]): void;
  clearMarks(): void;
  reveal(cell: CellRef): void;
  filter(severity: Severity | null): void;
  back(): void;
  dismiss(): void;
}

interface Outcome {
  readonly view?: View;
  readonly notice?: Notice;
  /** What is shown was read just now. */
  readonly fresh?: boolean;
}

type Work = (assistant: Assistant, options: TaskOptions) => Promise<Outcome>;

const success = (text: string, undo = false): Notice => ({ intent: 'success', text, undo });

/** The pane's state and the actions over an assistant: one task at a time, each ends in a view or a sentence. */
export function usePane(loading: Promise<Assistant>, commands?: CommandSource): readonly [PaneState, PaneActions] {
  const [state, dispatch] = useReducer(reducePane, INITIAL_STATE);
  const running = useRef<AbortController | null>(null);
  const latest = useRef(state);
  useEffect(() => {
    latest.current = state;
  });

  const run = useCallback(
    async (kind: TaskKind, phrase: string, work: Work): Promise<void> => {
      if (running.current !== null) return;
      const controller = new AbortController();
      running.current = controller;
      dispatch({ type: 'started', kind, phrase });
      try {
        const assistant = await loading;
        const { view, notice = null, fresh = false } = await work(assistant, {
          signal: controller.signal,
          onProgress(progress) {
            dispatch({ type: 'progressed', progress });
            return nextPaint();
          },
        });
        const settled = { type: 'settled', notice, fresh, undoable: assistant.canUndo() } as const;
        dispatch(view === undefined ? settled : { ...settled, view });
      } catch (error) {
        dispatch(isAbort(error) ? { type: 'cancelled' } : { type: 'failed', sentence: errorSentence(error) });
      } finally {
        running.current = null;
      }
    },
    [loading],
  );

  const actions = useMemo<PaneActions>(() => {
    const report = (): CheckReport | null => reportOf(latest.current.view);
    const plan = async (
      assistant: Assistant,
      base: CheckReport,
      pinned: readonly PinnedCell[],
      options: TaskOptions,
    ): Promise<Outcome> => {
      const preview = await assistant.planRepair(pinned.map(({ cell }) => cell), options);
      return { view: { kind: 'repair', report: base, preview, pinned } };
    };
    return {
      check: () =>
        void run('read', '正在读取工作簿', async (assistant, options) => ({
          view: { kind: 'report', report: await assistant.check(options) },
          fresh: true,
        })),
      cancel() {
        running.current?.abort();
        dispatch({ type: 'cancelling' });
      },
      planRepair(pinned) {
        const base = report();
        if (base !== null) void run('read', '正在规划尾差修复', (assistant, options) => plan(assistant, base, pinned, options));
      },
      replan: () =>
        void run('read', '正在读取工作簿', async (assistant, options) => ({
          ...(await plan(assistant, await assistant.check(options), [], options)),
          fresh: true,
        })),
      previewCorrection(finding) {
        const base = report();
        if (base !== null) dispatch({ type: 'shown', view: { kind: 'correction', report: base, finding } });
      },
      apply: (edits) =>
        void run('write', '正在写入', async (assistant, options) => {
          const after = await assistant.apply(edits, options);
          return { view: { kind: 'report', report: after }, notice: success(writtenText(edits, after), true), fresh: true };
        }),
      undo: () =>
        void run('write', '正在撤销', async (assistant, options) => ({
          view: { kind: 'report', report: await assistant.undo(options) },
          notice: success('已撤销上一次写入，单元格恢复为原来的内容。'),
          fresh: true,
        })),
      narrate() {
        const base = report();
        if (base === null) return;
        void run('read', '正在编写情况说明', async (assistant, options) => ({
          view: { kind: 'narrative', report: base, sections: await assistant.narrate(options) },
        }));
      },
      placeNarrative: (sections) =>
        void run('write', '正在写入工作表', async (assistant) => ({
          notice: success(`情况说明已写入工作表“${await assistant.placeNarrative(sections)}”，每段一行。`),
        })),
      clearMarks: () =>
        void run('write', '正在清除标记', async (assistant) => {
          await assistant.clearMarks();
          return { notice: success('已清除本助手加上的全部标记，重新检查后会再次标出。') };
        }),
      reveal: (cell) =>
        void loading.then((assistant) => assistant.reveal(cell)).catch((error: unknown) => {
          dispatch({ type: 'noticed', notice: { intent: 'error', text: errorSentence(error), undo: false } });
        }),
      filter: (filter) => dispatch({ type: 'filtered', filter }),
      back() {
        const base = report();
        if (base !== null) dispatch({ type: 'shown', view: { kind: 'report', report: base } });
      },
      dismiss: () => dispatch({ type: 'dismissed' }),
    };
  }, [loading, run]);

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
  }, [loading]);
  useEffect(
    () => commands?.listen((command) => (command === 'check' ? actions.check() : actions.replan())),
    [commands, actions],
  );
  return [state, actions];
}

/** What a write came to, counted by the check that follows it. */
function writtenText(edits: readonly CellEdit[], { summary }: CheckReport): string {
  const left = SEVERITIES.filter((severity) => summary[severity] > 0);
  const rest = left.map((severity) => `${SEVERITY_NAMES[severity]} ${summary[severity]} 处`).join('，');
  return `已写入 ${edits.length} 个单元格并重新检查：${rest === '' ? '没有发现问题' : `还有${rest}`}。`;
}
