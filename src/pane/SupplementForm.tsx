import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { Assistant } from '../app/assistant';
import type { SupplementField } from '../app/supplement-form';
import type { Answers } from '../narrative/telling';
import { Disclosure } from './Disclosure';
import { supplementGroups, type SupplementGroup } from './supplement-groups';
import { SupplementInput } from './SupplementInput';
import type { PaneActions } from './use-pane';

const useStyles = makeStyles({
  heading: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  count: {
    flexShrink: 0,
    marginLeft: 'auto',
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: 'tabular-nums',
  },
  section: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, padding: `${tokens.spacingVerticalXS} 0` },
  fields: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalM}`,
  },
});

/** A field to go to, by its key. */
export interface Goal {
  readonly key: string;
}

interface SupplementFormProps {
  readonly fields: readonly SupplementField[];
  readonly doubtOf: Assistant['answerDoubt'];
  /** The field to bring before the user's eyes, anew with every object. */
  readonly goal: Goal | null;
  readonly drafts: Answers;
  readonly actions: PaneActions;
}

/** The fields by the sections that use them: open ones first, those that may stay empty and those filled in folded. */
export function SupplementForm({ fields, doubtOf, goal, drafts, actions }: SupplementFormProps) {
  const styles = useStyles();
  const root = useRef<HTMLDivElement>(null);
  const groups = supplementGroups(fields);
  const first = groups.find(({ open }) => open.length > 0)?.section;
  useEffect(() => {
    if (goal === null) return;
    const named = [...(root.current?.querySelectorAll<HTMLElement>('[name]') ?? [])];
    const field = named.find((element) => element.getAttribute('name') === goal.key);
    for (let fold = field?.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true;
    field?.focus();
    field?.scrollIntoView({ block: 'center' });
  }, [goal]);
  const inputs = (some: readonly SupplementField[]) => (
    <div className={styles.fields}>
      {some.map((field) => (
        <SupplementInput
          key={field.key}
          field={field}
          draft={drafts[field.key]}
          doubtOf={doubtOf}
          onDraft={actions.draft}
          onReveal={actions.reveal}
        />
      ))}
    </div>
  );
  return (
    <div ref={root}>
      {groups.map(({ section, open, optional, filled }) => (
        <Disclosure
          key={section}
          className={styles.section}
          open={section === first}
          summary={
            <>
              <span className={styles.heading}>{section}</span>
              <span className={styles.count}>{countText({ open, filled })}</span>
            </>
          }
        >
          {open.length > 0 && inputs(open)}
          {optional.length > 0 && <Disclosure summary={`可不填 ${optional.length} 项`}>{inputs(optional)}</Disclosure>}
          {filled.length > 0 && <Disclosure summary={`已填 ${filled.length} 项`}>{inputs(filled)}</Disclosure>}
        </Disclosure>
      ))}
    </div>
  );
}

function countText({ open, filled }: Pick<SupplementGroup, 'open' | 'filled'>): string {
  if (open.length > 0) return `待填 ${open.length} 项`;
  return filled.length > 0 ? '已填完' : '可不填';
}
