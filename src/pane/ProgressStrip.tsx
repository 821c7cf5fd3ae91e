import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import type { Task } from './state';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    outlineStyle: 'none',
  },
  line: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '32px',
  },
});

interface ProgressStripProps {
  readonly task: Task;
  readonly onCancel: () => void;
}

/** What is being done, how far it is, and the way out where there is one. */
export function ProgressStrip({ task, onCancel }: ProgressStripProps) {
  const styles = useStyles();
  return (
    <div className={styles.root} tabIndex={-1} data-progress>
      <div className={styles.line}>
        <span>{task.cancelling ? '正在停止' : task.phrase}…</span>
        {task.kind === 'read' && (
          <Button size="small" disabledFocusable={task.cancelling} onClick={onCancel}>
            取消
          </Button>
        )}
      </div>
      <ProgressBar {...(task.done !== null && { value: task.done })} aria-label={task.phrase} />
    </div>
  );
}
