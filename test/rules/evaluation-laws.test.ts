import fc from 'fast-check';
import Decimal from 'decimal.js';
import { checkWorkbook } from '../../src/app/check';
import type { Finding } from '../../src/check/finding';
import { formatCell } from '../../src/workbook/address';
import type { CellValue } from '../../src/workbook/snapshot';
import { edited } from '../sample/clean';
import { EVALUATION_LAYOUTS, evaluationBook, type EvaluationSample } from '../sample/evaluation';
import { PROJECTS, type EvaluationSpec } from '../sample/evaluation-source';

/** Marks that are divided among indicators: as many whole numbers as parts, each at least 1. */
function divided(marks: number, parts: number): fc.Arbitrary<number[]> {
  return fc.array(fc.integer({ min: 1, max: 100 }), { minLength: parts, maxLength: parts }).map((shares) => {
    const all = shares.reduce((sum, share) => sum + share, 0);
    const whole = shares.map((share) => 1 + Math.floor(((marks - parts) * share) / all));
    const rest = marks - whole.reduce((sum, mark) => sum + mark, 0);
    return whole.map((mark, index) => (index === 0 ? mark + rest : mark));
  });
}

const [usual] = PROJECTS;
if (usual === undefined) throw new RangeError('a project is needed');

/** A self-evaluation of which everything holds: random amounts, indicators, marks and scores. */
const evaluation: fc.Arbitrary<EvaluationSpec> = fc
  .record({
    current: fc.integer({ min: 1_000, max: 9_000_000 }),
    carried: fc.integer({ min: 0, max: 500_000 }),
    share: fc.double({ min: 0.3, max: 1, noNaN: true }),
    rateDigits: fc.constantFrom(1, 2),
    counts: fc.tuple(
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 2 }),
      fc.integer({ min: 1, max: 4 }),
    ),
  })
  .chain(({ counts, ...money }) =>
    fc.tuple(
      fc.constant(money),
      fc.tuple(divided(40, counts[0]), divided(20, counts[1]), divided(10, counts[2]), divided(20, counts[3])),
      fc.infiniteStream(fc.integer({ min: 0, max: 4 })),
    ),
  )
  .map(([{ current, carried, share, rateDigits }, weights, losses]) => {
    const spent = [Math.round(current * share), carried] as const;
    const budget = new Decimal(current + carried).div(100);
    const actual = new Decimal(spent[0] + spent[1]).div(100);
    const rate = actual.div(budget).mul(100);
    const score = rate.div(10).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
    const groups = usual.groups.map((group, index) => ({
      ...group,
      indicators: (weights[index] ?? []).map((weight, number) => {
        const loss = (losses.next().value as number) / 2;
        return {
          aspect: group.indicators[0]?.aspect ?? '',
          name: `指标内容${index}${number}`,
          target: ['', '有效', ''] as const,
          result: '有效',
          weight,
          score: Math.max(0, weight - loss),
        };
      }),
    }));
    const marks = groups
      .flatMap(({ indicators }) => indicators)
      .reduce((sum, indicator) => sum.plus(indicator.score), score);
    return {
      ...usual,
      funding: {
        total: [budget.toNumber(), budget.toNumber(), actual.toNumber()],
        appropriation: [budget.toNumber(), current / 100, spent[0] / 100],
        carryOver: [null, carried / 100, spent[1] / 100],
        other: [null, null, null],
      },
      execution: { weight: 10, rate: rate.toFixed(rateDigits, Decimal.ROUND_HALF_UP), score: score.toNumber() },
      groups,
      total: { weight: 100, score: marks.toNumber() },
    };
  });

const book = fc.tuple(evaluation, fc.constantFrom(...EVALUATION_LAYOUTS.map(([, layout]) => layout)));

function laidOut(spec: EvaluationSpec, layout: Parameters<typeof evaluationBook>[1]): EvaluationSample {
  return evaluationBook({ overall: null, projects: [spec], data: null }, layout);
}

function findingsAfter(sample: EvaluationSample, key: string, value: CellValue): readonly Finding[] {
  return checkWorkbook(edited(sample.snapshot, sample.cellOf('project-1', key), value)).findings;
}

test('what was computed and rounded as the form says is never found fault with', () => {
  fc.assert(
    fc.property(book, ([spec, layout]) => {
      expect(
        checkWorkbook(laidOut(spec, layout).snapshot).findings.map(({ rule, message }) => [rule, message]),
      ).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('a wrong 总分 is found at its cell, with its right value and a correction that leaves nothing', () => {
  fc.assert(
    fc.property(book, fc.integer({ min: 1, max: 30 }), ([spec, layout], by) => {
      const sample = laidOut(spec, layout);
      const cell = sample.cellOf('project-1', 'total.score');
      const findings = findingsAfter(sample, 'total.score', Math.max(0, spec.total.score - by));
      const found = findings.find(
        ({ cells: [first] }) => first !== undefined && formatCell(first) === formatCell(cell),
      );
      expect(found).toMatchObject({ severity: 'error' });
      expect(found?.expected?.minus(spec.total.score).abs().toNumber()).toBeLessThan(0.01);
      const fixed = (found?.fix ?? []).reduce(
        (workbook, edit) => edited(workbook, edit.cell, edit.to),
        sample.snapshot,
      );
      expect(found?.fix).not.toBeNull();
      expect(checkWorkbook(fixed).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('a wrong 执行率 is found at its cell with its right value', () => {
  fc.assert(
    fc.property(book, fc.integer({ min: 2, max: 20 }), ([spec, layout], by) => {
      const sample = laidOut(spec, { ...layout, rates: 'text', merged: 'once' });
      const right = Number(spec.execution.rate);
      const findings = findingsAfter(sample, 'rate', `${(right - by).toFixed(2)}%`);
      const cell = formatCell(sample.cellOf('project-1', 'rate'));
      const found = findings.find(({ cells: [first] }) => first !== undefined && formatCell(first) === cell);
      expect(found?.severity).toBe('error');
      expect(found?.expected?.minus(right).abs().toNumber()).toBeLessThan(0.11);
    }),
    { numRuns: 60 },
  );
});

test('a wrong 分值 is among the suspects', () => {
  fc.assert(
    fc.property(book, fc.integer({ min: 1, max: 9 }), ([spec, layout], by) => {
      const sample = laidOut(spec, { ...layout, merged: 'once' });
      const before = spec.groups[0]?.indicators[0]?.weight ?? 0;
      const cell = formatCell(sample.cellOf('project-1', '1.weight'));
      const suspects = findingsAfter(sample, '1.weight', before + by).filter(({ severity }) => severity === 'error');
      expect(suspects.flatMap(({ cells }) => cells.map(formatCell))).toContain(cell);
    }),
    { numRuns: 40 },
  );
});

test('a 得分 above its 分值 is an error at its cell', () => {
  fc.assert(
    fc.property(book, fc.integer({ min: 1, max: 90 }), ([spec, layout], by) => {
      const sample = laidOut(spec, { ...layout, merged: 'once' });
      const weight = spec.groups[1]?.indicators[0]?.weight ?? 0;
      const index = (spec.groups[0]?.indicators.length ?? 0) + 1;
      const cell = formatCell(sample.cellOf('project-1', `${index}.score`));
      const errors = findingsAfter(sample, `${index}.score`, weight + by).filter(
        ({ severity }) => severity === 'error',
      );
      expect(errors.flatMap(({ cells }) => cells.slice(0, 1).map(formatCell))).toContain(cell);
    }),
    { numRuns: 40 },
  );
});
