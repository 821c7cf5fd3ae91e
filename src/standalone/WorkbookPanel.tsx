import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { formatA1, type CellRef } from '../workbook/address';
import type { Desk, DeskState } from './desk';
import { Grid } from './grid/Grid';
import type { Place } from './grid/grid-sheet';
import { gridSheetOf } from './grid/view-sheet';
import { TabStrip } from './TabStrip';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, minHeight: 0 },
  bar: {
    display: 'flex',
    flexShrink: 0,
    alignItems: 'center',
    height: '32px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: tokens.fontSizeBase200,
  },
  name: {
    flexShrink: 0,
    width: '72px',
    textAlign: 'center',
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    fontVariantNumeric: 'tabular-nums',
  },
  content: {
    padding: `0 ${tokens.spacingHorizontalM}`,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  sheet: { display: 'flex', flexGrow: 1, minHeight: 0, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
});

interface WorkbookPanelProps {
  readonly desk: Desk;
  readonly state: DeskState;
  readonly onError: (error: unknown) => void;
}

/** The workbook: the active cell's content, the grid, the sheets. */
export function WorkbookPanel({ desk, state: { view, active, reveals }, onError }: WorkbookPanelProps) {
  const styles = useStyles();
  const sheet = view.sheets.find(({ name }) => name === active.sheet);
  const gridSheet = useMemo(() => (sheet === undefined ? null : gridSheetOf(view, sheet)), [view, sheet]);
  if (sheet === undefined || gridSheet === null) return null;
  const tabs = view.sheets.filter(({ hidden, name }) => !hidden || name === active.sheet).map(({ name }) => name);
  const contentOf = ({ row, column }: Place): string => {
    const { value, formula } = sheet.cellAt(row, column);
    return formula ?? (value === null ? '' : String(value));
  };
  const cellOf = ({ row, column }: Place): CellRef => ({ sheet: sheet.name, row, column });
  const show = (name: string | undefined): void => {
    if (name !== undefined && name !== active.sheet) desk.activate({ sheet: name, row: 0, column: 0 });
  };
  return (
    <section className={styles.root} aria-label="工作簿">
      <div className={styles.bar}>
        <span className={styles.name}>{formatA1(active.row, active.column)}</span>
        <span className={styles.content}>{contentOf(active)}</span>
      </div>
      <div className={styles.sheet} id="sheet" role="tabpanel" aria-label={sheet.name}>
        <Grid
          key={sheet.name}
          sheet={gridSheet}
          active={active}
          reveals={reveals}
          contentOf={contentOf}
          onActivate={(place) => desk.activate(cellOf(place))}
          onType={(entries) => {
            desk.type(entries.map(({ place, text }) => ({ cell: cellOf(place), text }))).catch(onError);
          }}
          onUndo={() => {
            desk.undoTyping().catch(onError);
          }}
          onRedo={() => {
            desk.redoTyping().catch(onError);
          }}
          onSheet={(step) => show(tabs[tabs.indexOf(sheet.name) + step])}
        />
      </div>
      <TabStrip
        label="工作表"
        tabs={tabs.map((id) => ({ id, name: id }))}
        selected={sheet.name}
        controls="sheet"
        onSelect={show}
      />
    </section>
  );
}
