import { Button, makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components';
import { LockOpenRegular } from '@fluentui/react-icons/svg/lock-open';
import type { Conflict, LockedValue } from '../app/assistant';
import { formatCell } from '../workbook/address';

const useStyles = makeStyles({
  list: { margin: 0, padding: `${tokens.spacingVerticalXS} 0`, listStyleType: 'none', overflowWrap: 'anywhere' },
  conflict: { '& p': { margin: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalXS}` } },
  locks: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  lock: { minWidth: 0, maxWidth: '100%', fontWeight: tokens.fontWeightRegular, overflowWrap: 'anywhere' },
});

interface LockConflictsProps {
  readonly conflicts: readonly Conflict[];
  readonly onRelease: (values: readonly LockedValue[]) => void;
}

/** The locks that exclude one another: until one of each set is released, nothing is written. */
export function LockConflicts({ conflicts, onRelease }: LockConflictsProps) {
  const styles = useStyles();
  return (
    <MessageBar intent="error" layout="multiline" role="group">
      <MessageBarBody>
        <MessageBarTitle>锁定的数互相冲突，还不能写入</MessageBarTitle>
        <ul className={styles.list}>
          {conflicts.map(({ locks, because }) => (
            <li key={because} className={styles.conflict}>
              <p>{because}</p>
              <span className={styles.locks}>
                {locks.map((value) => {
                  const cells = value.cells.map(formatCell).join('、');
                  return (
                    <Button
                      key={cells}
                      className={styles.lock}
                      size="small"
                      icon={<LockOpenRegular />}
                      aria-label={`放开 ${value.label}（${cells}）`}
                      title={cells}
                      onClick={() => onRelease([value])}
                    >
                      {value.label}
                    </Button>
                  );
                })}
              </span>
            </li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
