import { parts, speaker, words, type KnownOrGap, type Sentence } from './fact';
import { ratio, sumOf } from './measure';
import { freeSection, paragraph } from './section';
import type { Telling } from './telling';
import type { Topic } from './topic';

const SENTENCES = {
  nil: [],
  total: ['total', 'goods', 'works', 'services', 'small', 'smallShare?', 'micro', 'microShare?', 'microOfSmall?', 'kinds?'],
  kind: ['name', 'share'],
} as const;
const KEY = 'procurement';
const say = speaker(KEY, SENTENCES);

const KINDS = { goods: '货物', works: '工程', services: '服务' } as const;
type Kind = keyof typeof KINDS;
const ORDER: readonly Kind[] = ['goods', 'works', 'services'];

/** 十二 政府采购支出说明 (rules.md C23, C24): all from what the user says, the sum and the shares computed. */
export const procurement = freeSection({
  id: KEY,
  heading: /政府采购/,
  sentences: SENTENCES,
  *tell(telling) {
    const { total, goods, works, services, small, micro } = amountsOf(telling);
    if (total.kind === 'amount' && total.value.isZero()) {
      yield paragraph(say('nil', {}));
      return;
    }
    yield paragraph(
      say('total', {
        total,
        goods,
        works,
        services,
        small,
        micro,
        smallShare: ratio(small, total),
        microShare: ratio(micro, total),
        microOfSmall: ratio(micro, small),
        kinds: parts(...ORDER.flatMap((kind) => shareOfKind(kind, telling))),
      }),
    );
  },
  topics(telling) {
    const { total, goods, works, services, small, micro } = amountsOf(telling);
    const of = { goods, works, services };
    return [
      {
        key: KEY,
        names: ['政府采购支出总额', '政府采购支出', '政府采购总额'],
        actual: total,
        sumOf: ORDER.map((kind) => `${KEY}/${kind}`),
      },
      ...ORDER.map((kind): Topic => ({
        key: `${KEY}/${kind}`,
        names: [`政府采购${KINDS[kind]}支出`, `${KINDS[kind]}支出`, `${KINDS[kind]}类支出`],
        actual: of[kind],
      })),
      { key: `${KEY}/small`, names: ['授予中小企业合同金额', '授予中小企业的合同金额'], actual: small, whole: total },
      { key: `${KEY}/micro`, names: ['授予小微企业合同金额', '授予小微企业的合同金额'], actual: micro, whole: total },
      ...ORDER.map((kind): Topic => ({
        key: `${KEY}/${kind}Small`,
        names: [`${KINDS[kind]}采购授予中小企业合同金额`],
        actual: smallOf(kind, telling),
        whole: of[kind],
      })),
    ];
  },
});

function amountsOf(telling: Telling) {
  const given = (what: string, need: string): KnownOrGap => telling.amount(`${KEY}/${what}`, need, need);
  const goods = given('goods', '政府采购货物支出');
  const works = given('works', '政府采购工程支出');
  const services = given('services', '政府采购服务支出');
  return {
    goods,
    works,
    services,
    total: sumOf('政府采购支出总额', [goods, works, services]),
    small: given('small', '授予中小企业合同金额'),
    micro: given('micro', '授予小微企业合同金额'),
  };
}

function smallOf(kind: Kind, telling: Telling): KnownOrGap {
  const need = `${KINDS[kind]}采购授予中小企业合同金额`;
  return telling.amount(`${KEY}/${kind}Small`, need, need);
}

/** Told only of the kinds for which the user has given the amount: not every form asks for it. */
function shareOfKind(kind: Kind, telling: Telling): readonly Sentence[] {
  const small = smallOf(kind, telling);
  if (small.kind === 'gap') return [];
  const share = ratio(small, amountsOf(telling)[kind]);
  return share === null ? [] : [say('kind', { name: words(KINDS[kind]), share })];
}
