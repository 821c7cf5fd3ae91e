import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { FileInput, WORKBOOK_FILES } from '../pane/FileInput';
import { errorSentence } from '../pane/wording';
import type { Desk } from './desk';
import { DiscardDialog } from './DiscardDialog';
import { download, openFile, openSample } from './files';
import { Landing } from './Landing';
import { PageHeader } from './PageHeader';
import { useFileDrop } from './use-file-drop';
import { useNarrow } from './use-narrow';
import { Workbench } from './Workbench';

const TITLE = '决算公开助手';

const useStyles = makeStyles({
  root: { position: 'relative', display: 'flex', flexDirection: 'column', height: '100%' },
  bar: { flexShrink: 0, borderRadius: 0 },
  drop: {
    position: 'absolute',
    inset: 0,
    zIndex: 10,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    margin: tokens.spacingHorizontalL,
    pointerEvents: 'none',
    border: `3px dashed ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
    fontSize: tokens.fontSizeBase600,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    opacity: 0.94,
  },
});

/** A file that waits for the user to let go of the open one. */
type Waiting = { readonly name: string; readonly open: () => Promise<Desk> };

const NOTHING_TO_FOLLOW = (): (() => void) => () => undefined;
const NOTHING_TO_SHOW = (): null => null;

/** The page that works without Excel. */
export function App() {
  const styles = useStyles();
  const narrow = useNarrow();
  const input = useRef<HTMLInputElement>(null);
  const [desk, setDesk] = useState<Desk | null>(null);
  const [opening, setOpening] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const state = useSyncExternalStore(desk?.subscribe ?? NOTHING_TO_FOLLOW, desk?.state ?? NOTHING_TO_SHOW);
  const unsaved = state?.unsaved === true;

  const open = useCallback(async ({ name, open: read }: Waiting): Promise<void> => {
    setWaiting(null);
    setError(null);
    setOpening(name);
    try {
      setDesk(await read());
    } catch (thrown) {
      setError(errorSentence(thrown));
    } finally {
      setOpening(null);
    }
  }, []);
  const request = useCallback(
    (next: Waiting): void => {
      if (unsaved) setWaiting(next);
      else void open(next);
    },
    [unsaved, open],
  );
  const take = useCallback(
    (files: readonly File[]): void => {
      const [file] = files;
      if (files.length > 1) setError('一次只能打开一个工作簿，请只拖入一个文件。');
      else if (file !== undefined) request({ name: file.name, open: () => openFile(file) });
    },
    [request],
  );
  const dragging = useFileDrop(take);

  useEffect(() => {
    document.title = desk === null ? TITLE : `${unsaved ? '● ' : ''}${desk.name} - ${TITLE}`;
  }, [desk, unsaved]);
  useEffect(() => {
    if (!unsaved) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved]);

  const save = (): void => {
    if (desk === null) return;
    try {
      download(desk);
    } catch (thrown) {
      setError(errorSentence(thrown));
    }
  };
  const choose = (): void => input.current?.click();

  return (
    <div className={styles.root}>
      <PageHeader
        narrow={narrow}
        file={desk === null ? null : { name: desk.name, unsaved, readOnly: desk.readOnly }}
        onOpen={choose}
        onSave={save}
      />
      <FileInput ref={input} label="选择工作簿" accept={WORKBOOK_FILES} onFile={(file) => take([file])} />
      {desk === null || state === null ? (
        <Landing
          opening={opening}
          error={error}
          onOpen={choose}
          onSample={() => request({ name: '示例', open: openSample })}
        />
      ) : (
        <>
          {error !== null && (
            <MessageBar className={styles.bar} intent="error" role="alert">
              <MessageBarBody>{error}</MessageBarBody>
              <MessageBarActions
                containerAction={
                  <Button
                    aria-label="关闭提示"
                    appearance="transparent"
                    icon={<DismissRegular />}
                    onClick={() => setError(null)}
                  />
                }
              />
            </MessageBar>
          )}
          <Workbench
            key={desk.id}
            desk={desk}
            state={state}
            narrow={narrow}
            onError={(thrown) => setError(errorSentence(thrown))}
          />
        </>
      )}
      {dragging && <div className={styles.drop}>松开鼠标，打开这个工作簿</div>}
      {waiting !== null && desk !== null && (
        <DiscardDialog name={desk.name} onDiscard={() => void open(waiting)} onCancel={() => setWaiting(null)} />
      )}
    </div>
  );
}
