import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import type { Difference } from '../app/narrative-sheet';
import type { PaneActions } from './use-pane';

const useStyles = makeStyles({
  root: {
    margin: `0 0 ${tokens.spacingVerticalM}`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  hint: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingTop: tokens.spacingVerticalS, marginTop: tokens.spacingVerticalS },
  label: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  words: { margin: `0 0 ${tokens.spacingVerticalXS}`, overflowWrap: 'anywhere' },
  box: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

interface NarrativeDifferencesProps {
  readonly differences: readonly Difference[];
  readonly accepted: readonly string[];
  readonly onAccept: PaneActions['accept'];
}

const LABELS: Readonly<Record<Difference['kind'], { readonly held: string; readonly written: string; readonly accept: string }>> = {
  edited: { held: '您的文字', written: '按表中数字应为', accept: '改为应有的文字' },
  removed: { held: '您已删去', written: '按表中数字应有', accept: '恢复这一段' },
  'section-removed': { held: '您已删去整节，写入时保持删去', written: '按表中数字应有', accept: '重新写入这一节' },
  'left-over': { held: '您的文字', written: '现在的表中已不需要', accept: '删去这一段' },
};

/** The paragraphs of the sheet that a person changed: each stays as it is unless it is given up here. */
export function NarrativeDifferences({ differences, accepted, onAccept }: NarrativeDifferencesProps) {
  const styles = useStyles();
  if (differences.length === 0) return null;
  return (
    <section className={styles.root} aria-label="工作表中改过的段落">
      <h3 className={styles.heading}>您在工作表中改过 {differences.length} 处</h3>
      <p className={styles.hint}>写入时保持您的文字，勾选的才会改动。</p>
      <ul className={styles.list}>
        {differences.map(({ key, kind, held, written }) => {
          const labels = LABELS[kind];
          return (
            <li key={key} className={styles.item}>
              <Words label={labels.held} words={held} />
              <Words label={labels.written} words={written} />
              <Checkbox
                className={styles.box}
                label={labels.accept}
                checked={accepted.includes(key)}
                onChange={(_, { checked }) => onAccept(key, checked === true)}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Words({ label, words }: { readonly label: string; readonly words: string }) {
  const styles = useStyles();
  return (
    <>
      <p className={styles.label}>{label}</p>
      {words !== '' && <p className={styles.words}>{words}</p>}
    </>
  );
}
