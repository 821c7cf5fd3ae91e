import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import { SEVERITY_NAMES } from '../../pane/wording';
import { VisuallyHidden } from '../../pane/VisuallyHidden';
import { cellCss } from './cell-css';
import { cellId } from './Grid';
import { areaOf, overflowColumn, sizeBetween, type GridSheet, type MergeIndex } from './grid-sheet';

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
  overflowing: { overflow: 'visible', borderRightColor: 'transparent' },
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
  const columns = columnsOf(merges, row, firstColumn, lastColumn);
  const runEnds = runEndsOf(sheet, merges, row, columns);
  return (
    <div role="row" aria-rowindex={row + 2} className={styles.row} style={{ top, height: sheet.heights[row] ?? 0 }}>
      <div role="rowheader" aria-colindex={1} className={mergeClasses(styles.header, current && styles.current)}>
        {row + 1}
      </div>
      {columns.map((column, index) => (
        <Cell key={column} {...props} column={column} runEnd={runEnds[index] ?? column} />
      ))}
    </div>
  );
});

interface CellProps extends GridRowProps {
  readonly column: number;
  /** The last column that the text of this cell, or of one before it, runs into. */
  readonly runEnd: number;
}

function Cell({ sheet, merges, row, column, runEnd, lefts, activeColumn }: CellProps) {
  const styles = useStyles();
  const cell = sheet.cellAt(row, column);
  const area = areaOf(merges, { row, column });
  const merged = area.right > area.left || area.bottom > area.top;
  const left = lefts[column] ?? 0;
  const width = (lefts[area.right + 1] ?? left) - left;
  if (width === 0) return null;
  const active = activeColumn === column;
  const overflows = runEnd > area.right;
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
      className={mergeClasses(
        styles.cell,
        overflows && styles.overflowing,
        active && styles.active,
        cell.mark !== null && styles.marked,
      )}
      style={{ ...cellCss(sheet, cell, area), left, width, height: sizeBetween(sheet.heights, area.top, area.bottom) }}
    >
      <span>{cell.text}</span>
      {cell.mark !== null && <VisuallyHidden>（{SEVERITY_NAMES[cell.mark]}）</VisuallyHidden>}
    </div>
  );
}

/** For each column the last one that text from it, or from before it, runs into. */
function runEndsOf(sheet: GridSheet, merges: MergeIndex, row: number, columns: readonly number[]): readonly number[] {
  let end = -1;
  return columns.map((column) => (end = Math.max(end, overflowColumn(sheet, merges, { row, column }))));
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
