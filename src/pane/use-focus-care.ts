import { useLayoutEffect, useRef, type RefObject } from 'react';
import type { View } from './state';

/**
 * Keeps the keyboard where the eye is: a new view's title takes the focus, a task that runs takes it to its
 * progress and puts the content out of reach, and one that ends without a new view gives it back to where it
 * was started from.
 */
export function useFocusCare(
  root: RefObject<HTMLElement>,
  content: RefObject<HTMLElement>,
  view: View,
  busy: boolean,
): void {
  const before = useRef({ view, busy });
  const origin = useRef<Element | null>(null);
  useLayoutEffect(() => {
    const last = before.current;
    before.current = { view, busy };
    if (busy && !last.busy) origin.current = document.activeElement;
    content.current?.toggleAttribute('inert', busy);
    if (busy && !last.busy) focusFirst(root.current, '[data-progress] button', '[data-progress]');
    else if (view !== last.view) focusFirst(root.current, 'h2');
    else if (last.busy && !busy && !focusAgain(origin.current)) focusFirst(root.current, 'h2');
  }, [root, content, view, busy]);
}

function focusFirst(root: HTMLElement | null, ...selectors: readonly string[]): void {
  for (const selector of selectors) {
    const found = root?.querySelector<HTMLElement>(selector);
    if (found) return found.focus();
  }
}

function focusAgain(element: Element | null): boolean {
  if (!(element instanceof HTMLElement) || !element.isConnected) return false;
  element.focus();
  return document.activeElement === element;
}
