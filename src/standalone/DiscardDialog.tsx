import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useId, useRef } from 'react';

const useStyles = makeStyles({
  dialog: {
    boxSizing: 'border-box',
    width: 'min(480px, calc(100vw - 32px))',
    padding: tokens.spacingHorizontalXXL,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusXLarge,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow64,
    '&::backdrop': { backgroundColor: 'rgba(0, 0, 0, 0.4)' },
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalXXL}`, overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', gap: tokens.spacingHorizontalS },
});

interface DiscardDialogProps {
  /** The workbook that would be lost. */
  readonly name: string;
  readonly onDiscard: () => void;
  readonly onCancel: () => void;
}

/** Asks before unsaved changes are lost to another file. */
export function DiscardDialog({ name, onDiscard, onCancel }: DiscardDialogProps) {
  const styles = useStyles();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const textId = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      role="alertdialog"
      aria-labelledby={titleId}
      aria-describedby={textId}
      onCancel={onCancel}
    >
      <h2 className={styles.title} id={titleId}>
        放弃没有保存的改动？
      </h2>
      <p className={styles.text} id={textId}>
        “{name}”有改动还没有另存。打开另一个工作簿会丢失这些改动。
      </p>
      <div className={styles.actions}>
        <Button appearance="primary" onClick={onCancel}>
          返回
        </Button>
        <Button onClick={onDiscard}>放弃并打开</Button>
      </div>
    </dialog>
  );
}
