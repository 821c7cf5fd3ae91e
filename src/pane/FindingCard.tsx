import { Badge, Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { Finding } from '../check/finding';
import { formatAmount } from '../money/figure';
import { VERDICT_NAMES } from '../money/verdict';
import type { CellRef } from '../workbook/address';
import { CellLinks } from './CellLinks';
import { Disclosure } from './Disclosure';
import { SeverityIcon } from './SeverityIcon';
import { VisuallyHidden } from './VisuallyHidden';
import { CAUSE_NAMES, valueText } from './wording';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalSNudge,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeftWidth: '4px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
    '&:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  error: { borderLeftColor: tokens.colorStatusDangerBorderActive },
  warning: { borderLeftColor: tokens.colorStatusWarningBorderActive },
  rounding: { borderLeftColor: tokens.colorPaletteBlueBorderActive },
  head: { display: 'flex', columnGap: tokens.spacingHorizontalS },
  message: { margin: 0, overflowWrap: 'anywhere', lineHeight: tokens.lineHeightBase300 },
  reasons: {
    display: 'block',
    marginTop: tokens.spacingVerticalXS,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  place: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  quote: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalS,
    borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground2,
  },
  amounts: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    '& > div': { display: 'flex', columnGap: tokens.spacingHorizontalXS },
    '& dt': { color: tokens.colorNeutralForeground3 },
    '& dd': { margin: 0, fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' },
  },
  expected: { fontWeight: tokens.fontWeightSemibold },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
  },
  fix: { marginLeft: 'auto' },
  evidence: {
    margin: 0,
    paddingLeft: 0,
    listStyleType: 'none',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    '& li': { padding: `${tokens.spacingVerticalXS} 0`, overflowWrap: 'anywhere' },
    '& p': { margin: `0 0 ${tokens.spacingVerticalXS}` },
  },
});

/** So many characters of a value fit on a button. */
const LONGEST_VALUE = 12;

interface FindingCardProps {
  readonly finding: Finding;
  /** Its place among the findings shown, from 1, and how many there are. */
  readonly position: number;
  readonly total: number;
  readonly onReveal: (cell: CellRef) => void;
  readonly onCorrect: () => void;
}

/** One finding: the sentence, the numbers, the likely cause, its cells, what it breaks, and the correction. */
export function FindingCard({ finding, position, total, onReveal, onCorrect }: FindingCardProps) {
  const styles = useStyles();
  const messageId = useId();
  const { fact, reasons } = sentencesOf(finding.message);
  const sheet = finding.place === null ? (finding.cells[0]?.sheet ?? null) : null;
  const cause = finding.cause === null ? null : CAUSE_NAMES[finding.cause];
  return (
    <article
      className={mergeClasses(styles.card, styles[finding.severity])}
      aria-labelledby={messageId}
      tabIndex={-1}
      aria-posinset={position}
      aria-setsize={total}
    >
      <div className={styles.head}>
        <SeverityIcon severity={finding.severity} />
        <p className={styles.message} id={messageId}>
          <VisuallyHidden>{VERDICT_NAMES[finding.severity]}：</VisuallyHidden>
          {fact}
          {reasons !== '' && <span className={styles.reasons}>{reasons}</span>}
        </p>
      </div>
      {finding.place !== null && <p className={styles.place}>第 {finding.place.paragraph} 段</p>}
      {finding.quote !== null && <blockquote className={styles.quote}>{finding.quote}</blockquote>}
      <Amounts finding={finding} />
      <div className={styles.foot}>
        {cause !== null && (
          <Badge appearance="tint" color={finding.severity === 'error' ? 'danger' : 'warning'}>
            {cause}
          </Badge>
        )}
        <CellLinks label={finding.place === null ? '定位' : '对照'} cells={finding.cells} sheet={sheet} onReveal={onReveal} />
        {finding.fix !== null && (
          <Button className={styles.fix} size="small" appearance="primary" onClick={onCorrect}>
            {fixText(finding)}
          </Button>
        )}
      </div>
      {finding.evidence.length > 0 && (
        <Disclosure summary={`影响 ${finding.evidence.length} 条勾稽关系`}>
          <ul className={styles.evidence}>
            {finding.evidence.map(({ rule, message, cells }, index) => (
              <li key={`${rule} ${index}`}>
                <p>{message}</p>
                <CellLinks cells={cells} sheet={sheet} onReveal={onReveal} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </article>
  );
}

/** What is so, and the arithmetic that shows it. */
function sentencesOf(message: string): { readonly fact: string; readonly reasons: string } {
  const end = message.indexOf('。') + 1;
  return end === 0 ? { fact: message, reasons: '' } : { fact: message.slice(0, end), reasons: message.slice(end) };
}

/** What stands, what is expected, and how far apart they are, where the message does not already say so. */
function Amounts({ finding: { message, actual, expected, difference, found, unit } }: { readonly finding: Finding }) {
  const styles = useStyles();
  const actualText = found ?? (actual === null ? null : formatAmount(actual, unit));
  const expectedText = expected === null ? null : formatAmount(expected, unit);
  const isSaid = [actualText, expectedText].every((text) => text === null || message.includes(text === '' ? '为空' : text));
  if (isSaid) return null;
  return (
    <dl className={styles.amounts}>
      {actualText !== null && (
        <div>
          <dt>现为</dt>
          <dd>{actualText === '' ? '空白' : actualText}</dd>
        </div>
      )}
      {expectedText !== null && (
        <div>
          <dt>应为</dt>
          <dd className={styles.expected}>{expectedText}</dd>
        </div>
      )}
      {difference !== null && (
        <div>
          <dt>相差</dt>
          <dd>{formatAmount(difference, unit)}</dd>
        </div>
      )}
    </dl>
  );
}

/** What the button of a correction says: the value where it is short, else how much changes. */
function fixText({ fix, unit }: Finding): string {
  const [edit, ...more] = fix ?? [];
  if (edit === undefined || more.length > 0) return `更正 ${fix?.length ?? 0} 格`;
  const value = valueText(edit.to, unit);
  return value.length > LONGEST_VALUE ? '更正文字' : `更正为 ${value}`;
}
