import type { Figure } from '../money/figure';
import type { CodedRow, CodedTable } from '../tables/accounts';
import { words, type KnownOrGap, type Words } from './fact';
import { amountOf, isMentioned } from './measure';

/** Slots that name a functional item: the class, and what there is below it. */
export const FUNCTIONAL_NAME = ['class', 'section?', 'item?'] as const;

/**
 * A cell of the 合计 row. Where that row lacks the number although rows below have one, it is a gap; null where
 * neither has one, so the form does not use the column.
 */
export function columnTotal<Column extends string>(
  table: CodedTable<Column>,
  column: Column,
  what: string,
): KnownOrGap | null {
  const figure = table.total?.figures[column] ?? null;
  const below = table.rows.map((row) => row.figures[column]);
  return figure === null && !below.some(isMentioned) ? null : amountOf(figure, what, below);
}

/** The rows with something to say, themselves or below, and no such row above them: the 类, in a sound table. */
export function topRows<Column extends string>(rows: readonly CodedRow<Column>[]): readonly CodedRow<Column>[] {
  const mentioned = rows.filter(isMentionedRow);
  const spoken = rows.filter((row) => isMentionedRow(row) || mentioned.some((other) => isAbove(row, other)));
  return spoken.filter((row) => !spoken.some((other) => isAbove(other, row)));
}

/** The rows that have something to say and no such row below them: the 项, in a sound table. */
export function leafRows<Column extends string>(rows: readonly CodedRow<Column>[]): readonly CodedRow<Column>[] {
  const mentioned = rows.filter(isMentionedRow);
  return mentioned.filter((row) => !mentioned.some((other) => isAbove(row, other)));
}

/** A name of a table as running text has it: no white space, brackets full-width. */
export function spokenName(name: string): string {
  return name.replace(/\s/g, '').replace(/\(/g, '（').replace(/\)/g, '）');
}

/** The names of a row from class to item. */
export function functionalName<Column extends string>(
  row: CodedRow<Column>,
  rows: readonly CodedRow<Column>[],
): { readonly class: Words; readonly section: Words | null; readonly item: Words | null } {
  const nameAt = (digits: number): Words | null => {
    if (row.code.length < digits) return null;
    const named = row.code.length === digits ? row : rows.find(({ code }) => code === row.code.slice(0, digits));
    return named === undefined ? null : words(spokenName(named.name));
  };
  return { class: nameAt(3) ?? words(spokenName(row.name)), section: nameAt(5), item: nameAt(7) };
}

/** The same names in a list, as far as there are any. */
export function functionalPath<Column extends string>(
  row: CodedRow<Column>,
  rows: readonly CodedRow<Column>[],
): readonly string[] {
  const { class: upper, section, item } = functionalName(row, rows);
  return [upper, section, item].flatMap((name) => (name === null ? [] : [name.text]));
}

/** The 合计 of a row; a gap where it is blank although its other columns or the rows below it are not. */
export function rowTotal<Column extends string>(
  row: CodedRow<Column | 'total'>,
  rows: readonly CodedRow<Column | 'total'>[],
  what: string,
): KnownOrGap {
  const below = rows.filter((other) => isAbove(row, other)).map(({ figures }) => figures.total);
  return amountOf(row.figures.total, what, [...figuresOf(row), ...below]);
}

function figuresOf<Column extends string>(row: CodedRow<Column>): readonly (Figure | null)[] {
  return Object.values<Figure | null>(row.figures);
}

function isMentionedRow<Column extends string>(row: CodedRow<Column>): boolean {
  return figuresOf(row).some(isMentioned);
}

function isAbove<Column extends string>(upper: CodedRow<Column>, lower: CodedRow<Column>): boolean {
  return lower.code.length > upper.code.length && lower.code.startsWith(upper.code);
}
