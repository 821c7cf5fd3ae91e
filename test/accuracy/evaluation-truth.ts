import type { EvaluationTableTruth, Held } from './evaluation-book';

/** The values that a place may have. */
type Interval = readonly [low: number, high: number];

/** Something that must hold between the numbers of one table. */
export interface Constraint {
  readonly places: readonly string[];
  /** What each of its places may hold, given the others; everything where it says nothing. */
  readonly allowed: (place: string, values: ReadonlyMap<string, Held>) => readonly Interval[];
}

const ALL: readonly Interval[] = [[-Infinity, Infinity]];
const CENT = 0.01;
const NOISE = 1e-6;

const at = (values: ReadonlyMap<string, Held>, place: string): number => values.get(place) ?? 0;

/** Units of the last digit of a number as it is typed. */
function unitOf(value: Held): number {
  return 10 ** -(String(value ?? 0).split('.')[1]?.length ?? 0);
}

/** `total = Σ terms`, each rounded by half of `unit`, and one unit more forgiven. */
function sums(
  total: string,
  terms: readonly string[],
  slackOf: (values: ReadonlyMap<string, Held>) => number,
  when: (values: ReadonlyMap<string, Held>) => boolean = () => true,
): Constraint {
  return {
    places: [total, ...terms],
    allowed(place, values) {
      if (!when(values)) return ALL;
      const slack = slackOf(values) + NOISE;
      const sum = terms.reduce((all, term) => all + (term === place ? 0 : at(values, term)), 0);
      const due = place === total ? sum : at(values, total) - sum;
      return [[due - slack, due + slack]];
    },
  };
}

const money = (total: string, terms: readonly string[]): Constraint =>
  sums(
    total,
    terms,
    (values) => Math.max(CENT, 0.005 * [total, ...terms].filter((place) => values.get(place) !== null).length),
    (values) => terms.some((place) => values.get(place) !== null),
  );
const marks = (total: string, terms: readonly string[]): Constraint => sums(total, terms, () => 0);

/** `part ≤ whole`, both filled in. */
function within(part: string, whole: string): Constraint {
  return {
    places: [part, whole],
    allowed: (place, values) =>
      place === part ? [[0, at(values, whole) + NOISE]] : [[at(values, part) - NOISE, Infinity]],
  };
}

/** How far a computed number may be from the exact one: a unit of the last digit beside the nearest is forgiven. */
const forgiven = (value: Held): number => 1.5 * unitOf(value) + NOISE;

/** `rate = 100 × part ÷ whole`, with a unit of the last digit forgiven. A blank rate is only a question. */
function rated(rate: string, part: string, whole: string, rounding: number): Constraint {
  return {
    places: [rate, part, whole],
    allowed(place, values) {
      if ([rate, part, whole].some((each) => values.get(each) === null) || at(values, whole) === 0) return ALL;
      const [a, b, r] = [at(values, part), at(values, whole), at(values, rate)];
      const unit = forgiven(values.get(rate) ?? null);
      if (place === rate) return [[(100 * (a - rounding)) / (b + rounding) - unit, (100 * (a + rounding)) / (b - rounding) + unit]];
      const [low, high] = [Math.max(r - unit, NOISE) / 100, (r + unit) / 100];
      return place === part
        ? [[(b - rounding) * low - rounding, (b + rounding) * high + rounding]]
        : [[(a - rounding) / high - rounding, (a + rounding) / low + rounding]];
    },
  };
}

