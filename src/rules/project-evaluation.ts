import { formatCell } from '../workbook/address';
import { bound, inspection, type Rule } from '../check/rule';
import type { ProjectEvaluation } from '../tables/evaluation';
import { matchProjects } from '../tables/project-name';
import { evaluationRules } from './evaluation';

/** Two tables say the same where every figure of one is a figure of the other. */
function isSame(a: ProjectEvaluation, b: ProjectEvaluation): boolean {
  const print = ({ figures }: ProjectEvaluation): string =>
    figures.map(({ shown, blank }) => (blank ? '' : shown.toFixed())).join(' ');
  return a.project.name === b.project.name && print(a) === print(b);
}

const duplicate = inspection({
  id: 'project-evaluation/duplicate',
  statement: '同一张项目支出绩效自评表只应出现一次',
  source: 'F05',
  conditions: '项目名称和全部数字都相同才算重复',
  severity: 'error',
  reads: ['projectEvaluations'],
  *inspect({ projectEvaluations: projects }) {
    for (const [index, each] of projects.entries()) {
      const earlier = projects.slice(0, index).find((other) => isSame(other, each));
      if (earlier === undefined) continue;
      yield {
        message:
          `“${each.sheet}”与“${earlier.sheet}”的项目（${each.project.name === '' ? '未填名称' : each.project.name}）和全部数字相同，` +
          `是同一张表，疑似漏放了另一个项目的自评表。`,
        cells: [each.project.cell, earlier.project.cell],
        found: each.project.name,
        cause: null,
      };
    }
  },
});

const sameName = inspection({
  id: 'project-evaluation/same-name',
  statement: '不同的项目支出绩效自评表，项目名称不应相同',
  source: 'F05',
  severity: 'warning',
  reads: ['projectEvaluations'],
  *inspect({ projectEvaluations: projects }) {
    for (const [index, each] of projects.entries()) {
      const { name } = each.project;
      const earlier = projects.slice(0, index).find(({ project }) => name !== '' && project.name === name);
      if (earlier === undefined || isSame(earlier, each)) continue;
      yield {
        message: `“${each.sheet}”与“${earlier.sheet}”的项目名称都是“${name}”，而数字不同，请核对。`,
        cells: [each.project.cell, earlier.project.cell],
        found: name,
        cause: null,
      };
    }
  },
});

const projectName = inspection({
  id: 'project-evaluation/name',
  statement: '项目支出绩效自评表应写明项目名称',
  source: 'A25',
  severity: 'warning',
  reads: ['projectEvaluations'],
  *inspect({ projectEvaluations }) {
    for (const { project } of projectEvaluations) {
      if (project.name !== '') continue;
      yield { message: `${formatCell(project.cell)} 没有填写项目名称，请补填。`, cells: [project.cell], found: '', cause: null };
    }
  },
});

const item = bound({
  id: 'project-evaluation/item',
  statement: '项目与支出科目同名的，全年执行数 ≤ 支出决算表该科目的项目支出',
  source: 'B21',
  conditions: '一个项目可以只是某个科目的一部分；名称不同，或除年度和末尾的“项目”“经费”“资金”外与多个科目同名的，不比较',
  severity: 'warning',
  reads: ['expenditure', 'projectEvaluations'],
  *bounds({ expenditure, projectEvaluations }) {
    const items = expenditure.rows.filter(({ level }) => level === 'item');
    const meant = matchProjects(projectEvaluations.map(({ project: { name } }) => name), items.map(({ name }) => name));
    for (const [index, { funding }] of projectEvaluations.entries()) {
      const row = items[meant[index]?.index ?? -1];
      if (row !== undefined) yield { part: funding?.total?.amounts.actual, whole: row.figures.project };
    }
  },
});

/** 项目支出绩效自评表. */
export const projectEvaluationRules: readonly Rule[] = [
  ...evaluationRules('projectEvaluations', 'project-evaluation'), projectName, duplicate, sameName, item,
];
