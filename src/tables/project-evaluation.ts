import type { ProjectEvaluation } from './evaluation';
import { captionOf, readEvaluation, type EvaluationDeclaration } from './evaluation-form';
import { refAt } from './layout/evaluation-cells';

/** 项目支出绩效自评表, one a project; some places call it 预算支出绩效自评表. */
export const projectEvaluation: EvaluationDeclaration<ProjectEvaluation> = {
  id: 'project-evaluation',
  name: '项目支出绩效自评表',
  title: /(?:项目|预算)(?:支出)?绩效(?:目标)?(?:自评|评价|自评价)(?:情况)?表(?:\(\d{4}年度?\))?$/,
  read(region, title, unit) {
    const evaluation = readEvaluation('project-evaluation', region, title, unit);
    if (evaluation === null) return null;
    const caption = captionOf(region, /^项目(?:支出)?名称/);
    const cell = caption === null ? evaluation.titleCell : refAt(region, caption.row, caption.column);
    return { ...evaluation, project: { name: (caption?.text ?? '').replace(/\s+/g, ''), cell } };
  },
};
