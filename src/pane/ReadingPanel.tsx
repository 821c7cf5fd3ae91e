import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { CheckReport } from '../app/check';
import type { CellRef } from '../workbook/address';
import { Disclosure } from './Disclosure';
import { groupSkipped } from './finding-groups';

const useStyles = makeStyles({
  root: { marginTop: tokens.spacingVerticalS },
  list: {
    margin: 0,
    padding: `0 0 ${tokens.spacingVerticalS}`,
    listStyleType: 'none',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    '& li': { padding: `${tokens.spacingVerticalXXS} 0`, overflowWrap: 'anywhere' },
  },
  sheet: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalS,
  },
  remark: {
    margin: `0 0 ${tokens.spacingVerticalXS}`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  name: { fontSize: 'inherit', overflowWrap: 'anywhere' },
  taken: { color: tokens.colorNeutralForeground3 },
  rules: { margin: 0, paddingLeft: tokens.spacingHorizontalL, color: tokens.colorNeutralForeground3 },
});

interface ReadingPanelProps {
  readonly report: CheckReport;
  readonly onReveal: (cell: CellRef) => void;
}

/** What each sheet was taken for, what kinds of tables there are none of, and which rules were not applied and why. */
export function ReadingPanel({ report: { sheets, tables, skipped }, onReveal }: ReadingPanelProps) {
  const styles = useStyles();
  const rules = skipped.filter(({ remark }) => remark !== true);
  return (
    <div className={styles.root}>
      {skipped.filter(({ remark }) => remark === true).map(({ rule, because }) => (
        <p key={rule} className={styles.remark}>
          {because}。
        </p>
      ))}
      <Disclosure summary={`识别了 ${sheets.length} 张工作表，读出 ${tables.length} 张表`}>
        <ul className={styles.list}>
          {sheets.map(({ sheet, taken }) => (
            <li key={sheet} className={styles.sheet}>
              <Link as="button" inline className={styles.name} onClick={() => onReveal({ sheet, row: 0, column: 0 })}>
                {sheet}
              </Link>
              <span className={styles.taken}>{taken}</span>
            </li>
          ))}
        </ul>
      </Disclosure>
      {rules.length > 0 && (
        <Disclosure summary={`${rules.length} 条规则没有核对`}>
          <ul className={styles.list}>
            {groupSkipped(rules).map(({ because, rules: own }) => (
              <li key={because}>
                {because}（{own.length} 条）
                <ul className={styles.rules}>
                  {own.map((rule) => (
                    <li key={rule}>{rule}</li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}
