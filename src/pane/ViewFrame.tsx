import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left';
import type { ReactNode, Ref } from 'react';

const useStyles = makeStyles({
  frame: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  header: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXS}`,
  },
  back: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  title: {
    flexGrow: 1,
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: 'none',
  },
  tools: { display: 'flex', flexShrink: 0, marginRight: `calc(-1 * ${tokens.spacingHorizontalS})` },
  body: {
    // Holds what is placed in it, so that nothing but this element scrolls.
    position: 'relative',
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    overflowX: 'hidden',
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalL}`,
  },
  caption: {
    margin: `0 0 ${tokens.spacingVerticalM}`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  footer: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    '& > *': { flexGrow: 1, flexBasis: '0', minWidth: '7em', whiteSpace: 'nowrap' },
  },
});

interface ViewFrameProps {
  readonly title: string;
  /** One line under the title. */
  readonly caption?: string;
  readonly onBack?: () => void;
  /** Secondary buttons beside the title. */
  readonly tools?: ReactNode;
  /** What to do next; always in sight. */
  readonly footer?: ReactNode | undefined;
  readonly scrollRef?: Ref<HTMLDivElement>;
  readonly children: ReactNode;
}

/** A view of the pane: title, scrolling content, actions at the foot. The title takes the focus when the view comes. */
export function ViewFrame({ title, caption, onBack, tools, footer, scrollRef, children }: ViewFrameProps) {
  const styles = useStyles();
  return (
    <div className={styles.frame}>
      <header className={styles.header}>
        {onBack !== undefined && (
          <Button
            className={styles.back}
            appearance="subtle"
            icon={<ArrowLeft20Regular />}
            aria-label="返回核对结果"
            onClick={onBack}
          />
        )}
        <h2 className={styles.title} tabIndex={-1}>
          {title}
        </h2>
        {tools !== undefined && <div className={styles.tools}>{tools}</div>}
      </header>
      <div className={styles.body} ref={scrollRef}>
        {caption !== undefined && <p className={styles.caption}>{caption}</p>}
        {children}
      </div>
      {footer !== undefined && <footer className={styles.footer}>{footer}</footer>}
    </div>
  );
}
