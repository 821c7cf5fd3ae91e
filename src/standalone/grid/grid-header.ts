import { makeStyles, tokens } from '@fluentui/react-components';

/** Of the row of letters, in CSS pixels. */
export const HEADER_HEIGHT = 24;
/** Of the column of numbers, in CSS pixels. */
export const HEADER_WIDTH = 44;

/** How the letters and numbers at the edges of the grid look; a sheet is white in every theme. */
export const useHeaderStyles = makeStyles({
  header: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    boxSizing: 'border-box',
    fontSize: tokens.fontSizeBase200,
    color: '#424242',
    backgroundColor: '#f5f5f5',
    borderRight: '1px solid #d1d1d1',
    borderBottom: '1px solid #d1d1d1',
    userSelect: 'none',
  },
  column: { position: 'absolute', top: 0, height: `${HEADER_HEIGHT}px` },
  row: { position: 'sticky', left: 0, zIndex: 2, width: `${HEADER_WIDTH}px`, height: '100%', overflow: 'hidden' },
  corner: { position: 'sticky', left: 0, zIndex: 1, width: `${HEADER_WIDTH}px` },
  current: { backgroundColor: '#d8f3df', color: '#0a2818', fontWeight: tokens.fontWeightSemibold },
});
