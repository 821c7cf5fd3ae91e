import { forwardRef } from 'react';

/** Workbooks that can be read, as a file chooser wants them. */
export const WORKBOOK_FILES = '.xlsx,.xlsm,.xls';

interface FileInputProps {
  readonly label: string;
  readonly accept: string;
  readonly onFile: (file: File) => void;
}

/** What asks for a file when something that is seen is pressed: call `click()` on it. */
export const FileInput = forwardRef<HTMLInputElement, FileInputProps>(({ label, accept, onFile }, ref) => (
  <input
    ref={ref}
    type="file"
    hidden
    accept={accept}
    aria-label={label}
    onChange={({ target }) => {
      const file = target.files?.[0];
      // The same file can be chosen again, after it was changed.
      target.value = '';
      if (file !== undefined) onFile(file);
    }}
  />
));
FileInput.displayName = 'FileInput';
