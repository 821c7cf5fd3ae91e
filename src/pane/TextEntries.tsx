import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { ClipboardPasteRegular } from '@fluentui/react-icons/svg/clipboard-paste';
import { DocumentTextRegular } from '@fluentui/react-icons/svg/document-text';
import { useRef, useState } from 'react';
import { FileInput } from './FileInput';
import { MoreEntry } from './MoreEntry';
import type { PaneActions } from './use-pane';

const useStyles = makeStyles({
  paste: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalS}`,
  },
  send: { alignSelf: 'flex-start' },
});

interface TextEntriesProps {
  /** The text that is proofread with the workbook, as it is called. */
  readonly text: string | null;
  readonly actions: PaneActions;
}

/** A 情况说明 that is in no sheet: chosen as a file, or pasted, or let go of. */
export function TextEntries({ text, actions }: TextEntriesProps) {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const [pasting, setPasting] = useState(false);
  const [words, setWords] = useState('');
  if (text !== null) {
    return (
      <li>
        <MoreEntry
          icon={<DocumentTextRegular />}
          name="取消校对文字"
          text={`正在校对 ${text}`}
          onPress={actions.proofreadNoMore}
        />
      </li>
    );
  }
  return (
    <>
      <li>
        <FileInput ref={input} label="情况说明文件" accept=".docx,.txt" onFile={actions.proofreadFile} />
        <MoreEntry
          icon={<DocumentTextRegular />}
          name="校对 Word 文件"
          text="选择情况说明或自评报告的 .docx 文件，逐句与公开表核对"
          onPress={() => input.current?.click()}
        />
      </li>
      <li>
        <MoreEntry
          icon={<ClipboardPasteRegular />}
          name="校对粘贴的文字"
          text="粘贴情况说明的段落，逐句与公开表核对"
          expanded={pasting}
          onPress={() => setPasting(!pasting)}
        />
        {pasting && (
          <div className={styles.paste}>
            <Field label="要校对的文字" hint="连同各节标题一起粘贴，数字才能对应到表">
              <Textarea
                value={words}
                rows={6}
                resize="vertical"
                onChange={(_, { value }) => setWords(value)}
              />
            </Field>
            <Button
              className={styles.send}
              appearance="primary"
              disabled={words.trim() === ''}
              onClick={() => actions.proofreadWords(words)}
            >
              校对
            </Button>
          </div>
        )}
      </li>
    </>
  );
}
