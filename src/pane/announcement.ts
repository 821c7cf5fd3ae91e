import { VERDICT_NAMES } from '../money/verdict';
import { writtenRows } from './preview-rows';
import type { PaneState, View } from './state';
import { SEVERITIES } from './wording';

/** What a screen reader says of the pane's state: the task that runs, else its outcome, else the view. */
export function announcementOf({ task, notice, view }: PaneState): string {
  if (task !== null) return task.cancelling ? '正在停止' : task.phrase;
  return notice !== null && notice.intent !== 'error' ? notice.text : viewText(view);
}

function viewText(view: View): string {
  switch (view.kind) {
    case 'home':
      return '';
    case 'failed':
      return view.sentence;
    case 'report': {
      const { summary, tables } = view.report;
      if (tables.length === 0) return '没有找到决算公开表';
      return `检查完成：${SEVERITIES.map((severity) => `${VERDICT_NAMES[severity]} ${summary[severity]} 处`).join('，')}`;
    }
    case 'repair':
      return view.preview.conflicts.length > 0
        ? '锁定的数互相冲突，还不能写入'
        : `修复方案：改动 ${writtenRows(view.preview, view.decision).length} 个单元格`;
    case 'correction':
      return '更正预览';
    case 'narrative':
      return `情况说明已生成，共 ${view.sections.length} 个部分`;
    case 'supplement':
      return `补充资料，共 ${view.fields.length} 项`;
  }
}
