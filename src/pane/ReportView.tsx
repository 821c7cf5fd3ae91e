import { Button, makeStyles, MessageBar, MessageBarBody, tokens, Tooltip } from '@fluentui/react-components';
import { ArrowSyncRegular } from '@fluentui/react-icons/svg/arrow-sync';
import { ArrowUndoRegular } from '@fluentui/react-icons/svg/arrow-undo';
import { CheckmarkFilled } from '@fluentui/react-icons/svg/checkmark';
import { DocumentSearchRegular } from '@fluentui/react-icons/svg/document-search';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { CheckReport } from '../app/check';
import { Disclosure } from './Disclosure';
import { EmptyState } from './EmptyState';
import { filterFindings, NO_FILTER, type FindingFilter, type Scope } from './filter';
import { FindingList } from './FindingList';
import { groupFindings } from './finding-groups';
import { MorePanel } from './MorePanel';
import { ReadingPanel } from './ReadingPanel';
import { NO_DECISION, type ListPlace, type OtherWorkbook } from './state';
import { SummaryFilter } from './SummaryFilter';
import type { PaneActions } from './use-pane';
import { ViewFrame } from './ViewFrame';
import { TABLE_NAMES } from './wording';

/** Folded at first: the drawing comes after the findings. */
const RelationGraph = lazy(async () => ({ default: (await import('./RelationGraph')).RelationGraph }));

const useStyles = makeStyles({
  notice: { marginBottom: tokens.spacingVerticalM },
  scope: { maxWidth: '100%', marginTop: tokens.spacingVerticalM, fontWeight: tokens.fontWeightRegular },
  next: {
    margin: `${tokens.spacingVerticalS} 0 0`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  none: { color: tokens.colorNeutralForeground3 },
});

interface ReportViewProps {
  readonly report: CheckReport;
  readonly place: ListPlace | null;
  readonly filter: FindingFilter;
  readonly undoable: boolean;
  readonly lastYear: OtherWorkbook | null;
  readonly text: string | null;
  readonly actions: PaneActions;
}

/** What the check found. */
export function ReportView({ report, place, filter, undoable, lastYear, text, actions }: ReportViewProps) {
  const styles = useStyles();
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const [more, setMore] = useState(false);
  const groups = useMemo(() => groupFindings(report, filterFindings(report, filter)), [report, filter]);
  const readable = report.tables.length > 0;
  return (
    <ViewFrame
      title="核对结果"
      caption={captionOf(report)}
      scrollRef={setScroller}
      tools={<Tools undoable={undoable} more={more} onMore={setMore} actions={actions} />}
      footer={
        readable ? (
          <>
            <Button
              appearance="primary"
              disabled={report.summary.rounding === 0}
              onClick={() => actions.planRepair(NO_DECISION)}
            >
              修复尾差
            </Button>
            <Button onClick={actions.narrate}>生成说明</Button>
          </>
        ) : undefined
      }
    >
      {more && <MorePanel lastYear={lastYear} text={text} actions={actions} />}
      {report.notice !== null && (
        <MessageBar className={styles.notice} intent="warning" layout="multiline" role="group">
          <MessageBarBody>单元格没有标出颜色：{report.notice}</MessageBarBody>
        </MessageBar>
      )}
      {(readable || report.findings.length > 0) && (
        <SummaryFilter
          counts={report.summary}
          filter={filter.severity}
          onFilter={(severity) => actions.filter({ ...filter, severity })}
        />
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
      {readable && nextText(report) !== null && <p className={styles.next}>{nextText(report)}</p>}
      <ReadingPanel report={report} onReveal={actions.reveal} />
      {report.relations.length > 0 && (
        <Disclosure summary="勾稽关系图">
          <Suspense fallback={null}>
            <RelationGraph
              relations={report.relations}
              scope={filter.scope}
              onScope={(scope) => actions.filter({ ...filter, scope })}
            />
          </Suspense>
        </Disclosure>
      )}
      {filter.scope !== null && (
        <Button
          className={styles.scope}
          size="small"
          iconPosition="after"
          icon={<DismissRegular />}
          aria-label={`只看${scopeName(filter.scope)}，点击显示全部`}
          onClick={() => actions.filter(NO_FILTER)}
        >
          只看{scopeName(filter.scope)}
        </Button>
      )}
      {report.findings.length > 0 && groups.length === 0 && <p className={styles.none}>这里没有发现问题。</p>}
      {groups.length > 0 && (
        <FindingList
          groups={groups}
          place={place}
          scroller={scroller}
          onReveal={actions.reveal}
          onCorrect={actions.previewCorrection}
        />
      )}
    </ViewFrame>
  );
}

interface ToolsProps extends Pick<ReportViewProps, 'undoable' | 'actions'> {
  readonly more: boolean;
  readonly onMore: (more: boolean) => void;
}

function Tools({ undoable, more, onMore, actions }: ToolsProps) {
  return (
    <>
      <Tooltip content="重新检查" relationship="label">
        <Button appearance="subtle" icon={<ArrowSyncRegular />} onClick={actions.check} />
      </Tooltip>
      <Tooltip content="撤销上一次写入" relationship="label">
        <Button appearance="subtle" icon={<ArrowUndoRegular />} disabled={!undoable} onClick={actions.undo} />
      </Tooltip>
      <Tooltip content="更多" relationship="label">
        <Button
          appearance="subtle"
          icon={<MoreHorizontalRegular />}
          aria-expanded={more}
          onClick={() => onMore(!more)}
        />
      </Tooltip>
    </>
  );
}

function scopeName(scope: Scope): string {
  return scope.kind === 'table'
    ? TABLE_NAMES[scope.table]
    : scope.relation.between.map((table) => TABLE_NAMES[table]).join('与');
}

function captionOf({ department, year, file }: CheckReport): string {
  const parts = [department, year === null ? null : `${year} 年度`].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(' · ') : file;
}

/** Where to begin, as long as there is something to do; null where there is not. */
function nextText({ summary: { error, warning, rounding } }: CheckReport): string | null {
  if (error > 0 && rounding > 0) return '先处理错误，再修复尾差：牵涉错误的尾差不会改动。';
  if (error > 0) return '先处理错误。能确定的可以直接更正，其余请对照底稿核对。';
  if (rounding > 0) return '没有错误。尾差可以一次修复，写入前先预览。';
  return warning > 0 ? '没有错误和尾差。提醒请逐条核对，不一定要改。' : null;
}

function clearText({ tables, skipped }: CheckReport): string {
  const rules = skipped.filter(({ remark }) => remark !== true);
  const rest = rules.length === 0 ? '' : `另有 ${rules.length} 条规则因缺少数据没有核对，原因见下。`;
  return `${tables.length} 张表的勾稽关系全部成立。${rest}`;
}
