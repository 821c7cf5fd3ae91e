import type { Figure, Unit } from '../money/figure';
import { normaliseText } from '../workbook/label';
import type { Table } from './accounts';
import type { Evaluation, EvaluationId } from './evaluation';
import { refAt } from './layout/evaluation-cells';
import { readFunding } from './layout/evaluation-funding';
import { readIndicators } from './layout/evaluation-indicators';
import { areaOf, filledColumns, notesFrom, printedAt, textAt, type Region } from './layout/region';

/** How one of the 绩效 tables is recognised and read. */
export interface EvaluationDeclaration<Made extends Table<EvaluationId>> {
  readonly id: EvaluationId;
  /** The standard name, for sentences. */
  readonly name: string;
  /** What its normalised title ends with. */
  readonly title: RegExp;
  /** Null where the region under the title is not this table. `unit` holds where the form says none. */
  readonly read: (region: Region, title: string, unit: Unit) => Made | null;
}

/** What stands between a title and the first head: a label and, in the next filled cell, what it names. */
interface Caption {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

const CAPTION_WITHIN = 6;

/** What is printed beside a label above the first head: '' where the form leaves it blank. Null without the label. */
export function captionOf(region: Region, label: RegExp): Caption | null {
  for (let row = region.titleRow + 1; row <= Math.min(region.lastRow, region.titleRow + CAPTION_WITHIN); row += 1) {
    const columns = filledColumns(region, row);
    const at = columns.find((column) => label.test(textAt(region, row, column)));
    if (at === undefined) continue;
    const next = columns.find((column) => column > at);
    const text = next === undefined || LABEL.test(textAt(region, row, next)) ? '' : printedAt(region, row, next);
    return { row, column: text === '' ? at + 1 : (next ?? at + 1), text };
  }
  return null;
}

const LABEL = /^(?:实施单位|主管部门|项目(?:支出)?名称)/;
const DEPARTMENT = /^(?:.*预算)?部门(?:\(单位\))?名称|^(?:主管部[门門]|预算单位|单位名称|实施单位)/;

/** The part of an evaluation table that all of them share. */
export function evaluationFrame(
  id: EvaluationId,
  region: Region,
  title: string,
  unit: Unit,
  figures: readonly Figure[],
  endRow: number,
): Table<EvaluationId> & { readonly year: number | null } {
  const department = captionOf(region, DEPARTMENT)?.text ?? '';
  const [, year] = /(20\d\d)年/.exec(normaliseText(title)) ?? [];
  return {
    id,
    title,
    titleCell: refAt(region, region.titleRow, region.titleColumn),
    sheet: region.sheet.name,
    area: areaOf(region, figures),
    unit,
    number: null,
    department: department === '' ? null : department,
    unitLabel: unit,
    notes: notesFrom(region, endRow),
    figures,
    year: year === undefined ? null : Number(year),
  };
}

/** Reads what 整体 and 项目 self-evaluations have in common; null where there is nothing scored. */
export function readEvaluation(id: EvaluationId, region: Region, title: string, unit: Unit): Evaluation | null {
  const funding = readFunding(region, unit);
  const indicators = readIndicators(region, funding?.endRow ?? region.titleRow + 1, funding?.unit ?? unit);
  if (indicators === null) return null;
  const figures = [...(funding?.figures ?? []), ...indicators.figures];
  const { groups, totalWeight, totalScore, grade } = indicators;
  return {
    ...evaluationFrame(id, region, title, funding?.unit ?? unit, figures, indicators.endRow),
    funding: funding?.funding ?? null,
    groups,
    totalWeight,
    totalScore,
    grade,
  };
}
