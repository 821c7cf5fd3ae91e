import { useCallback, useMemo, useRef, type Dispatch } from 'react';
import type { Assistant } from '../app/assistant';
import { nextPaint } from './next-paint';
import type { PaneAction, TaskKind } from './state';
import type { Work } from './task';
import { errorSentence, isAbort } from './wording';

/** The pane's tasks: one at a time, each ends in a view or a sentence. */
export interface Tasks {
  /** Does nothing while another task runs. */
  run(kind: TaskKind, phrase: string, work: Work): Promise<void>;
  /** Asks the task that runs to stop. */
  cancel(): void;
}

/** Runs tasks over an assistant and tells the pane's state how they go. */
export function useTasks(loading: Promise<Assistant>, dispatch: Dispatch<PaneAction>): Tasks {
  const running = useRef<AbortController | null>(null);
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
    [loading, dispatch],
  );
  const cancel = useCallback(() => {
    running.current?.abort();
    dispatch({ type: 'cancelling' });
  }, [dispatch]);
  return useMemo(() => ({ run, cancel }), [run, cancel]);
}
