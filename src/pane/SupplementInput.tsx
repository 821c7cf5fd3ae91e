import { Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { memo, useState } from 'react';
import type { Assistant } from '../app/assistant';
import type { SupplementField } from '../app/supplement-form';
import type { CellRef } from '../workbook/address';
import { CellLinks } from './CellLinks';
import { heldAnswer } from './state';

const useStyles = makeStyles({
  hint: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  number: { '& input': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } },
  foot: { marginTop: tokens.spacingVerticalXS },
});

interface SupplementInputProps {
  readonly field: SupplementField;
  /** What is being typed; undefined where nothing was. */
  readonly draft: string | undefined;
  readonly doubtOf: Assistant['answerDoubt'];
  readonly onDraft: (key: string, text: string) => void;
  readonly onReveal: (cell: CellRef) => void;
}

/** One field: what is asked, its unit, the words around it, and what speaks against what was filled in. */
export const SupplementInput = memo(function SupplementInput(props: SupplementInputProps) {
  const { field, draft, doubtOf, onDraft, onReveal } = props;
  const { key, item, what, kind, unit, usedIn, value, knownFrom, cell } = field;
  const styles = useStyles();
  const [typing, setTyping] = useState(false);
  const shown = draft ?? heldAnswer(field);
  const doubt = typing ? null : doubtOf(key, shown);
  const change = (text: string): void => {
    setTyping(true);
    onDraft(key, text);
  };
  const given = { name: key, value: shown, onBlur: () => setTyping(false) };
  return (
    <div>
      <Field
        label={item === '' ? what : `${item} · ${what}`}
        hint={<span className={styles.hint}>{hintOf(usedIn, draft === undefined && value === '' ? knownFrom : '')}</span>}
        {...(doubt !== null && {
          validationState: doubt.readable ? ('warning' as const) : ('error' as const),
          validationMessage: doubt.sentence,
        })}
      >
        {kind === 'words' ? (
          <Textarea {...given} resize="vertical" onChange={(_, { value: text }) => change(text)} />
        ) : (
          <Input
            {...given}
            className={styles.number}
            inputMode={kind === 'count' ? 'numeric' : 'decimal'}
            contentAfter={unit}
            onChange={(_, { value: text }) => change(text)}
          />
        )}
      </Field>
      {cell !== null && (
        <div className={styles.foot}>
          <CellLinks label="定位" cells={[cell]} sheet={null} onReveal={onReveal} />
        </div>
      )}
    </div>
  );
});

function hintOf(usedIn: string, source: string): string {
  return source === '' ? usedIn : `取自${source}。${usedIn}`;
}
