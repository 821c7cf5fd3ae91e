import { slackOf } from '../money/verdict';
import { EVALUATIONS } from '../tables/evaluation-registry';
import { keysOf } from '../tables/layout/aliases';
import { TABLES } from '../tables/registry';
import type { Accounts } from '../tables/accounts';
import { compute, type Computation } from './computation';
import { evaluate, type Equation } from './equation';
import { isMoney, type Figure } from '../money/figure';
import type { Skipped } from './finding';
import type { AgreementRule, AgreementSpec, BoundRule, InspectionRule, Problem, ReadKey, Rule } from './rule';

/** A part and the whole it may not exceed. */
export interface Bounded {
  readonly rule: BoundRule;
  readonly part: Figure;
  readonly whole: Figure;
}

/** A part that exceeds its whole by more than rounding. */
export type Excess = Bounded;

export interface Inspected {
  readonly rule: InspectionRule;
  readonly problem: Problem;
}

/** A figure that agrees with none of its candidates, each written out. */
export interface Disagreement {
  readonly rule: AgreementRule;
  readonly figure: Figure;
  readonly candidates: readonly Equation[];
}

/** What the rules say of a workbook: every identity with its verdict, what exceeds its bound, what was inspected. */
export interface Judgement {
  /** Identities of money; what rounding leaves open in them may be repaired. */
  readonly equations: readonly Equation[];
  /** Identities of scores and counts, in which nothing was rounded. */
  readonly tallies: readonly Equation[];
  /** Agreements that hold: they say which figures are right, but no repair rests on them. */
  readonly agreements: readonly Equation[];
  readonly disagreements: readonly Disagreement[];
  readonly computations: readonly Computation[];
  /** What this year takes over from last year: total is this year's figure, its one term last year's. */
  readonly continuity: readonly Equation[];
  /** Every part and its whole that were compared, so that a repair keeps them so. */
  readonly bounds: readonly Bounded[];
  readonly excesses: readonly Excess[];
  readonly inspected: readonly Inspected[];
  /** Rules that found nothing to judge, and why: silence never looks like success. */
  readonly skipped: readonly Skipped[];
}

/** Applies the rules to the accounts, and to last year's where they are given. Pure. */
export function run(accounts: Accounts, rules: readonly Rule[], lastYear: Accounts | null = null): Judgement {
  const equations: Equation[] = [];
  const tallies: Equation[] = [];
  const agreements: Equation[] = [];
  const disagreements: Disagreement[] = [];
  const computations: Computation[] = [];
  const continuity: Equation[] = [];
  const bounds: Bounded[] = [];
  const inspected: Inspected[] = [];
  const skipped: Skipped[] = [];
  const absent = absentFamilies(accounts);
  for (const rule of rules) {
    const missing = rule.reads.filter((key) => accounts[key] === null);
    if (missing.length > 0) {
      const family = absent.find(({ keys }) => missing.some((key) => keys.includes(key)));
      const names = missing.map((key) => NAMED[key].name).join('、');
      const skip = family?.skipped ?? { rule: rule.id, statement: rule.statement, because: `没有找到${names}` };
      if (!skipped.includes(skip)) skipped.push(skip);
      continue;
    }
    switch (rule.kind) {
      case 'identity':
        for (const spec of rule.equations(accounts)) {
          const equation = evaluate(rule.id, rule.same ? { ...spec, same: true } : spec);
          if (equation !== null) (isMoney(equation.total.unit) ? equations : tallies).push(equation);
        }
        break;
      case 'computation':
        for (const spec of rule.computations(accounts)) {
          const computed = compute(rule.id, spec);
          if (computed !== null) computations.push(computed);
        }
        break;
      case 'agreement':
        for (const spec of rule.agreements(accounts)) {
          const candidates = candidatesOf(rule.id, spec);
          const agreed = candidates.find(({ verdict }) => verdict !== 'error');
          if (agreed !== undefined) agreements.push(agreed);
          else if (spec.figure && candidates.length > 0) disagreements.push({ rule, figure: spec.figure, candidates });
        }
        break;
      case 'continuity':
        if (lastYear === null || rule.reads.some((key) => lastYear[key] === null)) {
          const because = lastYear === null ? '没有提供上年工作簿' : '上年工作簿缺少所需的表';
          skipped.push({ rule: rule.id, statement: rule.statement, because });
          break;
        }
        for (const { now, before } of rule.pairs(accounts, lastYear)) {
          const equation = evaluate(rule.id, { total: now, terms: [before], same: true });
          if (equation !== null) continuity.push(equation);
        }
        break;
      case 'bound':
        for (const { part, whole } of rule.bounds(accounts)) {
          if (part && whole && isReadable(part) && isReadable(whole)) bounds.push({ rule, part, whole });
        }
        break;
      case 'inspection':
        for (const problem of rule.inspect(accounts)) inspected.push({ rule, problem });
        break;
    }
  }
  const excesses = bounds.filter(exceeds);
  return {
    equations, tallies, agreements, disagreements, computations, continuity, bounds, excesses, inspected, skipped,
  };
}

const NAMED = { ...TABLES, ...EVALUATIONS };

interface Family {
  readonly keys: readonly ReadKey[];
  readonly skipped: Skipped;
}

const remark = (rule: string, because: string): Skipped => ({ rule, because, remark: true });

const PUBLISHED: Family = {
  keys: keysOf(TABLES),
  skipped: remark('公开表', '工作簿中没有决算公开表，只核对了绩效表'),
};
const PERFORMANCE: Family = {
  keys: keysOf(EVALUATIONS),
  skipped: remark('绩效表', '工作簿中没有绩效自评表'),
};
const SINGLE: readonly Family[] = keysOf(EVALUATIONS).map((key) => ({
  keys: [key],
  skipped: remark(EVALUATIONS[key].name, `工作簿中没有${EVALUATIONS[key].name}`),
}));

/** A workbook of one family of tables is a normal case: what it lacks is told in one line, not rule by rule. */
function absentFamilies(accounts: Accounts): readonly Family[] {
  const lacks = ({ keys }: Family): boolean => keys.every((key) => accounts[key] === null);
  if (lacks(PERFORMANCE)) return [PERFORMANCE];
  const single = SINGLE.filter(lacks);
  if (!lacks(PUBLISHED)) return single;
  if (single.length === 0) return [PUBLISHED];
  const lacking = single.map(({ skipped: { rule } }) => rule);
  const there = SINGLE.filter((family) => !single.includes(family)).map(({ skipped: { rule } }) => rule);
  const because = `工作簿中没有决算公开表、${lacking.join('、')}，只核对了${there.join('、')}`;
  return [{ keys: [...PUBLISHED.keys, ...single.flatMap(({ keys }) => keys)], skipped: remark('公开表', because) }];
}

/** An agreement is only looked for where both sides say something. */
function candidatesOf(rule: string, { figure, candidates }: AgreementSpec): readonly Equation[] {
  if (figure?.blank !== false) return [];
  return candidates.flatMap((candidate) => {
    const equation = evaluate(rule, { ...candidate, total: figure });
    return equation === null || equation.terms.every(({ blank }) => blank) ? [] : [equation];
  });
}

const isReadable = ({ content }: Figure): boolean => content.kind !== 'unreadable';

function exceeds({ part, whole }: Bounded): boolean {
  return part.shown.minus(whole.shown).gt(slackOf([part, whole]));
}
