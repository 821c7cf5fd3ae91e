import { makeStyles, tokens } from '@fluentui/react-components';
import { CalendarArrowRightRegular } from '@fluentui/react-icons/svg/calendar-arrow-right';
import { ClipboardTaskRegular } from '@fluentui/react-icons/svg/clipboard-task';
import { EraserRegular } from '@fluentui/react-icons/svg/eraser';
import { FormRegular } from '@fluentui/react-icons/svg/form';
import { useRef } from 'react';
import { FileInput, WORKBOOK_FILES } from './FileInput';
import { MoreEntry } from './MoreEntry';
import type { OtherWorkbook } from './state';
import { TextEntries } from './TextEntries';
import type { PaneActions } from './use-pane';

const useStyles = makeStyles({
  list: {
    margin: `0 0 ${tokens.spacingVerticalM}`,
    padding: tokens.spacingHorizontalXS,
    listStyleType: 'none',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
  },
});

interface MorePanelProps {
  readonly lastYear: OtherWorkbook | null;
  /** The text that is proofread with the workbook, as it is called. */
  readonly text: string | null;
  readonly actions: PaneActions;
}

/** What is needed now and then, each with a line that says what it does. */
export function MorePanel({ lastYear, text, actions }: MorePanelProps) {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  return (
    <ul className={styles.list} aria-label="更多功能">
      <li>
        <FileInput ref={input} label="上年工作簿" accept={WORKBOOK_FILES} onFile={actions.compareWith} />
        {lastYear === null ? (
          <MoreEntry
            icon={<CalendarArrowRightRegular />}
            name="对照上年"
            text="选择上年的决算公开工作簿，核对年初数，写出增减情况"
            onPress={() => input.current?.click()}
          />
        ) : (
          <MoreEntry
            icon={<CalendarArrowRightRegular />}
            name="取消对照上年"
            text={`正在对照 ${lastYear.name}${lastYear.year === null ? '' : `（${lastYear.year} 年度）`}`}
            onPress={actions.compareNoMore}
          />
        )}
      </li>
      <TextEntries text={text} actions={actions} />
      <li>
        <MoreEntry
          icon={<FormRegular />}
          name="补充资料"
          text="填写表中没有的上年数、原因、批次人次等，供情况说明采用"
          onPress={() => actions.openSupplement()}
        />
      </li>
      <li>
        <MoreEntry
          icon={<ClipboardTaskRegular />}
          name="核对底稿"
          text="把核对过的关系、发现的问题和改动记入工作表"
          onPress={actions.writeAudit}
        />
      </li>
      <li>
        <MoreEntry
          icon={<EraserRegular />}
          name="清除标记"
          text="去掉本助手加在单元格上的颜色"
          onPress={actions.clearMarks}
        />
      </li>
    </ul>
  );
}
