import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import { SEVERITY_NAMES } from '../../pane/wording';
import { VisuallyHidden } from '../../pane/VisuallyHidden';
import { cellCss } from './cell-css';
import { cellId } from './Grid';
import { areaOf, overflowColumn, type GridSheet, type MergeIndex } from './grid-sheet';

const useStyles = makeStyles({
  row: { position: 'absolute', left: 0, right: 0, pointerEvents: 'none' },
  header: {
    position: 'sticky',
    left: 0,
    zIndex: 2,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '44px',
    height: '100%',
    boxSizing: 'border-box',
    overflow: 'hidden',
    fontSize: tokens.fontSizeBase200,
    color: '#424242',
    backgroundColor: '#f5f5f5',
    borderRight: '1px solid #d1d1d1',
    borderBottom: '1px solid #d1d1d1',
    userSelect: 'none',
  },
  current: { backgroundColor: '#d8f3df', color: '#0a2818', fontWeight: tokens.fontWeightSemibold },
  cell: {
    position: 'absolute',
    top: 0,
    display: 'flex',
    boxSizing: 'border-box',
    overflow: 'hidden',
    lineHeight: 1.25,
    cursor: 'cell',
    pointerEvents: 'auto',
    outlineOffset: '-2px',
  },
  active: { outline: '2px solid #107c41', zIndex: 1 },
  marked: { forcedColorAdjust: 'none' },
});

interface GridRowProps {
  readonly sheet: GridSheet;
  readonly merges: MergeIndex;
  readonly row: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly top: number;
  /** Where each column begins. */
  readonly lefts: readonly number[];
  /** The column of the active cell, null where it is in another row. */
  readonly activeColumn: number | null;
  /** The active cell reaches over this row. */
  readonly current: boolean;
}

/** A row of the grid: its number, and the cells that begin in it. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { sheet, merges, row, firstColumn, lastColumn, top, current } = props;
  const styles = useStyles();
  const height = sheet.heights[row] ?? 0;
  const columns = columnsOf(merges, row, firstColumn, lastColumn);
  return (
    <div role="row" aria-rowindex={row + 2} className={styles.row} style={{ top, height }}>
      <div role="rowheader" aria-colindex={1} className={mergeClasses(styles.header, current && styles.current)}>
        {row + 1}
      </div>
      {columns.map((column) => (
        <Cell key={column} {...props} column={column} />
      ))}
    </div>
  );
});

function Cell({ sheet, merges, row, column, lefts, activeColumn }: GridRowProps & { readonly column: number }) {
  const styles = useStyles();
  const cell = sheet.cellAt(row, column);
  const area = areaOf(merges, { row, column });
  const merged = area.right > area.left || area.bottom > area.top;
  const lastColumn = merged ? area.right : overflowColumn(sheet, merges, { row, column });
  const left = lefts[column] ?? 0;
  const width = (lefts[lastColumn + 1] ?? left) - left;
  const active = activeColumn === column;
  if (width === 0) return null;
  return (
    <div
      role="gridcell"
      id={cellId({ row, column })}
      aria-colindex={column + 2}
      aria-selected={active}
      {...(merged && { 'aria-colspan': area.right - area.left + 1, 'aria-rowspan': area.bottom - area.top + 1 })}
      {...(active && { 'data-active': '' })}
      data-row={row}
      data-column={column}
      className={mergeClasses(styles.cell, active && styles.active, cell.mark !== null && styles.marked)}
      style={{ ...cellCss(sheet, cell, { ...area, right: lastColumn }), left, width, height: heightOf(sheet, area) }}
    >
      <span>{cell.text}</span>
      {cell.mark !== null && <VisuallyHidden>（{SEVERITY_NAMES[cell.mark]}）</VisuallyHidden>}
    </div>
  );
}

function heightOf(sheet: GridSheet, { top, bottom }: { readonly top: number; readonly bottom: number }): number {
  return sheet.heights.slice(top, bottom + 1).reduce((sum, height) => sum + height, 0);
}

/** The columns in sight where a cell begins in this row; a merged area that reaches into sight begins left of it. */
function columnsOf(merges: MergeIndex, row: number, first: number, last: number): readonly number[] {
  const columns = new Set<number>();
  for (let column = first; column <= last; column += 1) {
    const area = merges.areaAt(row, column);
    if (area === null) columns.add(column);
    else if (area.top === row) columns.add(area.left);
  }
  return [...columns];
}
