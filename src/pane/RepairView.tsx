import {
  Button, makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens,
} from '@fluentui/react-components';
import { CheckmarkFilled } from '@fluentui/react-icons/svg/checkmark';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import type { RepairPreview, RepairRow } from '../app/assistant';
import { formatCell, isSameCell } from '../workbook/address';
import { CellLinks } from './CellLinks';
import { Disclosure } from './Disclosure';
import { EmptyState } from './EmptyState';
import { isParagraph } from './preview-rows';
import { PreviewTable } from './PreviewTable';
import type { PinnedCell } from './state';
import type { PaneActions } from './use-pane';
import { ViewFrame } from './ViewFrame';

const useStyles = makeStyles({
  pinned: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    '& h3': { margin: 0, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
    '& ul': { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, margin: 0, padding: 0 },
    '& li': { display: 'contents' },
  },
  pin: { minWidth: 0, maxWidth: '100%', fontWeight: tokens.fontWeightRegular, overflowWrap: 'anywhere' },
  bar: { marginTop: tokens.spacingVerticalM },
  list: {
    margin: 0,
    padding: `${tokens.spacingVerticalXS} 0`,
    listStyleType: 'none',
    '& p': { margin: `${tokens.spacingVerticalXS} 0` },
  },
});

interface RepairViewProps {
  readonly preview: RepairPreview;
  readonly pinned: readonly PinnedCell[];
  readonly stale: boolean;
  readonly actions: PaneActions;
}

/** The plan that closes all rounding differences, before anything is written. */
export function RepairView({ preview, pinned, stale, actions }: RepairViewProps) {
  const { rows, minimal, conflicts, unresolved } = preview;
  const styles = useStyles();
  const unpin = (gone: PinnedCell) => actions.planRepair(pinned.filter(({ cell }) => !isSameCell(cell, gone.cell)));
  return (
    <ViewFrame
      title="修复尾差"
      caption={captionOf(rows, minimal, unresolved.length)}
      onBack={actions.back}
      footer={
        <>
          <Button
            appearance="primary"
            disabled={rows.length === 0 || stale}
            onClick={() => actions.apply(rows.map(({ edit }) => edit))}
          >
            {rows.length === 0 ? '写入' : `写入 ${rows.length} 处`}
          </Button>
          <Button onClick={actions.back}>返回</Button>
        </>
      }
    >
      {pinned.length > 0 && (
        <div className={styles.pinned}>
          <h3>保持不变的单元格</h3>
          <ul>
            {pinned.map((pin) => (
              <li key={formatCell(pin.cell)}>
                <Button
                  className={styles.pin}
                  size="small"
                  iconPosition="after"
                  icon={<DismissRegular />}
                  aria-label={`允许改动 ${pin.label}`}
                  title={formatCell(pin.cell)}
                  onClick={() => unpin(pin)}
                >
                  {pin.label}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {conflicts.length > 0 && (
        <MessageBar
          className={styles.bar}
          intent={rows.length === 0 ? 'error' : 'warning'}
          layout="multiline"
          role="group"
        >
          <MessageBarBody>
            <MessageBarTitle>保持不变的单元格互相冲突</MessageBarTitle>
            <ul className={styles.list}>
              {conflicts.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </MessageBarBody>
        </MessageBar>
      )}
      {rows.length > 0 && (
        <PreviewTable
          rows={rows}
          onReveal={actions.reveal}
          onPin={({ edit: { cell }, label }) => actions.planRepair([...pinned, { cell, label }])}
        />
      )}
      {unresolved.length > 0 && (
        <Disclosure className={styles.bar} summary={`${unresolved.length} 处没有列入本次修复`} open={rows.length === 0}>
          <ul className={styles.list}>
            {unresolved.map(({ rule, cells, because }) => (
              <li key={`${rule} ${cells.map(formatCell).join(' ')}`}>
                <p>{because}</p>
                <CellLinks cells={cells} sheet={null} onReveal={actions.reveal} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {rows.length === 0 && unresolved.length === 0 && conflicts.length === 0 && (
        <EmptyState tone="success" icon={<CheckmarkFilled />} title="没有需要修复的尾差">
          各表的勾稽关系都已按显示的数字成立。
        </EmptyState>
      )}
    </ViewFrame>
  );
}

function captionOf(rows: readonly RepairRow[], minimal: boolean, left: number): string {
  if (rows.length === 0) return '没有可以写入的改动。';
  const paragraphs = rows.filter(isParagraph).length;
  const amounts = `共改动 ${rows.length - paragraphs} 个数${minimal ? '，已证明不能更少' : ''}。`;
  const texts = paragraphs === 0 ? '' : `引用这些数的 ${paragraphs} 段说明一并改写。`;
  const rest = left === 0 ? '' : `另有 ${left} 处没有列入，列在最后。`;
  return `${amounts}${texts}不想改的数，取消勾选即可。${rest}`;
}
