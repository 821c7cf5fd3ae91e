import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    '&[open] > summary svg': { transform: 'rotate(90deg)' },
  },
  summary: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    minHeight: '28px',
    cursor: 'pointer',
    listStyleType: 'none',
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    '&::-webkit-details-marker': { display: 'none' },
    '&:hover': { color: tokens.colorNeutralForeground2BrandHover },
    '&:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    '& svg': { flexShrink: 0, transitionProperty: 'transform', transitionDuration: tokens.durationFaster },
  },
  content: { paddingLeft: '20px' },
});

interface DisclosureProps {
  readonly summary: ReactNode;
  readonly className?: string;
  /** Unfolded from the start. */
  readonly open?: boolean;
  readonly children: ReactNode;
}

/** Content folded under one line. */
export function Disclosure({ summary, className, open = false, children }: DisclosureProps) {
  const styles = useStyles();
  return (
    <details className={mergeClasses(styles.root, className)} open={open}>
      <summary className={styles.summary}>
        <ChevronRight16Regular aria-hidden />
        {summary}
      </summary>
      <div className={styles.content}>{children}</div>
    </details>
  );
}
