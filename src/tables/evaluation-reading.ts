import type { Unit } from '../money/figure';
import type { Accounts, ReadingProblem, Table } from './accounts';
import type { EvaluationData, EvaluationId, OverallEvaluation, ProjectEvaluation } from './evaluation';
import { EVALUATIONS } from './evaluation-registry';
import { countRows } from './layout/region';
import type { Located, TitlePattern } from './locate';
import { duplicateTable, textInNumbers } from './reading-problems';

/** How the titles of the 绩效 tables read. */
export const EVALUATION_PATTERNS: readonly TitlePattern<EvaluationId>[] = Object.values(EVALUATIONS).map(
  ({ id, title }) => ({ id, pattern: title }),
);

const EVALUATION_IDS: ReadonlySet<string> = new Set(EVALUATION_PATTERNS.map(({ id }) => id));

/** Whether a title is one of a 绩效 table. */
export function isEvaluation(located: Located): located is Located<EvaluationId> {
  return EVALUATION_IDS.has(located.id);
}

/** The part of the accounts that the 绩效 tables make. */
type Found = Pick<Accounts, 'overallEvaluation' | 'projectEvaluations' | 'evaluationData' | 'evaluations'>;

/** What was read, what stands in the way of reading, and what no layout fits. */
export interface EvaluationReading extends Found {
  readonly problems: readonly ReadingProblem[];
  /** Titles over a form that no layout fits: nothing is wrong with it, but nothing of it was checked. */
  readonly unread: readonly Located<EvaluationId>[];
}

/** Reads the 绩效 tables at the given titles; of 整体 and 基础数据 a workbook has one, of 项目 as many as projects. */
export function readEvaluations(located: readonly Located<EvaluationId>[], unit: Unit): EvaluationReading {
  const evaluations: Table<EvaluationId>[] = [];
  const projects: ProjectEvaluation[] = [];
  const problems: ReadingProblem[] = [];
  const unread: Located<EvaluationId>[] = [];
  let overall: OverallEvaluation | null = null;
  let data: EvaluationData | null = null;
  for (const each of located) {
    const made = readOne(each, unit);
    if (made === null) {
      if (hasRows(each)) unread.push(each);
      continue;
    }
    const earlier = made.id === 'overall-evaluation' ? overall : made.id === 'evaluation-data' ? data : null;
    if (earlier !== null) {
      problems.push(duplicateTable(made.table, earlier));
      continue;
    }
    if (made.id === 'overall-evaluation') overall = made.table;
    else if (made.id === 'evaluation-data') data = made.table;
    else projects.push(made.table);
    evaluations.push(made.table);
    problems.push(...textInNumbers(made.table, '数字'));
  }
  return {
    overallEvaluation: overall,
    projectEvaluations: projects.length === 0 ? null : projects,
    evaluationData: data,
    evaluations,
    problems,
    unread,
  };
}

type Made =
  | { readonly id: 'overall-evaluation'; readonly table: OverallEvaluation }
  | { readonly id: 'project-evaluation'; readonly table: ProjectEvaluation }
  | { readonly id: 'evaluation-data'; readonly table: EvaluationData };

function readOne({ id, region, title }: Located<EvaluationId>, unit: Unit): Made | null {
  switch (id) {
    case 'overall-evaluation': {
      const table = EVALUATIONS.overallEvaluation.read(region, title, unit);
      return table === null ? null : { id, table };
    }
    case 'project-evaluation': {
      const table = EVALUATIONS.projectEvaluations.read(region, title, unit);
      return table === null ? null : { id, table };
    }
    case 'evaluation-data': {
      const table = EVALUATIONS.evaluationData.read(region, title, unit);
      return table === null ? null : { id, table };
    }
  }
}

const MIN_ROWS = 3;
const MIN_COLUMNS = 2;

/** A title in a list of contents or of enclosures has no rows of several cells under it. */
function hasRows({ region }: Located): boolean {
  return countRows(region, MIN_COLUMNS) >= MIN_ROWS;
}