/** 得分 = 分值 × 执行率, by the printed rate or by the amounts. */
function executed(): Constraint {
  const [part, whole] = ['funding.total.actual', 'funding.total.annualBudget'];
  return {
    places: ['score', 'weight', 'rate', part, whole],
    allowed(place, values) {
      if (values.get('score') === null || values.get('weight') === null) return ALL;
      const [score, weight] = [at(values, 'score'), at(values, 'weight')];
      const unit = forgiven(score);
      const byRate = values.get('rate') === null ? null : at(values, 'rate') / 100;
      const byAmounts = at(values, whole) === 0 ? null : at(values, part) / at(values, whole);
      const rates = [byRate, byAmounts].filter((rate) => rate !== null);
      const fits = (rate: number | null): boolean => rate !== null && Math.abs(weight * rate - score) <= unit;
      const [low, high] = [(score - unit) / weight, (score + unit) / weight];
      switch (place) {
        case 'score':
          return rates.map((rate) => [weight * rate - unit, weight * rate + unit]);
        case 'weight':
          return rates.map((rate) => [(score - unit) / rate, (score + unit) / rate]);
        case 'rate':
          return fits(byAmounts) ? ALL : [[100 * low, 100 * high]];
        case part:
          return fits(byRate) ? ALL : [[at(values, whole) * low, at(values, whole) * high]];
        default:
          return fits(byRate) ? ALL : [[at(values, part) / high, at(values, part) / Math.max(low, NOISE)]];
      }
    },
  };
}

function fixed(place: string, ...choices: readonly ((values: ReadonlyMap<string, Held>) => number)[]): Constraint {
  return {
    places: [place],
    allowed: (_, values) => choices.map((choice) => [choice(values) - NOISE, choice(values) + NOISE]),
  };
}

/** Filled in wherever its companion is. */
function required(place: string, companion: string): Constraint {
  return {
    places: [place],
    allowed: (_, values) => (values.get(companion) === null || values.get(place) !== null ? ALL : [[0, Infinity]]),
  };
}

/** What must hold in a table, written down apart from the product's rules. */
export function constraintsOf({ spec, values }: EvaluationTableTruth): readonly Constraint[] {
  if (spec === null) return dataConstraints([...values.keys()]);
  const numbers = [...values.keys()].flatMap((place) => /^(\d+)\.weight$/.exec(place)?.[1] ?? []);
  const weights = numbers.map((each) => `${each}.weight`);
  const scores = numbers.map((each) => `${each}.score`);
  let first = 0;
  const groups = spec.groups.map(({ indicators }, index) => {
    const own = weights.slice(first, (first += indicators.length));
    return marks(`group.${index + 1}`, own);
  });
  const rest = (held: ReadonlyMap<string, Held>): number => 100 - weights.reduce((all, each) => all + at(held, each), 0);
  return [
    ...(['initialBudget', 'annualBudget', 'actual'] as const).map((column) =>
      money(`funding.total.${column}`, ['appropriation', 'carryOver', 'other'].map((line) => `funding.${line}.${column}`)),
    ),
    rated('rate', 'funding.total.actual', 'funding.total.annualBudget', 0.005),
    executed(),
    within('score', 'weight'),
    ...groups,
    ...numbers.flatMap((each) => [
      within(`${each}.score`, `${each}.weight`),
      required(`${each}.weight`, `${each}.score`),
      required(`${each}.score`, `${each}.weight`),
    ]),
    marks('total.weight', ['weight', ...weights]),
    marks('total.weight', ['weight', ...spec.groups.map((_, index) => `group.${index + 1}`)]),
    fixed('total.weight', () => 100),
    fixed('weight', () => 10, (held) => (at(held, 'total.weight') === 100 ? rest(held) : 10)),
    required('score', 'weight'),
    sums('total.score', ['score', ...scores], (held) => (unitOf(at(held, 'total.score')) + unitOf(at(held, 'score'))) / 2),
    ...(spec.split === null
      ? []
      : [money('funding.total.actual', ['basic', 'project']), money('funding.total.annualBudget', ['general', 'other'])]),
  ];
}

function dataConstraints(places: readonly string[]): readonly Constraint[] {
  const specials = [...new Set(places.flatMap((place) => /^(special-\d+)\./.exec(place)?.[1] ?? []))];
  return [
    rated('staff.rate', 'staff.actual', 'staff.allowed', 0),
    ...(['lastActual', 'budget', 'actual'] as const).flatMap((column) => {
      const named = (...keys: readonly string[]): string[] => keys.map((key) => `${key}.${column}`);
      const listed = named(...specials);
      return [
        money(`threePublic.${column}`, named('vehicles', 'overseasTravel', 'hospitality')),
        money(`vehicles.${column}`, named('vehiclePurchase', 'vehicleRunning')),
        money(`project.${column}`, named('projectBusiness', 'projectRunning', 'projectSpecial')),
        atLeast(`projectSpecial.${column}`, listed),
      ];
    }),
  ];
}

