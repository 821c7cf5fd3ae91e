import { examine, report } from '../../src/app/check';
import { cleanSample, edited } from '../sample/clean';

const sample = cleanSample();
const relations = (workbook = sample.snapshot) => report(examine(workbook)).relations;
const between = (a: string, b: string, workbook = sample.snapshot) =>
  relations(workbook).find(({ between: [first, second] }) => first === a && second === b);

test('tables that are compared with each other are related, and agree in a clean book', () => {
  const clean = relations();
  expect(clean.map(({ between: pair }) => pair.join(' ')).sort()).toContain('summary revenue');
  expect(clean.every(({ verdict, broken, judged }) => verdict === 'exact' && broken.length === 0 && judged > 0)).toBe(true);
});

test('a copy that differs shows on its edge and no other', () => {
  const wrong = edited(sample.snapshot, sample.cellOf('summary', '207', 'expenditure'), 64.06);
  expect(between('summary', 'expenditure', wrong)).toMatchObject({ verdict: 'error', broken: ['expenditure/summary-classes'] });
  expect(between('summary', 'revenue', wrong)).toMatchObject({ verdict: 'exact', broken: [] });
});

test('an edge shows the gravest of its verdicts', () => {
  const off = edited(sample.snapshot, sample.cellOf('summary', '207', 'expenditure'), 46.07);
  expect(between('summary', 'expenditure', off)?.verdict).toBe('rounding');
  const worse = edited(off, sample.cellOf('summary', '206', 'expenditure'), 53);
  expect(between('summary', 'expenditure', worse)?.verdict).toBe('error');
});
