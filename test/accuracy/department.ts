import { ECONOMIC } from '../sample/codes';
import { deriveAccounts, type SampleAccounts } from '../sample/figures';
import type { Layout } from '../sample/layout';
import type { AppropriatedMoney, OtherMoney, Source, SourceItem, ThreePublicLeaves } from '../sample/source';
import { functionalItems, GOVERNMENT_FUND_ITEMS, nameOf, PINNED, STATE_CAPITAL_ITEMS } from './functional-items';
import type { Sampler } from './sampler';

/** What kinds of money an invented department has. */
interface Traits {
  readonly balances: boolean;
  readonly otherSources: readonly (keyof OtherMoney)[];
  readonly governmentFunds: boolean;
  readonly stateCapital: boolean;
  readonly threePublic: boolean;
  /** A part of the pension and housing payments is booked under the running item. */
  readonly partlyRunning: boolean;
}

const OTHER_SOURCES = ['superiorSubsidy', 'service', 'business', 'affiliateRemittance', 'other'] as const;
const OTHER_SPENDING = ['basic', 'project', 'superiorRemittance', 'businessExpenditure', 'affiliateSubsidy'] as const;

function traitsOf(sample: Sampler): Traits {
  return {
    balances: sample.chance(0.6),
    otherSources: sample.chance(0.6) ? sample.some(OTHER_SOURCES, sample.whole(1, OTHER_SOURCES.length)) : [],
    governmentFunds: sample.chance(0.4),
    stateCapital: sample.chance(0.25),
    threePublic: sample.chance(0.9),
    partlyRunning: sample.chance(0.1),
  };
}

/** Last year and this year of one invented department, every identity exact to the 元. */
export interface Years {
  readonly before: SampleAccounts;
  readonly now: SampleAccounts;
}

/** Items whose basic part is paid from certain economic sections; invented ones have none. */
const FROM_SECTIONS = /^(?:208050[12]|21011)/;

const YEAR = 2024;
const FEWEST_ITEMS = 8;
const MOST_ITEMS = 60;

/** Invents a department of 8 to 60 functional items whose figures fit a layout's form. */
export function makeYears(sample: Sampler, { basicBlocks }: Pick<Layout, 'basicBlocks'>): Years {
  const traits = traitsOf(sample);
  const { running, codes } = functionalItems(sample, sample.whole(FEWEST_ITEMS, MOST_ITEMS));
  const sections = ECONOMIC.map(([code]) => code).filter(
    (code) => code.length === 5 && (basicBlocks === 3 || !/^(?:307|399)/.test(code)),
  );
  const source = (year: number, before?: SampleAccounts): Source =>
    makeSource(sample, traits, { year, running, codes, sections, ...(before ? { before } : {}) });
  const before = deriveAccounts(source(YEAR - 1));
  const now = deriveAccounts(source(YEAR, before), before);
  return { before: named(before), now: named(now) };
}

function named(accounts: SampleAccounts): SampleAccounts {
  return { ...accounts, lines: accounts.lines.map((line) => ({ ...line, name: nameOf(line.code) })) };
}

interface Frame {
  readonly year: number;
  readonly running: string;
  readonly codes: readonly string[];
  readonly sections: readonly string[];
  readonly before?: SampleAccounts;
}

type Pot = 'generalBudget' | 'governmentFunds' | 'stateCapital' | 'otherMoney';

function makeSource(sample: Sampler, traits: Traits, frame: Frame): Source {
  const { year, running, codes, sections, before } = frame;
  const opening = (code: string, pot: Pot): number => {
    const line = before?.lines.find((each) => each.code === code);
    return (pot === 'otherMoney' ? line?.otherMoney.closing : line?.funds[pot].closing) ?? 0;
  };
  const sectionOf = new Map(Object.entries(PINNED).filter(([code]) => codes.includes(code)));
  const economic = makeEconomic(sample, sections, [...sectionOf.values()]);
  const pinned = new Map([...sectionOf].map(([code, section]) => [code, economic[section] ?? 0]));
  const sum = (amounts: Iterable<number>): number => [...amounts].reduce((total, amount) => total + amount, 0);
  const free = sum(Object.values(economic)) - sum(pinned.values());
  const others = codes.filter((code) => code !== running && !pinned.has(code));
  const basics = shareOut(sample, Math.floor(free * 0.6), others.filter((code) => !FROM_SECTIONS.test(code)));
  const items = codes.map((code): SourceItem => {
    const basic = pinned.get(code) ?? basics.get(code) ?? 0;
    const hasProject = !pinned.has(code) && (basic === 0 || sample.chance(0.5));
    const spent = { basic, project: hasProject ? sample.amount() : 0 };
    const generalBudget = withClosing(sample, traits, spent, opening(code, 'generalBudget'));
    const hasOther = code === running || sample.chance(0.25);
    const otherMoney = hasOther ? makeOther(sample, traits, opening(code, 'otherMoney')) : null;
    return { code, name: nameOf(code), generalBudget, ...(otherMoney ? { otherMoney } : {}) };
  });
  const ofFund = (fund: 'governmentFunds' | 'stateCapital', pool: readonly string[]): SourceItem[] => {
    const known = before?.lines.filter(({ code, funds }) => pool.includes(code) && funds[fund].project > 0);
    const chosen = known?.map(({ code }) => code) ?? sample.some(pool, sample.whole(1, 3));
    return (traits[fund] ? chosen : []).map((code) => {
      const spent = { basic: sample.chance(0.15) ? sample.amount() : 0, project: sample.amount() };
      return { code, name: nameOf(code), [fund]: withClosing(sample, traits, spent, opening(code, fund)) };
    });
  };
  const withMore = [...sectionOf.values()].map((section): [string, number] => {
    return [section, (economic[section] ?? 0) + sample.amount(500, 200_000)];
  });
  const booked = traits.partlyRunning ? { ...economic, ...Object.fromEntries(withMore) } : economic;
  return {
    department: '澄湖市测绘档案中心',
    year,
    runningItem: running,
    items: [
      ...items,
      ...ofFund('governmentFunds', GOVERNMENT_FUND_ITEMS),
      ...ofFund('stateCapital', STATE_CAPITAL_ITEMS),
    ],
    economic: booked,
    threePublic: makeThreePublic(sample, traits, booked),
  };
}

