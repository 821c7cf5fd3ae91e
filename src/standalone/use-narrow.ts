import { useMediaQuery } from '../pane/use-media-query';

/** Whether the page is too narrow for the workbook and the pane side by side. */
export function useNarrow(): boolean {
  return useMediaQuery('(max-width: 899px)');
}
