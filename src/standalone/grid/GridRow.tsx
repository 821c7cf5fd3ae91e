import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { memo } from 'react';
import { VERDICT_NAMES } from '../../money/verdict';
import { VisuallyHidden } from '../../pane/VisuallyHidden';
import { cellCss } from './cell-css';
import { useHeaderStyles } from './grid-header';
import { areaOf, cellId, sizeBetween, textSpan, type GridSheet, type MergeIndex, type Span } from './grid-sheet';

const useStyles = makeStyles({
  row: { position: 'absolute', left: 0, right: 0, pointerEvents: 'none' },
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
  const headers = useHeaderStyles();
  const cells = columnsOf(merges, row, firstColumn, lastColumn).map((column) => {
    return { column, span: textSpan(sheet, merges, { row, column }) };
  });
  const isRunOver = (column: number): boolean => cells.some(({ span }) => column >= span.first && column < span.last);
  return (
    <div role="row" aria-rowindex={row + 2} className={styles.row} style={{ top, height: sheet.heights[row] ?? 0 }}>
      <div role="rowheader" aria-colindex={1} className={mergeClasses(headers.header, headers.row, current && headers.current)}>
        {row + 1}
      </div>
      {cells.map(({ column, span }) => (
        <Cell key={column} {...props} column={column} span={span} runOver={isRunOver(column)} />
      ))}
    </div>
  );
});

interface CellProps extends GridRowProps {
  readonly column: number;
  /** The columns its text is drawn over. */
  readonly span: Span;
  /** A text runs over the line to its right. */
  readonly runOver: boolean;
}

function Cell({ sheet, merges, row, column, span, runOver, lefts, activeColumn }: CellProps) {
  const styles = useStyles();
  const cell = sheet.cellAt(row, column);
  const area = areaOf(merges, { row, column });
  const merged = area.right > area.left || area.bottom > area.top;
  const left = lefts[column] ?? 0;
  const right = lefts[area.right + 1] ?? left;
  if (right === left) return null;
  const active = activeColumn === column;
  const overflows = span.first < area.left || span.last > area.right;
  const clip = `inset(0 ${right - (lefts[span.last + 1] ?? right)}px 0 ${(lefts[span.first] ?? left) - left}px)`;
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
      style={{
        ...cellCss(sheet, cell, area, !runOver),
        ...(overflows && { overflow: 'visible', clipPath: clip }),
        left,
        width: right - left,
        height: sizeBetween(sheet.heights, area.top, area.bottom),
      }}
    >
      <span>{cell.text}</span>
      {cell.mark !== null && <VisuallyHidden>（{VERDICT_NAMES[cell.mark]}）</VisuallyHidden>}
    </div>
  );
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
