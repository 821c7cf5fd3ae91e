import type { OverallEvaluation } from './evaluation';
import { readEvaluation, type EvaluationDeclaration } from './evaluation-form';

/** 部门整体支出绩效自评表. */
export const overallEvaluation: EvaluationDeclaration<OverallEvaluation> = {
  id: 'overall-evaluation',
  name: '部门整体支出绩效自评表',
  title: /整体(?:支出)?(?:绩效)?(?:目标)?(?:自评|评价|自评价)(?:情况)?表(?:\(\d{4}年度?\))?$/,
  read: (region, title, unit) => readEvaluation('overall-evaluation', region, title, unit),
};
