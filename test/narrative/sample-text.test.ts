import { HUNAN, SHANGHAI } from '../../src/narrative/house-styles';
import { paragraphText, type Section } from '../../src/narrative/paragraph';
import { proofread } from '../../src/narrative/proofread/proofread';
import type { HouseStyle } from '../../src/narrative/style';
import type { Answers } from '../../src/narrative/telling';
import { writeNarrative, type NarrativeOptions } from '../../src/narrative/write-narrative';
import { readAccounts } from '../../src/tables/read-accounts';
import { sampleYears } from '../sample/books';
import { publishedSample } from '../sample/clean';
import { buildNarrative, quoted } from '../sample/narrative';
import { SUPPLEMENT } from '../sample/supplement';
import { answered, documentOf } from './proofread/told';

const { before, now } = sampleYears(false);
const accounts = readAccounts(publishedSample().snapshot);
const lastYear = readAccounts(publishedSample({}, 'before').snapshot);

/** What the sample department knows besides its tables. */
function knownAnswers(): Answers {
  const { initialBudget, reasons, changes, operatingBudget, travel, reception, vehicles, meetings, training, procurement, equipment } =
    SUPPLEMENT;
  const budgets = Object.entries(initialBudget).flatMap(([code, amount]) => [
    [`general-budget/${code}/budget`, quoted(amount)],
    [`general-budget/${code}/reason`, reasons[code] ?? ''],
  ]);
  const threePublic = Object.entries(changes.threePublic).map(([item, reason]) => [`three-public/${item}/reason`, reason]);
  const whole = Object.values(initialBudget).reduce((sum, amount) => sum + amount, 0);
  const detail = (code: string): string => quoted(now.economic.get(code) ?? 0);
  return {
    ...Object.fromEntries([...budgets, ...threePublic]),
    'general-budget/budget': quoted(whole),
    'agency-operating/budget': quoted(operatingBudget),
    'three-public/overseasTravel/groups': String(travel.groups),
    'three-public/overseasTravel/persons': String(travel.people),
    'three-public/hospitality/groups': String(reception.batches),
    'three-public/hospitality/persons': String(reception.people),
    'three-public/vehiclePurchase/bought': String(vehicles.bought),
    'three-public/vehicles/owned': String(vehicles.held),
    'general-expenses/meetings': detail('30215'),
    'general-expenses/meetings/content': `召开会议${meetings.count}次`,
    'general-expenses/meetings/persons': String(meetings.people),
    'general-expenses/training': detail('30216'),
    'general-expenses/training/content': `举办培训${training.count}期`,
    'general-expenses/training/persons': String(training.people),
    'general-expenses/events': '无',
    'procurement/goods': quoted(procurement.goods),
    'procurement/works': quoted(procurement.works),
    'procurement/services': quoted(procurement.services),
    'procurement/small': quoted(procurement.smallAndMedium),
    'procurement/micro': quoted(procurement.microOfThese),
    'state-assets/confidential': '1',
    'state-assets/technical': String(vehicles.held - 1),
    'state-assets/general': String(equipment.above50),
    'state-assets/special': String(equipment.above100),
  };
}

/** The sample's text gives 小微 as a share of 中小, as some forms do. */
const STYLE: HouseStyle = {
  ...HUNAN,
  sentences: {
    ...HUNAN.sentences,
    'procurement/total': (HUNAN.sentences['procurement/total'] ?? '').replace(
      '[，占政府采购支出总额的{microShare}]',
      '[，占授予中小企业合同金额的{microOfSmall}]',
    ),
  },
};

function narrative(options: NarrativeOptions): readonly Section[] {
  const known = { ...options, lastYear, year: now.year };
  return writeNarrative(accounts, { ...known, answers: answered(accounts, knownAnswers(), () => '工作需要', known) });
}

const YEARS = /20\d\d年(?:度|12月31日)?/g;
const NUMBERING = /^(?:\d+、|（[一二三]）)/;

/** The numbers of a text, as amounts are compared; what is 0 need not be named in a list. */
function numbersIn(text: string): readonly string[] {
  const said = text.replace(YEARS, '').replace(NUMBERING, '').match(/\d+(?:\.\d+)?%?/g) ?? [];
  const numbers = said.map((number) => (number.endsWith('%') ? number : Number(number).toFixed(2)));
  return numbers.filter((number) => number !== '0.00');
}

/** Whether a text has all these numbers, each as often as it is wanted. */
function holds(text: string, wanted: readonly string[]): boolean {
  const left = [...numbersIn(text)];
  return wanted.every((number) => {
    const at = left.indexOf(number);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

/** The sum of 基本支出 and 项目支出, which the narrative does not give. */
const OTHERWISE = ['performance'];

test('the narrative carries every amount, percentage and count of the text of the sample, clause by clause', () => {
  const sections = narrative({ style: STYLE });
  const paragraphs = sections.flatMap((section) => section.paragraphs.map(paragraphText));
  const clauses = buildNarrative(now, before, SUPPLEMENT)
    .filter(({ heading, id }) => !heading && !OTHERWISE.includes(id))
    .flatMap(({ id, text }) => text.split(/[；。]/).map((clause) => ({ id, clause, numbers: numbersIn(clause) })))
    .filter(({ numbers }) => numbers.length > 0);
  expect(clauses.length).toBeGreaterThan(60);
  const missing = clauses.filter(({ numbers }) => !paragraphs.some((text) => holds(text, numbers)));
  expect(missing.map(({ id, clause }) => `${id}: ${clause}`)).toEqual([]);
});

test.each([
  ['湖南', HUNAN, 2, 'half-up'],
  ['上海', SHANGHAI, 2, 'half-up'],
  ['上海', SHANGHAI, 1, 'half-even'],
] as const)('what was written in the words of %s is found clean', (_, style, percentDigits, rounding) => {
  const options = { style, percentDigits, rounding, lastYear, year: now.year };
  const answers = answered(accounts, knownAnswers(), () => '工作需要', options);
  const document = documentOf(writeNarrative(accounts, { ...options, answers }));
  const { problems, unbound } = proofread([document], accounts, { lastYear, answers, percentDigits });
  expect(problems.map(({ rule, quote, message }) => `${rule} ${quote} ${message}`)).toEqual([]);
  expect(unbound).toEqual([]);
});
