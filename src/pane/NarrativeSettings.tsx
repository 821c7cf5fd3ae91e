import { Button, Field, Radio, RadioGroup, Select, Switch, makeStyles, tokens } from '@fluentui/react-components';
import { useRef } from 'react';
import { Disclosure } from './Disclosure';
import { FileInput, WORKBOOK_FILES } from './FileInput';
import type { NarrativeSettings as Settings } from './state';
import type { PaneActions } from './use-pane';

const useStyles = makeStyles({
  root: { marginBottom: tokens.spacingVerticalS },
  fields: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalM}`,
  },
  files: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface NarrativeSettingsProps {
  readonly settings: Settings;
  /** The names of the house styles to choose among. */
  readonly styles: readonly string[];
  readonly actions: PaneActions;
}

/** What an office decides once for all paragraphs: whose words, digits, rounding, and where 年初预算 comes from. */
export function NarrativeSettings({ settings, styles: names, actions }: NarrativeSettingsProps) {
  const styles = useStyles();
  const { style, percentDigits, rounding, closeShares, budget } = settings;
  return (
    <Disclosure className={styles.root} summary={`措辞与位数：${style}，百分比 ${percentDigits} 位小数`}>
      <div className={styles.fields}>
        <Field label="措辞模板" size="small">
          <Select size="small" value={style} onChange={(_, { value }) => actions.choose({ style: value })}>
            {names.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </Select>
        </Field>
        <div className={styles.files}>
          <FileButton name="载入模板" accept=".json" onFile={actions.loadStyle} />
          <Button size="small" onClick={actions.exportStyle}>
            导出模板
          </Button>
        </div>
        <Field label="百分比小数位数" size="small">
          <RadioGroup
            layout="horizontal"
            value={String(percentDigits)}
            onChange={(_, { value }) => actions.choose({ percentDigits: value === '1' ? 1 : 2 })}
          >
            <Radio value="1" label="1 位" />
            <Radio value="2" label="2 位" />
          </RadioGroup>
        </Field>
        <Field label="百分比的修约" size="small">
          <Select
            size="small"
            value={rounding}
            onChange={(_, { value }) => actions.choose({ rounding: value === 'half-even' ? value : 'half-up' })}
          >
            <option value="half-up">四舍五入</option>
            <option value="half-even">四舍六入五成双</option>
          </Select>
        </Field>
        <Switch
          label="同一组占比凑成 100%"
          checked={closeShares}
          onChange={(_, { checked }) => actions.choose({ closeShares: checked })}
        />
        <Field label={budget === null ? '年初预算' : `年初预算取自 ${budget.name}`} size="small">
          {budget === null ? (
            <FileButton name="从部门预算工作簿读取" accept={WORKBOOK_FILES} onFile={actions.takeBudget} />
          ) : (
            <Button size="small" onClick={actions.dropBudget}>
              不再使用
            </Button>
          )}
        </Field>
      </div>
    </Disclosure>
  );
}

interface FileButtonProps {
  readonly name: string;
  readonly accept: string;
  readonly onFile: (file: File) => void;
}

/** A button that asks for a file. */
function FileButton({ name, accept, onFile }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <FileInput ref={input} label={name} accept={accept} onFile={onFile} />
      <Button size="small" onClick={() => input.current?.click()}>
        {name}
      </Button>
    </>
  );
}
