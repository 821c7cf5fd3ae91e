import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronLeftRegular } from '@fluentui/react-icons/svg/chevron-left';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';

const useStyles = makeStyles({
  root: { display: 'flex', flexShrink: 0, alignItems: 'center', backgroundColor: tokens.colorNeutralBackground2 },
  strip: {
    display: 'flex',
    minWidth: 0,
    overflowX: 'auto',
    overflowY: 'hidden',
    padding: `0 ${tokens.spacingHorizontalXS}`,
    scrollbarWidth: 'none',
  },
  tab: {
    flexShrink: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: 0,
    borderBottom: '3px solid transparent',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
    backgroundColor: 'transparent',
    cursor: 'pointer',
    '&:hover': { color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorNeutralBackground2Hover },
    '&:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  selected: {
    borderBottomColor: tokens.colorBrandStroke1,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '@media (forced-colors: active)': { borderBottomColor: 'Highlight' },
  },
});

/** How much of the strip one press of a scroll button passes over. */
const PAGE = 0.8;

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowLeft: -1, ArrowRight: 1 };

interface TabStripProps<Id extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly id: Id; readonly name: string }[];
  readonly selected: Id;
  /** The id of the element that shows what is selected. */
  readonly controls: string;
  readonly onSelect: (id: Id) => void;
}

/** Tabs in one line; the arrow keys, Home and End go from one to the other, the selected one stays in sight. */
export function TabStrip<Id extends string>({ label, tabs, selected, controls, onSelect }: TabStripProps<Id>) {
  const styles = useStyles();
  const strip = useRef<HTMLDivElement>(null);
  const current = useRef<HTMLButtonElement>(null);
  const [crowded, setCrowded] = useState(false);
  useLayoutEffect(() => {
    const element = strip.current;
    if (element === null) return undefined;
    const measure = (): void => setCrowded(element.scrollWidth > (element.parentElement?.clientWidth ?? 0));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [tabs.length]);
  const scroll = (pages: number): void => strip.current?.scrollBy({ left: pages * strip.current.clientWidth });
  useEffect(() => {
    current.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [selected]);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const at = tabs.findIndex(({ id }) => id === selected);
    const step = STEPS[event.key];
    const to = step !== undefined ? at + step : event.key === 'Home' ? 0 : event.key === 'End' ? tabs.length - 1 : -1;
    const next = tabs[to];
    if (next === undefined) return;
    event.preventDefault();
    onSelect(next.id);
    event.currentTarget.querySelectorAll('button')[to]?.focus();
  };
  // Those who use the keyboard go from tab to tab; these are for the mouse.
  const scroller = (name: string, icon: ReactElement, pages: number) => (
    <Button appearance="subtle" size="small" tabIndex={-1} aria-label={name} icon={icon} onClick={() => scroll(pages)} />
  );
  return (
    <div className={styles.root}>
      {crowded && scroller('前面的标签', <ChevronLeftRegular />, -PAGE)}
      {crowded && scroller('后面的标签', <ChevronRightRegular />, PAGE)}
      <div
        ref={strip}
        className={styles.strip}
        role="tablist"
        aria-label={label}
        onKeyDown={onKeyDown}
        onWheel={({ deltaX, deltaY }) => strip.current?.scrollBy({ left: deltaX + deltaY })}
      >
        {tabs.map(({ id, name }) => (
          <button
            key={id}
            ref={id === selected ? current : null}
            type="button"
            role="tab"
            className={mergeClasses(styles.tab, id === selected && styles.selected)}
            aria-selected={id === selected}
            aria-controls={controls}
            tabIndex={id === selected ? 0 : -1}
            onClick={() => onSelect(id)}
          >
            {name}
          </button>
        ))}
      </div>
    </div>
  );
}
