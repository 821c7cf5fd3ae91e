import { Button, Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { PinRegular } from '@fluentui/react-icons/svg/pin';
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
  links: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalXXS },
  omitted: { '& ins': { color: tokens.colorNeutralForeground3, textDecorationLine: 'line-through' } },
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

/** What can be decided about a row. */
export interface RowChoices {
  readonly isWritten: (row: RepairRow) => boolean;
  /** Writes the row's change, or not. */
  readonly onTick: (row: RepairRow, written: boolean) => void;
  /** Keeps the row's cell as it is and plans anew. */
  readonly onPin: (row: RepairRow) => void;
}

interface PreviewTableProps {
  readonly rows: readonly RepairRow[];
  readonly onReveal: (cell: CellRef) => void;
  /** Left out where the rows belong together. */
  readonly choices?: RowChoices;
}

/** Every cell that would change, old and new, under the title of its table. */
export function PreviewTable({ rows, onReveal, choices }: PreviewTableProps) {
  const styles = useStyles();
  return (
    <table className={styles.table}>
      <colgroup>
        {choices !== undefined && <col className={styles.tick} />}
        <col />
        <col className={styles.numbers} />
      </colgroup>
      <thead>
        <tr>
          {choices !== undefined && (
            <th scope="col">
              <VisuallyHidden>写入</VisuallyHidden>
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
            <th scope="rowgroup" colSpan={choices === undefined ? 2 : 3} className={styles.group}>
              {table}
              <span className={styles.count}>{countText(members, choices)}</span>
            </th>
          </tr>
          {members.map((row) => (
            <PreviewRow key={formatCell(row.edit.cell)} row={row} onReveal={onReveal} {...(choices && { choices })} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function countText(rows: readonly RepairRow[], choices: RowChoices | undefined): string {
  const left = choices === undefined ? 0 : rows.filter((row) => !choices.isWritten(row)).length;
  return left === 0 ? `${rows.length} 处` : `${rows.length} 处，其中 ${left} 处不写入`;
}

interface PreviewRowProps extends Omit<PreviewTableProps, 'rows'> {
  readonly row: RepairRow;
}

function PreviewRow({ row, onReveal, choices }: PreviewRowProps) {
  const styles = useStyles();
  const isText = isParagraph(row);
  const isWritten = choices?.isWritten(row) ?? true;
  return (
    <tr className={styles.row}>
      {choices !== undefined && (
        <td className={styles.tickCell}>
          {!isText && (
            <Checkbox
              checked={isWritten}
              aria-label={`写入 ${row.label}`}
              onChange={(_, { checked }) => choices.onTick(row, checked === true)}
            />
          )}
        </td>
      )}
      <td className={styles.cell} colSpan={isText ? 2 : 1}>
        <p className={styles.label}>{row.label}</p>
        <span className={styles.links}>
          <CellLinks cells={[row.edit.cell]} sheet={null} onReveal={onReveal} />
          {choices !== undefined && !isText && (
            <Button
              size="small"
              appearance="subtle"
              icon={<PinRegular />}
              aria-label={`保持不变 ${row.label}`}
              title="保持不变，另找改法"
              onClick={() => choices.onPin(row)}
            />
          )}
        </span>
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
        <td className={mergeClasses(styles.amounts, !isWritten && styles.omitted)}>
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