/** 专项资金 is no less than what is listed of it. */
function atLeast(total: string, terms: readonly string[]): Constraint {
  return {
    places: [total, ...terms],
    allowed(place, values) {
      if (values.get(total) === null) return ALL;
      const slack = Math.max(CENT, 0.005 * (terms.length + 1));
      const sum = terms.reduce((all, term) => all + (term === place ? 0 : at(values, term)), 0);
      return place === total ? [[sum - slack, Infinity]] : [[-Infinity, at(values, total) - sum + slack]];
    },
  };
}

export function isBroken(constraint: Constraint, values: ReadonlyMap<string, Held>): boolean {
  const [place = ''] = constraint.places;
  const blankRequired = constraint.places.length === 1 && values.get(place) === null;
  const intervals = constraint.allowed(place, values);
  if (blankRequired) return intervals !== ALL;
  const value = at(values, place);
  return !intervals.some(([low, high]) => value >= low - NOISE && value <= high + NOISE);
}

/** Whether one value in a place, not below 0, lets every constraint on it hold. */
export function mends(place: string, constraints: readonly Constraint[], values: ReadonlyMap<string, Held>): boolean {
  const own = constraints.filter(({ places }) => places.includes(place));
  const filled = new Map(values).set(place, values.get(place) ?? 0);
  const meeting = own.reduce<readonly Interval[]>(
    (left, { allowed }) =>
      left.flatMap(([low, high]) =>
        allowed(place, filled).flatMap(([from, to]): readonly Interval[] => {
          const both: Interval = [Math.max(low, from), Math.min(high, to)];
          return both[0] <= both[1] + NOISE ? [both] : [];
        }),
      ),
    [[0, Infinity]],
  );
  return meeting.length > 0;
}

/** What can be known about one of several mistakes from the numbers alone. */
export interface EvaluationTruth {
  /** Something that must hold of its place does not. */
  readonly broken: readonly Constraint[];
  /** Only its place, with another value, lets hold what it broke. */
  readonly determined: boolean;
}

/**
 * Works out what can be known about mistakes in one table. Beside others a mistake is determined if what it breaks
 * shares no number with what they break, and none of the numbers that would mend what it breaks stands in one
 * constraint with any that would mend theirs: then nothing can make up for a wrong choice.
 */
export function truthOf(
  wrong: readonly string[],
  constraints: readonly Constraint[],
  values: ReadonlyMap<string, Held>,
): EvaluationTruth[] {
  const brokenBy = wrong.map((place) =>
    constraints.filter((constraint) => constraint.places.includes(place) && isBroken(constraint, values)),
  );
  const mending = brokenBy.map((broken) => {
    const found = placesOf(broken).filter((place) => broken.every(({ places }) => places.includes(place)) && mends(place, broken, values));
    return found.length > 0 ? found : placesOf(broken);
  });
  return wrong.map((place, index) => {
    const broken = brokenBy[index] ?? [];
    const others = wrong.map((_, at) => at).filter((at) => at !== index);
    const theirs = new Set(others.flatMap((at) => placesOf(brokenBy[at] ?? [])));
    const beside = new Set(
      others.flatMap((at) => mending[at] ?? []).flatMap((each) => placesOf(constraints.filter(({ places }) => places.includes(each)))),
    );
    const candidates = mending[index] ?? [];
    const alone = candidates.filter((each) => mends(each, constraints, values));
    const isApart = !placesOf(broken).some((each) => theirs.has(each)) && candidates.every((each) => each === place || !beside.has(each));
    return { broken, determined: broken.length > 0 && isApart && alone.length === 1 && alone[0] === place };
  });
}

function placesOf(constraints: readonly Constraint[]): string[] {
  return [...new Set(constraints.flatMap(({ places }) => places))];
}
