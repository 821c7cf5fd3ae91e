import { formatCell } from '../workbook/address';
import type { CheckReport } from '../app/check';
import { placeText } from '../app/texts';
import type { RepairPreview } from '../app/assistant';
import type { Finding } from '../check/finding';
import { VERDICT_NAMES } from '../money/verdict';

/** A report as a person reads it in a terminal. */
export function checkText({ file, year, department, tables, findings, skipped, summary }: CheckReport): string {
  const head = [file, department, year === null ? null : `${year} 年度`].filter((part) => part !== null).join(' · ');
  return [
    head,
    tables.length === 0 ? '没有找到公开表或绩效表。' : `读到 ${tables.length} 张表：${tables.map(({ title }) => title).join('、')}`,
    `错误 ${summary.error}，提醒 ${summary.warning}，尾差 ${summary.rounding}`,
    ...findings.map((finding) => `[${VERDICT_NAMES[finding.severity]}] ${whereOf(finding)}${finding.message}`),
    ...skipped.map(({ rule, because, remark }) => (remark === true ? `[说明] ${because}` : `[未检查] ${rule}：${because}`)),
  ].join('\n');
}

const BLOCKED = '锁定的总计、合计互相冲突，没有写入。加上 --release 会放开其中改动最少的几个。';

/** A repair plan as a person reads it in a terminal. */
export function repairText({ rows, review, minimal, conflicts, unresolved }: RepairPreview): string {
  return [
    rows.length === 0
      ? conflicts.length > 0 ? BLOCKED : '没有可以修复的尾差。'
      : `修改 ${rows.length} 个单元格，每格 0.01${minimal ? '（已证明改动最少）' : ''}：`,
    ...rows.map(({ edit, label, from, to }) => `${formatCell(edit.cell)} ${label}：${from} → ${to}`),
    ...review.map((finding) => `[写入后请核对] ${whereOf(finding)}${finding.message}`),
    ...conflicts.map(({ because }) => `[锁定冲突] ${because}`),
    ...unresolved.map(({ rule, cells, because }) => `[未修复] ${rule} ${cells.map(formatCell).join(' ')}：${because}`),
  ].join('\n');
}

function whereOf({ cells: [first], place }: Finding): string {
  const where = place !== null ? placeText(place) : first === undefined ? '' : formatCell(first);
  return where === '' ? '' : `${where} `;
}
