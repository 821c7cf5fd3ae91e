import type { MaybeFigure } from './equation';

/** Whether a figure shows no amount: not in the form, blank, or 0. An unreadable cell is not zero. */
export function isZero(figure: MaybeFigure): boolean {
  return figure === null || figure === undefined || (figure.shown.isZero() && figure.content.kind !== 'unreadable');
}

export function allZero(figures: readonly MaybeFigure[]): boolean {
  return figures.every(isZero);
}
