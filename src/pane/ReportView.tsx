import { Button, makeStyles, MessageBar, MessageBarBody, tokens, Tooltip } from '@fluentui/react-components';
import { ArrowSyncRegular } from '@fluentui/react-icons/svg/arrow-sync';
import { ArrowUndoRegular } from '@fluentui/react-icons/svg/arrow-undo';
import { CheckmarkFilled } from '@fluentui/react-icons/svg/checkmark';
import { DocumentSearchRegular } from '@fluentui/react-icons/svg/document-search';
import { EraserRegular } from '@fluentui/react-icons/svg/eraser';
import { useMemo, useState } from 'react';
import type { CheckReport } from '../app/check';
import type { Severity } from '../check/finding';
import { EmptyState } from './EmptyState';
import { FindingList } from './FindingList';
import { groupFindings } from './finding-groups';
import { ReadingPanel } from './ReadingPanel';
import { SummaryFilter } from './SummaryFilter';
import type { PaneActions } from './use-pane';
import { ViewFrame } from './ViewFrame';

const useStyles = makeStyles({ notice: { marginBottom: tokens.spacingVerticalM } });

interface ReportViewProps {
  readonly report: CheckReport;
  readonly filter: Severity | null;
  readonly undoable: boolean;
  readonly actions: PaneActions;
}

/** What the check found. */
export function ReportView({ report, filter, undoable, actions }: ReportViewProps) {
  const styles = useStyles();
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const groups = useMemo(() => groupFindings(report, filter), [report, filter]);
  const readable = report.tables.length > 0;
  return (
    <ViewFrame
      title="核对结果"
      caption={captionOf(report)}
      scrollRef={setScroller}
      tools={<Tools undoable={undoable} actions={actions} />}
      footer={
        readable ? (
          <>
            <Button
              appearance="primary"
              disabled={report.summary.rounding === 0}
              onClick={() => actions.planRepair([])}
            >
              修复尾差
            </Button>
            <Button onClick={actions.narrate}>生成说明</Button>
          </>
        ) : undefined
      }
    >
      {report.notice !== null && (
        <MessageBar className={styles.notice} intent="warning" layout="multiline" role="group">
          <MessageBarBody>单元格没有标出颜色：{report.notice}</MessageBarBody>
        </MessageBar>
      )}
      {(readable || report.findings.length > 0) && (
        <SummaryFilter counts={report.summary} filter={filter} onFilter={actions.filter} />
      )}
      {!readable && (
        <EmptyState tone="neutral" icon={<DocumentSearchRegular />} title="没有找到决算公开表">
          请打开含有收入支出决算总表等公开表的工作簿。表的位置、次序和工作表名称不限，但要有表名或表头。
        </EmptyState>
      )}
      {readable && report.findings.length === 0 && (
        <EmptyState tone="success" icon={<CheckmarkFilled />} title="没有发现问题">
          {clearText(report)}
        </EmptyState>
      )}
      <ReadingPanel report={report} onReveal={actions.reveal} />
      {report.findings.length > 0 && (
        <FindingList
          groups={groups}
          scroller={scroller}
          onReveal={actions.reveal}
          onCorrect={actions.previewCorrection}
        />
      )}
    </ViewFrame>
  );
}

function Tools({ undoable, actions }: Pick<ReportViewProps, 'undoable' | 'actions'>) {
  return (
    <>
      <Tooltip content="重新检查" relationship="label">
        <Button appearance="subtle" icon={<ArrowSyncRegular />} onClick={actions.check} />
      </Tooltip>
      <Tooltip content="撤销上一次写入" relationship="label">
        <Button appearance="subtle" icon={<ArrowUndoRegular />} disabled={!undoable} onClick={actions.undo} />
      </Tooltip>
      <Tooltip content="清除标记" relationship="label">
        <Button appearance="subtle" icon={<EraserRegular />} onClick={actions.clearMarks} />
      </Tooltip>
    </>
  );
}

function captionOf({ department, year, file }: CheckReport): string {
  const parts = [department, year === null ? null : `${year} 年度`].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(' · ') : file;
}

function clearText({ tables, skipped }: CheckReport): string {
  const rest = skipped.length === 0 ? '' : `另有 ${skipped.length} 条规则因缺少数据没有核对，原因见下。`;
  return `${tables.length} 张表的勾稽关系全部成立。${rest}`;
}
