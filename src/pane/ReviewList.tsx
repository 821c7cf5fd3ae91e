import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components';
import { placeText } from '../app/texts';
import type { Finding } from '../check/finding';
import type { CellRef } from '../workbook/address';
import { CellLinks } from './CellLinks';

const useStyles = makeStyles({
  bar: { marginTop: tokens.spacingVerticalM },
  list: { margin: 0, padding: 0, listStyleType: 'none', overflowWrap: 'anywhere' },
  item: { padding: `${tokens.spacingVerticalXS} 0`, '& p': { margin: `${tokens.spacingVerticalXS} 0` } },
});

interface ReviewListProps {
  readonly findings: readonly Finding[];
  readonly onReveal: (cell: CellRef) => void;
}

/** The paragraphs that the write puts out of step and does not rewrite. */
export function ReviewList({ findings, onReveal }: ReviewListProps) {
  const styles = useStyles();
  return (
    <MessageBar className={styles.bar} intent="warning" layout="multiline" role="group">
      <MessageBarBody>
        <MessageBarTitle>写入后请核对 {findings.length} 处文字</MessageBarTitle>
        <ul className={styles.list}>
          {findings.map(({ id, quote, message, cells, place }) => (
            <li key={`${id} ${quote}`} className={styles.item}>
              <p>
                {place !== null && `${placeText(place)}：`}
                {message}
              </p>
              <CellLinks cells={cells} sheet={null} onReveal={onReveal} />
            </li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
