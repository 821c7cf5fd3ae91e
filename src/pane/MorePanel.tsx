import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CalendarArrowRightRegular } from '@fluentui/react-icons/svg/calendar-arrow-right';
import { ClipboardTaskRegular } from '@fluentui/react-icons/svg/clipboard-task';
import { EraserRegular } from '@fluentui/react-icons/svg/eraser';
import { FormRegular } from '@fluentui/react-icons/svg/form';
import { useRef, type ReactElement } from 'react';
import type { LastYear } from './state';
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
  entry: {
    justifyContent: 'flex-start',
    width: '100%',
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalS}`,
    textAlign: 'left',
  },
  words: { display: 'block', minWidth: 0 },
  name: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  text: {
    display: 'block',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
  },
});

interface MorePanelProps {
  readonly lastYear: LastYear | null;
  readonly actions: PaneActions;
}

/** What is needed now and then, each with a line that says what it does. */
export function MorePanel({ lastYear, actions }: MorePanelProps) {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  return (
    <ul className={styles.list} aria-label="更多功能">
      <li>
        <input
          ref={input}
          type="file"
          hidden
          accept=".xlsx,.xlsm,.xls"
          aria-label="上年工作簿"
          onChange={({ target }) => {
            const file = target.files?.[0];
            if (file !== undefined) actions.compareWith(file);
            target.value = '';
          }}
        />
        {lastYear === null ? (
          <Entry
            icon={<CalendarArrowRightRegular />}
            name="对照上年"
            text="选择上年的决算公开工作簿，核对年初数，写出增减情况"
            onPress={() => input.current?.click()}
          />
        ) : (
          <Entry
            icon={<CalendarArrowRightRegular />}
            name="取消对照上年"
            text={`正在对照 ${lastYear.name}${lastYear.year === null ? '' : `（${lastYear.year} 年度）`}`}
            onPress={actions.compareNoMore}
          />
        )}
      </li>
      <li>
        <Entry
          icon={<FormRegular />}
          name="补充资料"
          text="填写表中没有的上年数、原因、批次人次等，供情况说明采用"
          onPress={() => actions.openSupplement()}
        />
      </li>
      <li>
        <Entry
          icon={<ClipboardTaskRegular />}
          name="核对底稿"
          text="把核对过的关系、发现的问题和改动记入工作表"
          onPress={actions.writeAudit}
        />
      </li>
      <li>
        <Entry
          icon={<EraserRegular />}
          name="清除标记"
          text="去掉本助手加在单元格上的颜色"
          onPress={actions.clearMarks}
        />
      </li>
    </ul>
  );
}

interface EntryProps {
  readonly icon: ReactElement;
  readonly name: string;
  readonly text: string;
  readonly onPress: () => void;
}

function Entry({ icon, name, text, onPress }: EntryProps) {
  const styles = useStyles();
  return (
    <Button className={styles.entry} appearance="subtle" icon={icon} onClick={onPress}>
      <span className={styles.words}>
        <span className={styles.name}>{name}</span>
        <span className={styles.text}>{text}</span>
      </span>
    </Button>
  );
}