/** Basic expenditure by economic section; those wanted are there. */
function makeEconomic(sample: Sampler, sections: readonly string[], wanted: readonly string[]): Record<string, number> {
  const density = 0.3 + 0.6 * (sample.whole(0, 100) / 100);
  const least = (code: string): number => (code.startsWith('301') ? 20_000 : 300);
  const most = (code: string): number => (code.startsWith('301') ? 9_000_000 : 900_000);
  const chosen = sections.filter((code) => wanted.includes(code) || code === '30101' || sample.chance(density));
  return Object.fromEntries(
    chosen.map((code) => {
      const isDust = code === '30204' && sample.chance(0.3);
      return [code, isDust ? sample.whole(1, 60) : sample.amount(least(code), most(code))];
    }),
  );
}

/** Gives some of the codes a part of an amount. */
function shareOut(sample: Sampler, amount: number, codes: readonly string[]): ReadonlyMap<string, number> {
  const chosen = codes.filter(() => sample.chance(0.25));
  const weights = chosen.map(() => sample.whole(1, 100));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return new Map(chosen.map((code, index) => [code, Math.floor((amount * (weights[index] ?? 0)) / sum)]));
}

/** What was spent, with a closing balance large enough that the revenue is not negative. */
function withClosing(
  sample: Sampler,
  traits: Traits,
  spent: { readonly basic: number; readonly project: number },
  opening: number,
): AppropriatedMoney {
  const least = Math.max(0, opening - spent.basic - spent.project);
  const more = traits.balances && sample.chance(0.2) ? sample.amount(500, 3_000_000) : 0;
  return { ...spent, closing: least + more };
}

/** Money from other sources; never more is spent than there is. */
function makeOther(sample: Sampler, traits: Traits, opening: number): OtherMoney | null {
  if (traits.otherSources.length === 0) return null;
  const sources = traits.otherSources.filter(() => sample.chance(0.7));
  const received = sources.map((source) => {
    const dust = source === 'other' && sample.chance(0.1);
    return [source, dust ? sample.whole(1, 80) : sample.amount()] as const;
  });
  const used = traits.balances && sample.chance(0.3) ? sample.amount(500, 2_000_000) : 0;
  const there = received.reduce((sum, [, amount]) => sum + amount, opening + used);
  if (there === 0) return null;
  const distributed = traits.balances && sample.chance(0.2) ? Math.floor(there * 0.1) : 0;
  const kept = traits.balances && sample.chance(0.4) ? Math.floor(there * 0.2) : 0;
  const purposes = sample.some(OTHER_SPENDING, sample.whole(1, 3));
  const shares = purposes.map((purpose) => [purpose, sample.whole(1, 100)] as const);
  const weight = shares.reduce((sum, [, share]) => sum + share, 0);
  const free = there - distributed - kept;
  const spent = shares.map(([purpose, share]) => [purpose, Math.floor((free * share) / weight)] as const);
  const left = free - spent.reduce((sum, [, amount]) => sum + amount, 0);
  return {
    ...Object.fromEntries(received),
    ...Object.fromEntries(spent.map(([purpose, amount], index) => [purpose, index === 0 ? amount + left : amount])),
    surplusUsed: used,
    surplusDistributed: distributed,
  };
}

const BASIC_PART = {
  overseasTravel: '30212',
  vehiclePurchase: '31013',
  vehicleRunning: '30231',
  hospitality: '30217',
} as const;

/** Actual amounts hold what the basic expenditure says of them; budgets hold the actual amounts. */
function makeThreePublic(
  sample: Sampler,
  traits: Traits,
  economic: Readonly<Record<string, number>>,
): Source['threePublic'] {
  const leaves = (make: (item: keyof ThreePublicLeaves) => number): ThreePublicLeaves => ({
    overseasTravel: make('overseasTravel'),
    vehiclePurchase: make('vehiclePurchase'),
    vehicleRunning: make('vehicleRunning'),
    hospitality: make('hospitality'),
  });
  const more = (): number => (traits.threePublic && sample.chance(0.4) ? sample.amount(500, 400_000) : 0);
  const actual = leaves((item) => (economic[BASIC_PART[item]] ?? 0) + more());
  return { actual, budget: leaves((item) => actual[item] + more()) };
}
