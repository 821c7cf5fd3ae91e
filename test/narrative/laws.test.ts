import Decimal from 'decimal.js';
import fc from 'fast-check';
import { formatAmount } from '../../src/money/figure';
import { paragraphText, type Section } from '../../src/narrative/paragraph';
import { toPlainText } from '../../src/narrative/plain-text';
import { writeNarrative, type NarrativeOptions } from '../../src/narrative/write-narrative';
import { formatCell } from '../../src/workbook/address';
import type { Accounts } from '../../src/tables/accounts';
import { accountsOf, type Book, type Row, type Value } from './accounts';

const HALF_UP = Decimal.ROUND_HALF_UP;

const amount: fc.Arbitrary<Value> = fc.oneof(
  { arbitrary: fc.integer({ min: 1, max: 9_999_999 }).map((cents) => cents / 100), weight: 6 },
  { arbitrary: fc.constant(null), weight: 2 },
  { arbitrary: fc.constant(0), weight: 1 },
  { arbitrary: fc.integer({ min: -9_999, max: -1 }).map((cents) => cents / 100), weight: 1 },
  { arbitrary: fc.constantFrom<Value>('　', '437.83　', '1,200.', '见附表'), weight: 1 },
);

const tuple = (length: number) => fc.array(amount, { minLength: length, maxLength: length });

/** Rows of a table by functional classification: every name there is only once. */
const rows = (columns: number, classes: number): fc.Arbitrary<readonly Row[]> =>
  fc
    .array(tuple(columns), { minLength: 1 + 3 * classes, maxLength: 1 + 3 * classes })
    .map((values) => values.map((line, index): Row => {
      if (index === 0) return ['', '合计', ...line];
      const code = 201 + Math.floor((index - 1) / 3);
      const level = (index - 1) % 3;
      return [`${code}${'0101'.slice(0, 2 * level)}`, `事务${'甲乙丙'.charAt(level)}${code}支出`, ...line];
    }));

const side = fc.record({
  total: amount, hospitality: amount, overseasTravel: amount,
  vehicles: amount, vehiclePurchase: amount, vehicleRunning: amount,
});

const book: fc.Arbitrary<Book> = fc.record({
  unit: fc.constantFrom('万元' as const, '元' as const),
  year: fc.constantFrom(2030, null),
  summary: fc.tuple(amount, amount),
  revenue: rows(7, 2),
  expenditure: rows(6, 2),
  appropriation: fc.tuple(amount, amount),
  generalBudget: rows(3, 4),
  basicExpenditure: fc.tuple(amount, amount, amount, amount).map(([a, b, c, d]): readonly Row[] => [
    ['301', '工资福利支出', a], ['30101', '基本工资', b], ['302', '商品和服务支出', c], ['30201', '办公费', d],
  ]),
  basicTotals: fc.tuple(amount, amount),
  threePublic: fc.record({ budget: side, actual: side }),
  governmentFunds: rows(6, 1),
  stateCapital: rows(6, 1),
});

const situation = fc.record({
  book,
  lastYear: fc.option(book.map((before) => ({ ...before, year: 2029 }))),
  percentDigits: fc.constantFrom(1 as const, 2 as const),
});

function written(check: (sections: readonly Section[], accounts: Accounts, options: NarrativeOptions) => void): void {
  fc.assert(
    fc.property(situation, ({ book: now, lastYear, percentDigits }) => {
      const accounts = accountsOf(now);
      const options = { percentDigits, ...(lastYear === null ? {} : { lastYear: accountsOf(lastYear) }) };
      check(writeNarrative(accounts, options), accounts, options);
    }),
    { numRuns: 100 },
  );
}

/** The result of a formula as it is printed under a figure: `甲 1.00 ÷ 乙 4.00` and the like. */
function evaluate(formula: string): Decimal {
  const [left = '', right] = formula.split(' ÷ ');
  if (right !== undefined) return evaluate(left).div(evaluate(right));
  if (left.startsWith('|')) return evaluate(left.slice(1, -1)).abs();
  const [first = '', ...minus] = left.split(' − ');
  if (minus.length > 0) return minus.reduce((rest, term) => rest.minus(evaluate(term)), evaluate(first));
  return left.split(' + ').reduce((sum, term) => sum.plus(term.split(' ').at(-1) ?? ''), new Decimal(0));
}

