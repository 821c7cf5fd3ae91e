import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { TargetRegular } from '@fluentui/react-icons/svg/target';
import { useState } from 'react';
import { formatA1, formatCell, type CellRef } from '../workbook/address';

const FIRST = 6;

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS, minWidth: 0 },
  label: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  link: {
    minWidth: 0,
    maxWidth: '100%',
    paddingLeft: tokens.spacingHorizontalXS,
    paddingRight: tokens.spacingHorizontalSNudge,
    fontWeight: tokens.fontWeightRegular,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
});

interface CellLinksProps {
  /** A word before the buttons that says what they do. */
  readonly label?: string;
  readonly cells: readonly CellRef[];
  /** The sheet the reader already knows: its name is left out. */
  readonly sheet: string | null;
  readonly onReveal: (cell: CellRef) => void;
}

/** Buttons that bring cells before the user's eyes, each cell once; a long list is cut until asked for. */
export function CellLinks({ label, cells, sheet, onReveal }: CellLinksProps) {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const single = [...new Map(cells.map((cell) => [formatCell(cell), cell])).values()];
  const shown = all ? single : single.slice(0, FIRST);
  return (
    <span className={styles.row}>
      {label !== undefined && <span className={styles.label}>{label}</span>}
      {shown.map((cell) => (
        <Button
          key={formatCell(cell)}
          className={styles.link}
          size="small"
          icon={<TargetRegular />}
          aria-label={`定位 ${formatCell(cell)}`}
          title={`定位 ${formatCell(cell)}`}
          onClick={() => onReveal(cell)}
        >
          {cell.sheet === sheet ? formatA1(cell.row, cell.column) : formatCell(cell)}
        </Button>
      ))}
      {shown.length < single.length && (
        <Button className={styles.link} size="small" appearance="transparent" onClick={() => setAll(true)}>
          其余 {single.length - shown.length} 格
        </Button>
      )}
    </span>
  );
}
