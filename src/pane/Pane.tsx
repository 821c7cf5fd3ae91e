import { makeStyles, tokens } from '@fluentui/react-components';
import { useRef } from 'react';
import type { Assistant } from '../app/assistant';
import { announcementOf } from './announcement';
import type { CommandSource } from './commands';
import { CorrectionView } from './CorrectionView';
import { FailedView } from './FailedView';
import { HomeView } from './HomeView';
import { NarrativeView } from './NarrativeView';
import { NoticeBar, StaleBar } from './NoticeBar';
import { ProgressStrip } from './ProgressStrip';
import { RepairView } from './RepairView';
import { ReportView } from './ReportView';
import { SupplementView } from './SupplementView';
import type { PaneState } from './state';
import { useFocusCare } from './use-focus-care';
import { usePane, type PaneActions, type ReadText, type ReadWorkbook, type SaveDocument } from './use-pane';
import { VisuallyHidden } from './VisuallyHidden';

const useStyles = makeStyles({
  root: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minWidth: 0,
    overflow: 'hidden',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  content: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, '&[inert]': { opacity: 0.5 } },
});

interface PaneProps {
  /** The assistant, as soon as it is loaded. */
  readonly assistant: Promise<Assistant>;
  readonly readWorkbook: ReadWorkbook;
  readonly readText: ReadText;
  readonly saveDocument: SaveDocument;
  /** What the ribbon asks for. */
  readonly commands?: CommandSource;
}

/** The whole task pane over an assistant. */
export function Pane({ assistant, readWorkbook, readText, saveDocument, commands }: PaneProps) {
  const styles = useStyles();
  const [state, actions] = usePane(assistant, readWorkbook, readText, saveDocument, commands);
  const root = useRef<HTMLElement>(null);
  const content = useRef<HTMLDivElement>(null);
  useFocusCare(root, content, state.view, state.task !== null);
  return (
    <section className={styles.root} ref={root} aria-label="助手">
      <div role="status">
        <VisuallyHidden>{announcementOf(state)}</VisuallyHidden>
      </div>
      {state.task !== null && <ProgressStrip task={state.task} onCancel={actions.cancel} />}
      <div ref={content} className={styles.content}>
        {state.notice !== null && (
          <NoticeBar notice={state.notice} onUndo={actions.undo} onDismiss={actions.dismiss} />
        )}
        {state.stale && <StaleBar onRefresh={actions.refresh} />}
        <CurrentView state={state} actions={actions} />
      </div>
    </section>
  );
}

function CurrentView({ state, actions }: { readonly state: PaneState; readonly actions: PaneActions }) {
  const { view, stale, filter, undoable, lastYear, text, drafts } = state;
  switch (view.kind) {
    case 'home':
      return <HomeView onCheck={actions.check} />;
    case 'failed':
      return <FailedView sentence={view.sentence} onRetry={actions.check} />;
    case 'report':
      return (
        <ReportView
          report={view.report}
          place={view.place}
          filter={filter}
          undoable={undoable}
          lastYear={lastYear}
          text={text}
          actions={actions}
        />
      );
    case 'repair':
      return <RepairView preview={view.preview} decision={view.decision} stale={stale} actions={actions} />;
    case 'correction':
      return <CorrectionView report={view.report} finding={view.finding} stale={stale} actions={actions} />;
    case 'narrative':
      return <NarrativeView view={view} settings={state.narrative} actions={actions} />;
    case 'supplement':
      return <SupplementView {...view} drafts={drafts} actions={actions} />;
  }
}
