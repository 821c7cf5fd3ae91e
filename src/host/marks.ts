import type { MarkKind } from './host';

/** Fill colour of each kind of highlight, as RRGGBB: red, yellow and blue that leave black text readable. */
export const MARK_FILLS: Readonly<Record<MarkKind, string>> = {
  error: 'FFC7CE',
  warning: 'FFEB9C',
  rounding: 'BDD7EE',
};

const SIGNATURE = '决算公开助手';

/**
 * The formula of a highlight's conditional format, without `=`. It is always true, so it colours its cells, and it
 * carries our name, so a later sitting can find and remove exactly our highlights and no others.
 */
export function markFormula(kind: MarkKind): string {
  return `N("${SIGNATURE}:${kind}")=0`;
}

/** Whether a conditional format's formula (with or without `=`) is one of ours. */
export function isMarkFormula(formula: string): boolean {
  return formula.replace(/^=/, '').startsWith(`N("${SIGNATURE}:`);
}
