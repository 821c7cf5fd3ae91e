import { questionsOf, type Question } from '../../src/narrative/questions';
import { writeNarrative } from '../../src/narrative/write-narrative';
import { readAccounts } from '../../src/tables/read-accounts';
import { cleanSample } from '../sample/clean';

const accounts = readAccounts(cleanSample().snapshot);
const lastYear = readAccounts(cleanSample({}, 'before').snapshot);
const questions = questionsOf(accounts);

function gapKeys(options: Parameters<typeof writeNarrative>[1] = {}): string[] {
  const spans = writeNarrative(accounts, options).flatMap(({ paragraphs }) => paragraphs.flatMap((one) => one.spans));
  return [...new Set(spans.flatMap((span) => (span.kind === 'gap' && span.key !== undefined ? [span.key] : [])))];
}

function answerTo({ kind }: Question): string {
  return { amount: '1.25', count: '3', words: '工作需要' }[kind];
}

function asked(key: string): Question {
  const question = questions.find((one) => one.key === key);
  if (question === undefined) throw new Error(`nobody asks for ${key}`);
  return question;
}

test('asks once for every gap that an answer fills, in the order of the sections', () => {
  const wanted = questions.filter(({ optional }) => !optional).map(({ key }) => key);
  expect([...wanted].sort()).toEqual(gapKeys().sort());
  expect(new Set(questions.map(({ key }) => key)).size).toBe(questions.length);
  const headings = writeNarrative(accounts).map(({ heading }) => heading);
  const places = questions.map(({ section }) => headings.indexOf(section));
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test('answers leave no gap, those to the optional questions given or not', () => {
  let answers = Object.fromEntries(questions.map((question) => [question.key, answerTo(question)]));
  expect(gapKeys({ answers })).toEqual([]);
  answers = Object.fromEntries(questions.filter(({ optional }) => !optional).map((one) => [one.key, answerTo(one)]));
  expect(gapKeys({ answers })).toEqual([]);
});

test.each([
  ['summary/lastYear', { what: '上年数', kind: 'amount', unit: '万元', optional: false }],
  ['summary/reason', { what: '与上年相比增减的主要原因', kind: 'words', unit: '' }],
  ['general-budget/2012604/budget', { item: '2012604 档案馆', what: '年初预算数', kind: 'amount', unit: '万元' }],
  ['general-budget/2012604/reason', { what: '决算数与年初预算数不同的主要原因', kind: 'words' }],
  ['three-public/hospitality/persons', { item: '公务接待费', kind: 'count', unit: '人次', optional: false }],
  ['three-public/vehicles/owned', { kind: 'count', unit: '辆', optional: false }],
  ['procurement/goods', { item: '', kind: 'amount', unit: '万元', optional: false }],
  ['procurement/goodsSmall', { kind: 'amount', unit: '万元', optional: true }],
  ['agency-operating/total', { kind: 'amount', optional: true, usedIn: '' }],
  ['state-assets/leaders', { kind: 'count', unit: '辆', optional: true }],
  ['performance/result', { kind: 'words', unit: '', optional: false }],
])('says of %s what it is', (key, expected) => {
  expect(asked(key)).toMatchObject(expected);
});

test('shows the words that an answer goes into, other gaps left open', () => {
  for (const { optional, usedIn } of questions) {
    expect(usedIn.includes('〔本项〕')).toBe(!optional);
    expect(usedIn).not.toMatch(/待填/);
  }
  expect(asked('three-public/vehicles/owned').usedIn).toMatch(/公务用车保有量为〔本项〕辆。$/);
});

test('knows the amounts of this year that an answer can be measured by', () => {
  const total = accounts.summary?.revenue.total?.shown;
  expect(asked('summary/lastYear').comparable?.eq(total ?? 0)).toBe(true);
  const item = accounts.generalBudget?.rows.find(({ code }) => code === '2012604')?.figures.total?.shown;
  expect(asked('general-budget/2012604/budget').comparable?.eq(item ?? 0)).toBe(true);
  const whole = accounts.expenditure?.total?.figures.total?.shown;
  expect(asked('procurement/goods')).toMatchObject({ comparable: null });
  expect(asked('procurement/goods').whole?.eq(whole ?? 0)).toBe(true);
});

test("takes last year's amounts from last year's workbook, and still asks for them", () => {
  const known = questionsOf(accounts, { lastYear });
  const before = lastYear.summary?.revenue.total?.shown;
  expect(known.find(({ key }) => key === 'summary/lastYear')?.known?.eq(before ?? 0)).toBe(true);
  const keys = (list: readonly Question[]): string[] => list.flatMap(({ key }) => (key.endsWith('lastYear') ? [key] : []));
  expect(keys(known)).toEqual(keys(questions));
  expect(known.filter(({ key }) => key.endsWith('lastYear')).every((one) => one.known !== null)).toBe(true);
});

test('asks nothing of a workbook without tables', () => {
  expect(questionsOf(readAccounts({ name: '', sheets: [] }))).toEqual([]);
});
