import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import type { RepairRow } from '../app/assistant';
import { formatCell, type CellRef } from '../workbook/address';
import { CellLinks } from './CellLinks';
import { Disclosure } from './Disclosure';
import { groupRows, isParagraph } from './preview-rows';
import { VisuallyHidden } from './VisuallyHidden';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' },
  tick: { width: '36px' },
  numbers: { width: '96px' },
  group: {
    padding: `${tokens.spacingVerticalL} 0 ${tokens.spacingVerticalXS}`,
    textAlign: 'left',
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  count: {
    marginLeft: tokens.spacingHorizontalS,
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, verticalAlign: 'top' },
  cell: { padding: `${tokens.spacingVerticalS} 0` },
  tickCell: { padding: 0 },
  label: { margin: `0 0 ${tokens.spacingVerticalXXS}`, overflowWrap: 'anywhere' },
  amounts: {
    padding: `${tokens.spacingVerticalS} 0`,
    textAlign: 'right',
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
  change: {
    '& del': { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
    '& ins': { display: 'block', textDecorationLine: 'none', fontWeight: tokens.fontWeightSemibold },
  },
  closes: {
    margin: 0,
    padding: `0 0 ${tokens.spacingVerticalXS}`,
    listStyleType: 'none',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
});

interface PreviewTableProps {
  readonly rows: readonly RepairRow[];
  readonly onReveal: (cell: CellRef) => void;
  /** Keeps the row's cell as it is; left out where the rows belong together. */
  readonly onPin?: (row: RepairRow) => void;
}

/** Every cell that would change, old and new, under the title of its table. */
export function PreviewTable({ rows, onReveal, onPin }: PreviewTableProps) {
  const styles = useStyles();
  return (
    <table className={styles.table}>
      <colgroup>
        {onPin !== undefined && <col className={styles.tick} />}
        <col />
        <col className={styles.numbers} />
      </colgroup>
      <thead>
        <tr>
          {onPin !== undefined && (
            <th scope="col">
              <VisuallyHidden>改动</VisuallyHidden>
            </th>
          )}
          <th scope="col">
            <VisuallyHidden>单元格</VisuallyHidden>
          </th>
          <th scope="col">
            <VisuallyHidden>原值和新值</VisuallyHidden>
          </th>
        </tr>
      </thead>
      {groupRows(rows).map(({ table, rows: members }) => (
        <tbody key={table}>
          <tr>
            <th scope="rowgroup" colSpan={onPin === undefined ? 2 : 3} className={styles.group}>
              {table}
              <span className={styles.count}>{members.length} 处</span>
            </th>
          </tr>
          {members.map((row) => (
            <PreviewRow key={formatCell(row.edit.cell)} row={row} onReveal={onReveal} {...(onPin && { onPin })} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

interface PreviewRowProps extends Omit<PreviewTableProps, 'rows'> {
  readonly row: RepairRow;
}

function PreviewRow({ row, onReveal, onPin }: PreviewRowProps) {
  const styles = useStyles();
  const isText = isParagraph(row);
  return (
    <tr className={styles.row}>
      {onPin !== undefined && (
        <td className={styles.tickCell}>
          {!isText && (
            <Checkbox checked aria-label={`改动 ${row.label}（取消勾选则保持不变）`} onChange={() => onPin(row)} />
          )}
        </td>
      )}
      <td className={styles.cell} colSpan={isText ? 2 : 1}>
        <p className={styles.label}>{row.label}</p>
        <CellLinks cells={[row.edit.cell]} sheet={null} onReveal={onReveal} />
        {isText && <Change row={row} />}
        {row.closes.length > 0 && (
          <Disclosure summary="改动原因">
            <ul className={styles.closes}>
              {row.closes.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </Disclosure>
        )}
      </td>
      {!isText && (
        <td className={styles.amounts}>
          <Change row={row} />
        </td>
      )}
    </tr>
  );
}

/** Old over new. */
function Change({ row: { from, to } }: { readonly row: RepairRow }) {
  const styles = useStyles();
  return (
    <div className={styles.change}>
      <del>
        <VisuallyHidden>原值 </VisuallyHidden>
        {from}
      </del>
      <ins>
        <VisuallyHidden>新值 </VisuallyHidden>
        {to}
      </ins>
    </div>
  );
}
