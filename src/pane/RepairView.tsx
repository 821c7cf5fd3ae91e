import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components';
import { CheckmarkFilled } from '@fluentui/react-icons/svg/checkmark';
import type { LockedValue, RepairPreview, RepairRow } from '../app/assistant';
import { formatCell, isSameCell } from '../workbook/address';
import { CellLinks } from './CellLinks';
import { Disclosure } from './Disclosure';
import { EmptyState } from './EmptyState';
import { KeptCells } from './KeptCells';
import { LockConflicts } from './LockConflicts';
import { isParagraph, writtenRows } from './preview-rows';
import { PreviewTable } from './PreviewTable';
import { ReviewList } from './ReviewList';
import type { RepairDecision } from './state';
import type { PaneActions } from './use-pane';
import { ViewFrame } from './ViewFrame';

const useStyles = makeStyles({
  bar: { marginTop: tokens.spacingVerticalM },
  list: {
    margin: 0,
    padding: `${tokens.spacingVerticalXS} 0`,
    listStyleType: 'none',
    overflowWrap: 'anywhere',
    '& p': { margin: `${tokens.spacingVerticalXS} 0` },
  },
});

interface RepairViewProps {
  readonly preview: RepairPreview;
  readonly decision: RepairDecision;
  readonly stale: boolean;
  readonly actions: PaneActions;
}

/** The plan that closes all rounding differences, before anything is written. */
export function RepairView({ preview, decision, stale, actions }: RepairViewProps) {
  const { rows, review, conflicts, release, opened, unresolved } = preview;
  const { pinned, released, omitted } = decision;
  const styles = useStyles();
  const decide = (change: Partial<RepairDecision>): void => actions.planRepair({ ...decision, ...change });
  const free = (values: readonly LockedValue[]): void => {
    const isFreed = (pin: LockedValue): boolean => pin.cells.some((cell) => values.some((value) => holds(value, cell)));
    decide({ pinned: pinned.filter((pin) => !isFreed(pin)), released: [...released, ...values] });
  };
  const pin = (kept: readonly RepairRow[]): void => {
    const values = kept.map(({ edit: { cell }, label }) => ({ label, cells: [cell] }));
    decide({ pinned: [...pinned, ...values], omitted: omitted.filter((cell) => !values.some((value) => holds(value, cell))) });
  };
  const written = writtenRows(preview, decision);
  return (
    <ViewFrame
      title="修复尾差"
      caption={captionOf(preview, written)}
      onBack={actions.back}
      footer={
        <>
          {conflicts.length > 0 ? (
            <Button appearance="primary" disabled={release.length === 0} onClick={() => free(release)}>
              放开 {release.length} 个数
            </Button>
          ) : (
            <Button
              appearance="primary"
              disabled={written.length === 0 || stale}
              onClick={() => actions.apply(written.map(({ edit }) => edit))}
            >
              {written.length === 0 ? '写入' : `写入 ${written.length} 处`}
            </Button>
          )}
          <Button onClick={actions.back}>返回</Button>
        </>
      }
    >
      <KeptCells
        title="保持不变的单元格"
        verb="允许改动"
        values={pinned}
        onRemove={(value) => decide({ pinned: pinned.filter((other) => other !== value) })}
      />
      <KeptCells
        title="已放开、可以改动的数"
        verb="重新锁定"
        values={released}
        onRemove={(value) => decide({ released: released.filter((other) => other !== value) })}
      />
      {conflicts.length > 0 && <LockConflicts conflicts={conflicts} onRelease={free} />}
      {opened.length > 0 && (
        <MessageBar className={styles.bar} intent="warning" layout="multiline" role="group">
          <MessageBarBody>
            <MessageBarTitle>取消勾选后，{opened.length} 条勾稽关系仍不平</MessageBarTitle>
            <ul className={styles.list}>
              {opened.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={() => pin(rows.filter((row) => !written.includes(row)))}>
              另找改法
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {rows.length > 0 && (
        <PreviewTable
          rows={rows}
          onReveal={actions.reveal}
          choices={{
            isWritten: (row) => written.includes(row),
            onTick: ({ edit: { cell } }, ticked) =>
              decide({ omitted: ticked ? omitted.filter((other) => !isSameCell(other, cell)) : [...omitted, cell] }),
            onPin: (row) => pin([row]),
          }}
        />
      )}
      {review.length > 0 && <ReviewList findings={review} onReveal={actions.reveal} />}
      {unresolved.length > 0 && (
        <Disclosure className={styles.bar} summary={`${unresolved.length} 处没有列入本次修复`} open={rows.length === 0 && conflicts.length === 0}>
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

const holds = ({ cells }: LockedValue, cell: LockedValue['cells'][number]): boolean =>
  cells.some((own) => isSameCell(own, cell));

function captionOf({ rows, review, minimal, conflicts, release, known, unresolved }: RepairPreview, written: readonly RepairRow[]): string {
  if (conflicts.length > 0) {
    return release.length === 0
      ? '请逐组放开一个数，之后会重新规划。'
      : `逐组点选要放开的数，或一次放开改动最少的 ${release.length} 个：${release.map(({ label }) => label).join('、')}。`;
  }
  if (rows.length === 0) return '没有可以写入的改动。';
  const paragraphs = written.filter(isParagraph).length;
  const isWhole = written.length === rows.length;
  const amounts = `共改动 ${written.length - paragraphs} 个数${minimal && isWhole ? '，已证明不能更少' : ''}。`;
  const texts = paragraphs === 0 ? '' : `引用这些数的 ${paragraphs} 段说明一并改写。`;
  const doubtful = review.length === 0 ? '' : `${review.length} 处文字没有改写，请在写入后核对。`;
  const exact = known === 0 ? '' : `${known} 个数已知更准确的金额，只在它上下相邻的两个数中取一个，不锁定合计时总能调平。`;
  const rest = unresolved.length === 0 ? '' : `另有 ${unresolved.length} 处没有列入，列在最后。`;
  return `${amounts}${texts}${doubtful}${exact}${rest}`;
}
