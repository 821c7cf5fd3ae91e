import { slackOf } from '../money/verdict';
import { TABLES } from '../tables/registry';
import type { Accounts } from '../tables/accounts';
import { evaluate, type Equation } from './equation';
import type { Figure } from '../money/figure';
import type { Skipped } from './finding';
import type { BoundRule, InspectionRule, Problem, Rule } from './rule';

/** A part that exceeds its whole by more than rounding. */
export interface Excess {
  readonly rule: BoundRule;
  readonly part: Figure;
  readonly whole: Figure;
}

export interface Inspected {
  readonly rule: InspectionRule;
  readonly problem: Problem;
}

/** What the rules say of a workbook: every identity with its verdict, what exceeds its bound, what was inspected. */
export interface Judgement {
  readonly equations: readonly Equation[];
  /** What this year takes over from last year: total is this year's figure, its one term last year's. */
  readonly continuity: readonly Equation[];
  readonly excesses: readonly Excess[];
  readonly inspected: readonly Inspected[];
  /** Rules that found nothing to judge, and why: silence never looks like success. */
  readonly skipped: readonly Skipped[];
}

/** Applies the rules to the accounts, and to last year's where they are given. Pure. */
export function run(accounts: Accounts, rules: readonly Rule[], lastYear: Accounts | null = null): Judgement {
  const equations: Equation[] = [];
  const continuity: Equation[] = [];
  const excesses: Excess[] = [];
  const inspected: Inspected[] = [];
  const skipped: Skipped[] = [];
  for (const rule of rules) {
    const missing = rule.reads.filter((key) => accounts[key] === null);
    if (missing.length > 0) {
      skipped.push({ rule: rule.id, because: `没有找到${missing.map((key) => TABLES[key].name).join('、')}` });
      continue;
    }
    switch (rule.kind) {
      case 'identity':
        for (const spec of rule.equations(accounts)) {
          const equation = evaluate(rule.id, spec);
          if (equation !== null) equations.push(equation);
        }
        break;
      case 'continuity':
        if (lastYear === null || rule.reads.some((key) => lastYear[key] === null)) {
          skipped.push({ rule: rule.id, because: lastYear === null ? '没有提供上年工作簿' : '上年工作簿缺少所需的表' });
          break;
        }
        for (const { now, before } of rule.pairs(accounts, lastYear)) {
          const equation = evaluate(rule.id, { total: now, terms: [before] });
          if (equation !== null) continuity.push(equation);
        }
        break;
      case 'bound':
        for (const { part, whole } of rule.bounds(accounts)) {
          if (part && whole && exceeds(part, whole)) excesses.push({ rule, part, whole });
        }
        break;
      case 'inspection':
        for (const problem of rule.inspect(accounts)) inspected.push({ rule, problem });
        break;
    }
  }
  return { equations, continuity, excesses, inspected, skipped };
}

function exceeds(part: Figure, whole: Figure): boolean {
  if (part.content.kind === 'unreadable' || whole.content.kind === 'unreadable') return false;
  return part.shown.minus(whole.shown).gt(slackOf([part, whole]));
}
