import type { Assistant, TaskOptions } from '../app/assistant';
import type { Notice, View } from './state';
import { errorSentence } from './wording';

/** What a task leaves behind. */
export interface Outcome {
  /** Left out where the view stays. */
  readonly view?: View;
  readonly notice?: Notice;
  /** What is shown was read just now. */
  readonly fresh?: boolean;
}

/** What is done with the assistant in a task. */
export type Work = (assistant: Assistant, options: TaskOptions) => Promise<Outcome>;

/** Tells that something was done. */
export function success(text: string, undo = false): Notice {
  return { intent: 'success', text, undo };
}

/** Tells why something was not. */
export function failure(error: unknown): Notice {
  return { intent: 'error', text: errorSentence(error), undo: false };
}
