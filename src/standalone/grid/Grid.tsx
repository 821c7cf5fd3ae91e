import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  useEffect, useMemo, useRef, useState, type ClipboardEvent, type KeyboardEvent, type MouseEvent,
} from 'react';
import { VisuallyHidden } from '../../pane/VisuallyHidden';
import { columnName, formatA1 } from '../../workbook/address';
import { CellEditor, type EditEnd } from './CellEditor';
import { moveFrom } from './grid-moves';
import { HEADER_HEIGHT, HEADER_WIDTH, useHeaderStyles } from './grid-header';
import { GridRow } from './GridRow';
import { areaOf, cellId, indexMerges, type GridSheet, type Place } from './grid-sheet';

const useStyles = makeStyles({
  scroller: {
    position: 'relative',
    flexGrow: 1,
    minHeight: 0,
    overflow: 'auto',
    backgroundColor: '#fff',
    color: '#000',
    outlineStyle: 'none',
    '&:focus-visible [data-active]': { outline: '2px solid #107c41' },
  },
  sizer: { position: 'relative' },
  headerRow: { position: 'sticky', top: 0, zIndex: 3, height: `${HEADER_HEIGHT}px` },
});

/** A text that is to go into a cell. */
export interface GridEntry {
  readonly place: Place;
  readonly text: string;
}

interface GridProps {
  readonly sheet: GridSheet;
  readonly active: Place;
  /** Counts up with every cell that is to be shown to the user. */
  readonly reveals: number;
  readonly onActivate: (place: Place) => void;
  /** What the user typed into a cell, or pasted into several at once. */
  readonly onType: (entries: readonly GridEntry[]) => void;
  /** What the user would edit: the formula, or the value with all its digits. */
  readonly contentOf: (place: Place) => string;
  /** Takes back what was typed last. */
  readonly onUndo: () => void;
  /** Types again what was taken back last. */
  readonly onRedo: () => void;
  /** To the next or the previous sheet. */
  readonly onSheet: (step: 1 | -1) => void;
}

