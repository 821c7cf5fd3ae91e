import { makeStyles } from '@fluentui/react-components';
import { useEffect, useRef, type CSSProperties, type KeyboardEvent } from 'react';

const useStyles = makeStyles({
  input: {
    position: 'absolute',
    zIndex: 2,
    boxSizing: 'border-box',
    padding: '0 3px',
    border: '2px solid #107c41',
    borderRadius: 0,
    outlineStyle: 'none',
    font: 'inherit',
    color: '#000',
    backgroundColor: '#fff',
  },
});

/** How an edit ended: the text, null where it was given up, and the key that moves on. */
export interface EditEnd {
  readonly text: string | null;
  readonly move: 'ArrowDown' | 'ArrowUp' | 'ArrowRight' | 'ArrowLeft' | null;
}

interface CellEditorProps {
  readonly label: string;
  readonly text: string;
  readonly style: CSSProperties;
  readonly onEnd: (end: EditEnd) => void;
}

/** The field over a cell that is being edited: Enter and Tab take the text, Esc gives it up. */
export function CellEditor({ label, text, style, onEnd }: CellEditorProps) {
  const input = useRef<HTMLInputElement>(null);
  const ended = useRef(false);
  useEffect(() => {
    input.current?.focus();
  }, []);
  const end = (move: EditEnd['move'], keep = true): void => {
    if (ended.current) return;
    ended.current = true;
    onEnd({ text: keep ? (input.current?.value ?? null) : null, move });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') end(event.shiftKey ? 'ArrowUp' : 'ArrowDown');
    else if (event.key === 'Tab') end(event.shiftKey ? 'ArrowLeft' : 'ArrowRight');
    else if (event.key === 'Escape') end(null, false);
    else return;
    event.preventDefault();
  };
  return (
    <input
      ref={input}
      className={useStyles().input}
      style={style}
      aria-label={label}
      defaultValue={text}
      onKeyDown={onKeyDown}
      onBlur={() => end(null)}
    />
  );
}
