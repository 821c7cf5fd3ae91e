import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    textAlign: 'center',
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXL}`,
  },
  icon: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '72px',
    height: '72px',
    fontSize: '40px',
    borderRadius: tokens.borderRadiusCircular,
    marginBottom: tokens.spacingVerticalL,
  },
  success: { color: tokens.colorStatusSuccessForeground1, backgroundColor: tokens.colorStatusSuccessBackground1 },
  danger: { color: tokens.colorStatusDangerForeground1, backgroundColor: tokens.colorStatusDangerBackground1 },
  neutral: { color: tokens.colorNeutralForeground3, backgroundColor: tokens.colorNeutralBackground3 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: {
    margin: `${tokens.spacingVerticalS} 0 0`,
    maxWidth: '26em',
    textWrap: 'balance',
    color: tokens.colorNeutralForeground2,
    lineHeight: tokens.lineHeightBase400,
  },
  action: { marginTop: tokens.spacingVerticalXL },
});

interface EmptyStateProps {
  readonly tone: 'success' | 'danger' | 'neutral';
  readonly icon: ReactNode;
  /** Left out where the view's own title says it. */
  readonly title?: string;
  /** How the title ranks on the page. */
  readonly level?: 2 | 3;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

/** What stands where there is nothing to list: a sign, what is so, and what to do. */
export function EmptyState({ tone, icon, title, level = 3, children, action }: EmptyStateProps) {
  const styles = useStyles();
  const Heading = `h${level}` as const;
  return (
    <div className={styles.root}>
      <div className={mergeClasses(styles.icon, styles[tone])} aria-hidden>
        {icon}
      </div>
      {title !== undefined && <Heading className={styles.title}>{title}</Heading>}
      <p className={styles.text}>{children}</p>
      {action !== undefined && <div className={styles.action}>{action}</div>}
    </div>
  );
}