/** A sheet as a spreadsheet shows it; only the cells in sight are on the page. */
export function Grid({ sheet, active, reveals, onActivate, onType, contentOf, onUndo, onRedo, onSheet }: GridProps) {
  const styles = useStyles();
  const headers = useHeaderStyles();
  const scroller = useRef<HTMLDivElement>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const merges = useMemo(() => indexMerges(sheet.merges), [sheet]);
  const rows = useVirtualizer({
    count: sheet.heights.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => sheet.heights[index] ?? 0,
    paddingStart: HEADER_HEIGHT,
    scrollPaddingStart: HEADER_HEIGHT,
    overscan: 8,
  });
  const columns = useVirtualizer({
    count: sheet.widths.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => sheet.widths[index] ?? 0,
    horizontal: true,
    paddingStart: HEADER_WIDTH,
    scrollPaddingStart: HEADER_WIDTH,
    overscan: 3,
  });
  useEffect(() => {
    rows.measure();
    columns.measure();
  }, [sheet, rows, columns]);
  useEffect(() => {
    rows.scrollToIndex(active.row);
    columns.scrollToIndex(active.column);
  }, [active, reveals, rows, columns]);

  const shownRows = rows.getVirtualItems();
  const shownColumns = columns.getVirtualItems();
  const first = { row: shownRows[0]?.index ?? 0, column: shownColumns[0]?.index ?? 0 };
  const last = { row: shownRows.at(-1)?.index ?? -1, column: shownColumns.at(-1)?.index ?? -1 };
  const rowIndexes = useMemo(
    () => withMergedRows(sheet, first.row, last.row),
    [sheet, first.row, last.row],
  );
  const area = areaOf(merges, active);
  const lefts = useMemo(() => offsets(sheet.widths, HEADER_WIDTH), [sheet]);
  const tops = useMemo(() => offsets(sheet.heights, HEADER_HEIGHT), [sheet]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (editing !== null || event.altKey || event.nativeEvent.isComposing) return;
    const ctrl = event.ctrlKey || event.metaKey;
    const page = Math.max(1, shownRows.length - 2 * 8);
    const next = moveFrom(sheet, merges, active, { key: event.key, ctrl, page });
    if (next !== null) onActivate(next);
    else if (ctrl && (event.key === 'PageUp' || event.key === 'PageDown')) onSheet(event.key === 'PageUp' ? -1 : 1);
    else if (ctrl && (event.key.toLowerCase() === 'y' || (event.shiftKey && event.key.toLowerCase() === 'z'))) onRedo();
    else if (ctrl && event.key.toLowerCase() === 'z') onUndo();
    else if (event.key === 'F2' || event.key === 'Enter') setEditing(contentOf(active));
    else if (event.key === 'Delete') onType([{ place: active, text: '' }]);
    else if (event.key.length === 1 && !ctrl) setEditing(event.key);
    else return;
    event.preventDefault();
  };

  /** A block of cells goes to as many cells, from the active one on, as in every spreadsheet. */
  const onPaste = (event: ClipboardEvent): void => {
    if (editing !== null) return;
    event.preventDefault();
    const lines = event.clipboardData.getData('text/plain').replace(/\r?\n$/, '').split(/\r?\n/);
    onType(
      lines.flatMap((line, row) =>
        line
          .split('\t')
          .map((text, column) => ({ place: { row: active.row + row, column: active.column + column }, text })),
      ),
    );
  };

  const placeOf = (event: MouseEvent): Place | null => {
    const cell = (event.target as Element).closest<HTMLElement>('[role=gridcell]');
    return cell === null ? null : { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
  };

  const endEdit = ({ text, move }: EditEnd): void => {
    setEditing(null);
    scroller.current?.focus();
    if (text !== null) onType([{ place: active, text }]);
    if (move !== null) onActivate(moveFrom(sheet, merges, active, { key: move, ctrl: false, page: 1 }) ?? active);
  };

  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="grid"
      tabIndex={0}
      aria-label={`工作表 ${sheet.name}`}
      aria-rowcount={sheet.heights.length + 1}
      aria-colcount={sheet.widths.length + 1}
      aria-activedescendant={cellId(active)}
      onKeyDown={onKeyDown}
      onCopy={(event) => {
        if (editing !== null) return;
        event.clipboardData.setData('text/plain', sheet.cellAt(area.top, area.left).text);
        event.preventDefault();
      }}
      onPaste={onPaste}
      onMouseDown={(event) => {
        const place = placeOf(event);
        if (place !== null) onActivate(place);
      }}
      onDoubleClick={(event) => {
        const place = placeOf(event);
        if (place !== null) setEditing(contentOf(place));
      }}
    >
      <div
        className={styles.sizer}
        role="presentation"
        style={{ width: columns.getTotalSize(), height: rows.getTotalSize() }}
      >
        <div role="row" aria-rowindex={1} className={styles.headerRow}>
          <div role="columnheader" aria-colindex={1} className={mergeClasses(headers.header, headers.column, headers.corner)}>
            <VisuallyHidden>行号</VisuallyHidden>
          </div>
          {shownColumns.map(({ index, start, size }) => (
            <div
              key={index}
              role="columnheader"
              aria-colindex={index + 2}
              className={mergeClasses(
                headers.header,
                headers.column,
                index >= area.left && index <= area.right && headers.current,
              )}
              style={{ left: start, width: size }}
            >
              {size > 0 && columnName(index)}
            </div>
          ))}
        </div>
        {rowIndexes.map((row) => (
          <GridRow
            key={row}
            sheet={sheet}
            merges={merges}
            row={row}
            firstColumn={first.column}
            lastColumn={last.column}
            top={tops[row] ?? 0}
            lefts={lefts}
            activeColumn={row === active.row ? active.column : null}
            current={row >= area.top && row <= area.bottom}
          />
        ))}
        {editing !== null && (
          <CellEditor
            key={formatA1(active.row, active.column)}
            label={`编辑 ${formatA1(active.row, active.column)}`}
            text={editing}
            style={{
              top: tops[area.top],
              left: lefts[area.left],
              minWidth: (lefts[area.right + 1] ?? 0) - (lefts[area.left] ?? 0),
              height: (tops[area.bottom + 1] ?? 0) - (tops[area.top] ?? 0),
            }}
            onEnd={endEdit}
          />
        )}
      </div>
    </div>
  );
}

/** The rows in sight, and those above them whose merged cells reach into sight. */
function withMergedRows(sheet: GridSheet, first: number, last: number): readonly number[] {
  const above = sheet.merges.filter(({ top, bottom }) => top < first && bottom >= first).map(({ top }) => top);
  const inSight = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return [...new Set([...above.sort((a, b) => a - b), ...inSight])];
}

/** Where each row or column begins, and the last one ends. */
function offsets(sizes: readonly number[], start: number): readonly number[] {
  let at = start;
  return [start, ...sizes.map((size) => (at += size))];
}
