import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Severity } from '../check/finding';
import { VERDICT_NAMES } from '../money/verdict';
import { SeverityIcon } from './SeverityIcon';
import { SEVERITIES } from './wording';

const useStyles = makeStyles({
  row: { display: 'grid', gridTemplateColumns: 'repeat(3, 1fr)', columnGap: tokens.spacingHorizontalS },
  toggle: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    fontFamily: 'inherit',
    textAlign: 'left',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    cursor: 'pointer',
    '&:hover:enabled': { backgroundColor: tokens.colorNeutralBackground1Hover },
    '&:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
    '&:disabled': { cursor: 'default', backgroundColor: tokens.colorNeutralBackground2 },
  },
  pressed: {
    border: `1px solid ${tokens.colorBrandStroke1}`,
    boxShadow: `inset 0 0 0 1px ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1Selected,
    '@media (forced-colors: active)': { outline: '2px solid Highlight' },
  },
  name: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  count: {
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  none: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
});

interface SummaryFilterProps {
  readonly counts: Readonly<Record<Severity, number>>;
  readonly filter: Severity | null;
  readonly onFilter: (severity: Severity | null) => void;
}

/** How many findings there are of each severity; pressing a count shows only these, pressing it again shows all. */
export function SummaryFilter({ counts, filter, onFilter }: SummaryFilterProps) {
  const styles = useStyles();
  return (
    <div className={styles.row} role="group" aria-label="按严重程度筛选">
      {SEVERITIES.map((severity) => (
        <button
          key={severity}
          type="button"
          className={mergeClasses(styles.toggle, filter === severity && styles.pressed)}
          aria-pressed={filter === severity}
          disabled={counts[severity] === 0}
          onClick={() => onFilter(filter === severity ? null : severity)}
        >
          <span className={styles.name}>
            <SeverityIcon severity={severity} />
            {VERDICT_NAMES[severity]}
          </span>
          <span className={mergeClasses(styles.count, counts[severity] === 0 && styles.none)}>{counts[severity]}</span>
        </button>
      ))}
    </div>
  );
}
