import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { Pane } from '../pane/Pane';
import type { Desk, DeskState } from './desk';
import { readText, readWorkbook, saveDocument } from './files';
import { TabStrip } from './TabStrip';
import { WorkbookPanel } from './WorkbookPanel';

const useStyles = makeStyles({
  sides: { display: 'flex', flexGrow: 1, minHeight: 0 },
  stack: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  tabs: { flexShrink: 0, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  pane: { flexShrink: 0, width: '400px', borderLeft: `1px solid ${tokens.colorNeutralStroke2}` },
  whole: { flexGrow: 1, minHeight: 0, minWidth: 0 },
  book: { display: 'flex', flexGrow: 1, minHeight: 0, minWidth: 0 },
  away: { display: 'none' },
});

type Side = 'book' | 'pane';

const SIDES: readonly { readonly id: Side; readonly name: string }[] = [
  { id: 'pane', name: '助手' },
  { id: 'book', name: '表格' },
];

interface WorkbenchProps {
  readonly desk: Desk;
  readonly state: DeskState;
  readonly narrow: boolean;
  readonly onError: (error: unknown) => void;
}

/** The workbook and the pane: side by side, or one at a time where the page is narrow. */
export function Workbench({ desk, state, narrow, onError }: WorkbenchProps) {
  const styles = useStyles();
  const [side, setSide] = useState<Side>('pane');
  const root = useRef<HTMLElement>(null);
  const seen = useRef(state.reveals);
  useEffect(() => {
    root.current?.querySelector<HTMLElement>('h2')?.focus();
  }, []);
  useEffect(() => {
    if (state.reveals !== seen.current) setSide('book');
    seen.current = state.reveals;
  }, [state.reveals]);
  const shows = (one: Side): boolean => !narrow || side === one;
  return (
    <main ref={root} className={narrow ? styles.stack : styles.sides}>
      {narrow && (
        <nav className={styles.tabs} aria-label="助手和表格">
          <TabStrip label="显示" tabs={SIDES} selected={side} controls={`side-${side}`} onSelect={setSide} />
        </nav>
      )}
      <div id="side-book" className={shows('book') ? styles.book : styles.away}>
        <WorkbookPanel desk={desk} state={state} onError={onError} />
      </div>
      <div id="side-pane" className={shows('pane') ? (narrow ? styles.whole : styles.pane) : styles.away}>
        <Pane assistant={desk.assistant} readWorkbook={readWorkbook} readText={readText} saveDocument={saveDocument} />
      </div>
    </main>
  );
}
