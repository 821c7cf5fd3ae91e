import type { Figure, Unit } from '../money/figure';
import type { Table, TableId } from './accounts';
import { readLabels, type TableLabels } from './layout/labels';
import { areaOf, notesFrom, type Region } from './layout/region';

/** How one published table is recognised and read. */
export interface TableDeclaration<Made extends Table> {
  readonly id: TableId;
  /** The standard name, for sentences. */
  readonly name: string;
  /** What its normalised title ends with, whatever stands in front. */
  readonly title: RegExp;
  /** Null where the region under the title is not this table. */
  readonly read: (region: Region, title: string, unit: Unit) => Made | null;
}

/** What a layout has read, as far as every table has it. */
interface Body {
  readonly figures: readonly Figure[];
  readonly endRow: number;
}

const HEADER_WITHIN = 8;

/** The labels between a title and its header. */
export function labelsOf(region: Region): TableLabels {
  return readLabels(region, Math.min(region.titleRow + HEADER_WITHIN, region.lastRow + 1));
}

/** The part of a table that all tables share. */
export function frameOf(id: TableId, region: Region, title: string, unit: Unit, body: Body): Table {
  const { number, department, unitLabel } = labelsOf(region);
  return {
    id,
    title,
    titleCell: { sheet: region.sheet.name, row: region.titleRow, column: region.titleColumn },
    sheet: region.sheet.name,
    area: areaOf(region, body.figures),
    unit,
    number,
    department,
    unitLabel,
    notes: notesFrom(region, body.endRow),
    figures: body.figures,
  };
}
