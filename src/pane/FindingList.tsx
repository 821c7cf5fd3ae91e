import { makeStyles, tokens } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState, type ReactNode, type Ref,
} from 'react';
import type { Finding } from '../check/finding';
import type { CellRef } from '../workbook/address';
import { FindingCard } from './FindingCard';
import type { FindingGroup } from './finding-groups';
import type { ListPlace } from './state';

/** Above this many findings only those in sight are put on the page. */
const VIRTUAL_ABOVE = 100;
const HEADING_HEIGHT = 44;
const CARD_HEIGHT = 132;

const useStyles = makeStyles({
  group: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalS,
    margin: 0,
    padding: `${tokens.spacingVerticalL} 0 ${tokens.spacingVerticalS}`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  sheet: {
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  item: { paddingBottom: tokens.spacingVerticalS },
  sizer: { position: 'relative', width: '100%' },
  placed: { position: 'absolute', top: 0, left: 0, width: '100%' },
});

type Row =
  | { readonly kind: 'group'; readonly group: FindingGroup }
  | { readonly kind: 'finding'; readonly finding: Finding; readonly position: number };

interface FindingListProps {
  readonly groups: readonly FindingGroup[];
  /** The element that scrolls the list, null until it is on the page. */
  readonly scroller: HTMLElement | null;
  readonly onReveal: (cell: CellRef) => void;
  readonly onCorrect: (finding: Finding, position: number) => void;
  /** Where to go on in the list, anew with every object; where it has become shorter, at its end. */
  readonly place: ListPlace | null;
}

/** The findings under the titles of their tables. */
export function FindingList({ groups, scroller, place, onReveal, onCorrect }: FindingListProps) {
  const rows = useMemo(() => rowsOf(groups), [groups]);
  const total = groups.reduce((sum, { findings }) => sum + findings.length, 0);
  const root = useRef<HTMLElement>(null);
  const virtual = useRef<Scrolling>(null);
  const reached = useRef<ListPlace | null>(null);
  useEffect(() => {
    if (place === null || scroller === null || reached.current === place) return;
    reached.current = place;
    const position = Math.min(place.position, total);
    virtual.current?.scrollTo(position);
    focusCard(root.current, position);
  }, [place, scroller, total]);
  const renderRow = (row: Row) =>
    row.kind === 'group' ? (
      <GroupHeading group={row.group} />
    ) : (
      <FindingItem
        {...row}
        total={total}
        onReveal={onReveal}
        onCorrect={onCorrect}
      />
    );
  return (
    <section ref={root} aria-label="发现的问题">
      {total > VIRTUAL_ABOVE ? (
        <VirtualRows rows={rows} scroller={scroller} handle={virtual} renderRow={renderRow} />
      ) : (
        rows.map((row) => <div key={keyOf(row)}>{renderRow(row)}</div>)
      )}
    </section>
  );
}

function rowsOf(groups: readonly FindingGroup[]): readonly Row[] {
  let position = 0;
  return groups.flatMap((group): Row[] => [
    { kind: 'group', group },
    ...group.findings.map((finding): Row => ({ kind: 'finding', finding, position: (position += 1) })),
  ]);
}

function keyOf(row: Row): string {
  return row.kind === 'group' ? `group ${row.group.title} ${row.group.sheet ?? ''}` : `finding ${row.finding.id}`;
}

function GroupHeading({ group: { title, sheet, findings } }: { readonly group: FindingGroup }) {
  const styles = useStyles();
  return (
    <h3 className={styles.group}>
      {title}
      <span className={styles.sheet}>{[sheet, `${findings.length} 处`].filter((part) => part !== null).join(' · ')}</span>
    </h3>
  );
}

interface FindingItemProps extends Pick<FindingListProps, 'onReveal' | 'onCorrect'> {
  readonly finding: Finding;
  readonly position: number;
  readonly total: number;
}

function FindingItem({ finding, position, total, onReveal, onCorrect }: FindingItemProps) {
  return (
    <div className={useStyles().item}>
      <FindingCard
        finding={finding}
        position={position}
        total={total}
        onReveal={onReveal}
        onCorrect={() => onCorrect(finding, position)}
      />
    </div>
  );
}

/** Frames within which a finding that was scrolled to is on the page. */
const LONGEST_WAIT = 30;

/** Gives the finding at a position the focus, in the middle of what is in sight. */
function focusCard(root: HTMLElement | null, position: number, frames = LONGEST_WAIT): void {
  const card = root?.querySelector<HTMLElement>(`[aria-posinset="${position}"]`);
  if (card) {
    card.scrollIntoView({ block: 'center' });
    card.focus({ preventScroll: true });
  } else if (frames > 0) {
    requestAnimationFrame(() => focusCard(root, position, frames - 1));
  }
}

/** A list that can bring a finding into sight that is not on the page. */
interface Scrolling {
  scrollTo(position: number): void;
}

interface VirtualRowsProps {
  readonly rows: readonly Row[];
  readonly scroller: HTMLElement | null;
  readonly handle: Ref<Scrolling>;
  readonly renderRow: (row: Row) => ReactNode;
}

function VirtualRows({ rows, scroller, handle, renderRow }: VirtualRowsProps) {
  const styles = useStyles();
  const sizer = useRef<HTMLDivElement>(null);
  const [margin, setMargin] = useState(0);
  useLayoutEffect(() => {
    const observer = new ResizeObserver(() => setMargin(sizer.current?.offsetTop ?? 0));
    for (const sibling of scroller?.children ?? []) observer.observe(sibling);
    return () => observer.disconnect();
  }, [scroller]);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller,
    estimateSize: (index) => (rows[index]?.kind === 'group' ? HEADING_HEIGHT : CARD_HEIGHT),
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : keyOf(row);
    },
    overscan: 6,
    scrollMargin: margin,
  });
  useImperativeHandle(
    handle,
    () => ({
      scrollTo: (position) =>
        virtualizer.scrollToIndex(rows.findIndex((row) => row.kind === 'finding' && row.position === position)),
    }),
    [virtualizer, rows],
  );
  return (
    <div ref={sizer} className={styles.sizer} style={{ height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map(({ index, key, start }) => {
        const row = rows[index];
        return (
          row !== undefined && (
            <div
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              className={styles.placed}
              style={{ transform: `translateY(${start - margin}px)` }}
            >
              {renderRow(row)}
            </div>
          )
        );
      })}
    </div>
  );
}