test('every number is the amount of its cell or what its formula comes to', () => {
  written((sections, accounts, { percentDigits = 2 }) => {
    const figures = accounts.tables.flatMap((table) => table.figures);
    const printed = new Map(figures.map(({ cell, shown }) => [formatCell(cell), shown.toDecimalPlaces(2, HALF_UP)]));
    for (const span of sections.flatMap(({ paragraphs }) => paragraphs.flatMap(({ spans }) => spans))) {
      if (span.kind !== 'figure') continue;
      const cells = span.cells.map((cell) => printed.get(formatCell(cell)));
      expect(cells).not.toHaveLength(0);
      expect(cells).not.toContain(undefined);
      if (span.formula === null) expect(span.text).toBe(formatAmount(cells[0] ?? new Decimal(NaN)));
      else if (span.text.endsWith('%')) {
        expect(span.text).toBe(`${evaluate(span.formula).mul(100).toFixed(percentDigits, HALF_UP)}%`);
      } else expect(span.text).toBe(formatAmount(evaluate(span.formula).abs()));
    }
  });
});

test('there are no empty words, no leftovers of a template and no stuttering punctuation', () => {
  written((sections) => {
    for (const { heading, paragraphs } of sections) {
      expect(paragraphs.length).toBeGreaterThan(0);
      for (const line of [heading, ...paragraphs.map(paragraphText)]) {
        expect(line.trim()).not.toBe('');
        expect(line).not.toMatch(/NaN|undefined|null|Infinity|\[|\]|\{|\}|[，。；：、][，。；：、]|%%|元元/);
      }
      for (const { spans } of paragraphs) {
        expect(spans.every((span) => span.kind === 'gap' || span.text !== '')).toBe(true);
        expect(spans.every((span) => span.kind !== 'gap' || span.need.trim() !== '')).toBe(true);
      }
    }
  });
});

test('every lowest row that is not 0 is an item exactly once, and no other row is', () => {
  written((sections, accounts) => {
    const table = accounts.generalBudget;
    const mentioned = (table?.rows ?? []).filter(({ figures }) =>
      Object.values(figures).some((f) => f !== null && (f.content.kind === 'unreadable' || !f.shown.isZero())),
    );
    const isAbove = (upper: string, lower: string): boolean => upper !== lower && lower.startsWith(upper);
    const leaves = mentioned.filter(({ code }) => !mentioned.some((row) => isAbove(code, row.code)));
    const lines = sections.find(({ id }) => id === 'general-budget')?.paragraphs.map(paragraphText) ?? [];
    const items = lines.filter((line) => /^\d+、/.test(line));
    expect(items).toHaveLength(leaves.length);
    leaves.forEach(({ name }, index) => expect(items[index]?.split(name)).toHaveLength(2));
    expect(items.map((line) => Number.parseInt(line, 10))).toEqual(leaves.map((_, index) => index + 1));
  });
});

test('direction words agree with the numbers', () => {
  written((sections) => {
    for (const { spans } of sections.flatMap(({ paragraphs }) => paragraphs)) {
      spans.forEach((span, index) => {
        if (span.kind !== 'figure' || !/^[^|].* − /.test(span.formula ?? '')) return;
        const before = spans[index - 1];
        const word = before?.kind === 'text' ? /(增加|减少)$/.exec(before.text)?.[1] : undefined;
        expect(word).toBe(evaluate(span.formula ?? '').isNegative() ? '减少' : '增加');
      });
    }
  });
});

test('plain text has one line for every heading and paragraph', () => {
  written((sections) => {
    const lines = toPlainText(sections).split('\n');
    expect(lines.pop()).toBe('');
    expect(lines).toEqual(sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs.map(paragraphText)]));
  });
});
