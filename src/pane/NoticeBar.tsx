import {
  Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import type { Notice } from './state';

const useStyles = makeStyles({
  bar: { margin: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXS}`, flexShrink: 0 },
  // What is wrong with a template is said a line each.
  text: { whiteSpace: 'pre-line' },
});

interface NoticeBarProps {
  readonly notice: Notice;
  readonly onUndo: () => void;
  readonly onDismiss: () => void;
}

/** The outcome of what was just done; an error interrupts a screen reader, all else waits. */
export function NoticeBar({ notice, onUndo, onDismiss }: NoticeBarProps) {
  const styles = useStyles();
  return (
    <MessageBar
      className={styles.bar}
      intent={notice.intent}
      layout="multiline"
      role={notice.intent === 'error' ? 'alert' : 'group'}
    >
      <MessageBarBody className={styles.text}>{notice.text}</MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button aria-label="关闭提示" appearance="transparent" icon={<DismissRegular />} onClick={onDismiss} />
        }
      >
        {notice.undo && <Button onClick={onUndo}>撤销</Button>}
      </MessageBarActions>
    </MessageBar>
  );
}

interface StaleBarProps {
  readonly onRefresh: () => void;
}

/** What is shown is older than the workbook. */
export function StaleBar({ onRefresh }: StaleBarProps) {
  return (
    <MessageBar className={useStyles().bar} intent="warning" layout="multiline" role="group">
      <MessageBarBody>表格已改动，下面的内容可能已经过时。</MessageBarBody>
      <MessageBarActions>
        <Button onClick={onRefresh}>重新检查</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
