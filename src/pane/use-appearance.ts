import { useSyncExternalStore } from 'react';
import type { Appearance } from './theme';

const DARK_QUERY = '(prefers-color-scheme: dark)';

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(DARK_QUERY);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** The appearance the system asks for, followed when it changes. */
export function useSystemAppearance(): Appearance {
  return useSyncExternalStore(subscribe, () => (window.matchMedia(DARK_QUERY).matches ? 'dark' : 'light'));
}
