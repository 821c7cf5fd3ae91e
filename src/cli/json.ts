import type Decimal from 'decimal.js';
import { formatArea, formatCell } from '../workbook/address';
import type { CellEdit } from '../workbook/edit';
import type { CellValue } from '../workbook/snapshot';
import { formatAmount } from '../money/figure';
import type { CheckReport } from '../app/check';
import type { RepairPreview } from '../app/assistant';
import type { Finding } from '../check/finding';
import { TABLES } from '../tables/registry';
import { paragraphText, type Section } from '../narrative/paragraph';

/** The command line's JSON; the names of its fields are a contract with scripts. */
export function checkJson(report: CheckReport): object {
  const { file, year, department, tables, findings, skipped, summary } = report;
  return {
    file,
    year,
    department,
    tables: tables.filter(isPublished).map(tableJson),
    evaluations: tables.filter((table) => !isPublished(table)).map(tableJson),
    findings: findings.map(findingJson),
    skipped: skipped.map(({ rule, because }) => ({ rule, because })),
    summary,
  };
}

const PUBLISHED: readonly string[] = Object.values(TABLES).map(({ id }) => id);

/** One of the nine published tables, not one of the 绩效 tables. */
const isPublished = ({ id }: CheckReport['tables'][number]): boolean => PUBLISHED.includes(id);

function tableJson({ id, title, sheet, area, unit }: CheckReport['tables'][number]): object {
  return { id, title, sheet, range: formatArea(area), unit };
}

function findingJson(finding: Finding): object {
  const { rule, severity, message, cells, expected, actual, difference, unit, found, quote, place, cause, fix } = finding;
  const amount = (value: Decimal | null): string | null => (value === null ? null : formatAmount(value, unit));
  return {
    rule,
    severity,
    message,
    cells: cells.map(formatCell),
    expected: amount(expected),
    actual: found === null || found === '' ? amount(actual) : found,
    difference: amount(difference),
    quote,
    place,
    cause,
    fix: fix === null ? null : fix.map(editJson),
  };
}

function editJson({ cell, from, to }: CellEdit): object {
  const text = (value: CellValue): string | null => (value === null ? null : String(value));
  return { cell: formatCell(cell), from: text(from), to: text(to) };
}

/** A changed amount, not a paragraph that quotes one. */
const isAmount = ({ edit }: RepairPreview['rows'][number]): boolean => typeof edit.to === 'number';

export function repairJson({ rows, review, minimal, conflicts, unresolved }: RepairPreview): object {
  return {
    edits: rows.filter(isAmount).map(({ edit, from, to }) => ({ cell: formatCell(edit.cell), from, to })),
    texts: rows.filter((row) => !isAmount(row)).map(({ edit }) => editJson(edit)),
    review: review.map(({ cells: [cell], quote, place, message }) => ({
      cell: place !== null || cell === undefined ? null : formatCell(cell),
      quote,
      place,
      because: message,
    })),
    minimal,
    conflicts: conflicts.map(({ locks, because }) => ({
      cells: locks.flatMap(({ cells }) => cells.map(formatCell)),
      because,
    })),
    unresolved: unresolved.map(({ rule, cells, because }) => ({ rule, cells: cells.map(formatCell), because })),
  };
}

export function narrateJson(sections: readonly Section[]): object {
  return {
    sections: sections.map(({ id, heading, paragraphs }) => ({
      id,
      heading,
      paragraphs: paragraphs.map((paragraph) => ({
        text: paragraphText(paragraph),
        gaps: paragraph.spans.flatMap((span) => (span.kind === 'gap' ? span.need : [])),
        figures: paragraph.spans.flatMap((span) =>
          span.kind === 'figure' ? { text: span.text, cell: span.cells[0] === undefined ? null : formatCell(span.cells[0]) } : [],
        ),
      })),
    })),
  };
}
