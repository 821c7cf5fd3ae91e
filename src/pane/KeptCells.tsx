import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import type { LockedValue } from '../app/assistant';
import { formatCell } from '../workbook/address';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    marginBottom: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    '& h3': { margin: 0, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
    '& ul': { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, margin: 0, padding: 0 },
    '& li': { display: 'contents' },
  },
  value: { minWidth: 0, maxWidth: '100%', fontWeight: tokens.fontWeightRegular, overflowWrap: 'anywhere' },
});

interface KeptCellsProps {
  readonly title: string;
  /** What taking one off the list does, before its name: 「允许改动」. */
  readonly verb: string;
  readonly values: readonly LockedValue[];
  readonly onRemove: (value: LockedValue) => void;
}

/** What the user decided about single values, each to be taken back with one click. */
export function KeptCells({ title, verb, values, onRemove }: KeptCellsProps) {
  const styles = useStyles();
  if (values.length === 0) return null;
  return (
    <div className={styles.root}>
      <h3>{title}</h3>
      <ul>
        {values.map((value) => {
          const cells = value.cells.map(formatCell).join('、');
          return (
            <li key={cells}>
              <Button
                className={styles.value}
                size="small"
                iconPosition="after"
                icon={<DismissRegular />}
                aria-label={`${verb} ${value.label}`}
                title={cells}
                onClick={() => onRemove(value)}
              >
                {value.label}
              </Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
