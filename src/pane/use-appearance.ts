import type { Appearance } from './theme';
import { useMediaQuery } from './use-media-query';

/** The appearance the system asks for, followed when it changes. */
export function useSystemAppearance(): Appearance {
  return useMediaQuery('(prefers-color-scheme: dark)') ? 'dark' : 'light';
}
