import {
  Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle,
} from '@fluentui/react-components';

interface DiscardDialogProps {
  readonly open: boolean;
  /** The workbook that would be lost. */
  readonly name: string;
  readonly onDiscard: () => void;
  readonly onCancel: () => void;
}

/** Asks before unsaved changes are lost to another file. */
export function DiscardDialog({ open, name, onDiscard, onCancel }: DiscardDialogProps) {
  return (
    <Dialog open={open} modalType="alert" onOpenChange={(_, data) => !data.open && onCancel()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>放弃没有保存的改动？</DialogTitle>
          <DialogContent>“{name}”有改动还没有另存。打开另一个工作簿会丢失这些改动。</DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onCancel}>
              返回
            </Button>
            <Button onClick={onDiscard}>放弃并打开</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
