import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';

const useStyles = makeStyles({
  entry: {
    justifyContent: 'flex-start',
    width: '100%',
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalS}`,
    textAlign: 'left',
  },
  words: { display: 'block', minWidth: 0 },
  name: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  text: {
    display: 'block',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
  },
});

interface MoreEntryProps {
  readonly icon: ReactElement;
  readonly name: string;
  /** One line that says what it does. */
  readonly text: string;
  /** Set where it unfolds something below it: whether that is to be seen. */
  readonly expanded?: boolean;
  readonly onPress: () => void;
}

/** One line of 更多. */
export function MoreEntry({ icon, name, text, expanded, onPress }: MoreEntryProps) {
  const styles = useStyles();
  return (
    <Button
      className={styles.entry}
      appearance="subtle"
      icon={icon}
      onClick={onPress}
      {...(expanded === undefined ? {} : { 'aria-expanded': expanded })}
    >
      <span className={styles.words}>
        <span className={styles.name}>{name}</span>
        <span className={styles.text}>{text}</span>
      </span>
    </Button>
  );
}
