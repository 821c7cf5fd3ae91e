/** The three budgets an appropriation comes from. */
export type Fund = 'generalBudget' | 'governmentFunds' | 'stateCapital';

/** Appropriated money of one functional item, in whole 元; its revenue is what balances the rest. */
export interface AppropriatedMoney {
  readonly basic?: number;
  readonly project?: number;
  readonly closing?: number;
}

/** Money from other sources of one functional item, in whole 元; its closing balance is what is left. */
export interface OtherMoney {
  readonly superiorSubsidy?: number;
  readonly service?: number;
  readonly business?: number;
  readonly affiliateRemittance?: number;
  readonly other?: number;
  readonly surplusUsed?: number;
  readonly basic?: number;
  readonly project?: number;
  readonly superiorRemittance?: number;
  readonly businessExpenditure?: number;
  readonly affiliateSubsidy?: number;
  readonly surplusDistributed?: number;
}

/** What one functional item (项, seven digits) received and spent. */
export interface SourceItem {
  readonly code: string;
  readonly name: string;
  readonly generalBudget?: AppropriatedMoney;
  readonly governmentFunds?: AppropriatedMoney;
  readonly stateCapital?: AppropriatedMoney;
  readonly otherMoney?: OtherMoney;
}

/** Expenses for travel abroad, vehicles and hospitality, in whole 元. */
export interface ThreePublicLeaves {
  readonly overseasTravel: number;
  readonly vehiclePurchase: number;
  readonly vehicleRunning: number;
  readonly hospitality: number;
}

/** Everything about a department's year that is not a sum of something else. Amounts are whole 元. */
export interface Source {
  readonly department: string;
  readonly year: number;
  readonly items: readonly SourceItem[];
  /** The item whose basic expenditure takes what the other items leave of the economic details. */
  readonly runningItem: string;
  /** Basic expenditure from the general public budget by economic section (款, five digits). */
  readonly economic: Readonly<Record<string, number>>;
  readonly threePublic: { readonly budget: ThreePublicLeaves; readonly actual: ThreePublicLeaves };
}

const DEPARTMENT = '云溪市档案文献中心';
const RUNNING_ITEM = '2012604';

/** The year before the sample's: no balances were carried into it. */
export const LAST_YEAR: Source = {
  department: DEPARTMENT,
  year: 2023,
  runningItem: RUNNING_ITEM,
  items: [
    { code: '2012602', name: '一般行政管理事务', generalBudget: { project: 331_846 } },
    {
      code: RUNNING_ITEM,
      name: '档案馆',
      generalBudget: { project: 1_142_675, closing: 126_435 },
      otherMoney: {
        service: 438_927,
        business: 79_364,
        affiliateRemittance: 24_183,
        other: 35_746,
        surplusUsed: 64_275,
        basic: 287_436,
        project: 158_627,
        superiorRemittance: 17_324,
        businessExpenditure: 66_843,
        affiliateSubsidy: 20_156,
        surplusDistributed: 12_521,
      },
    },
    { code: '2012699', name: '其他档案事务支出', generalBudget: { project: 263_174 } },
    { code: '2013302', name: '一般行政管理事务', generalBudget: { project: 58_637 } },
    {
      code: '2060503',
      name: '科技条件专项',
      generalBudget: { project: 162_483 },
      otherMoney: { superiorSubsidy: 96_754, project: 96_754 },
    },
    { code: '2060702', name: '科普活动', generalBudget: { project: 51_326 } },
    {
      code: '2070104',
      name: '图书馆',
      generalBudget: { project: 198_264 },
      otherMoney: { other: 12_847, project: 12_847 },
    },
    { code: '2070199', name: '其他文化和旅游支出', generalBudget: { project: 141_938 } },
    { code: '2070204', name: '文物保护', generalBudget: { project: 87_419 } },
    { code: '2080502', name: '事业单位离退休', generalBudget: { basic: 208_536 } },
    { code: '2080505', name: '机关事业单位基本养老保险缴费支出', generalBudget: { basic: 584_213 } },
    { code: '2080506', name: '机关事业单位职业年金缴费支出', generalBudget: { basic: 292_107 } },
    { code: '2080801', name: '死亡抚恤', generalBudget: { basic: 74_628 } },
    { code: '2101102', name: '事业单位医疗', generalBudget: { basic: 294_386 } },
    { code: '2101199', name: '其他行政事业单位医疗支出', generalBudget: { basic: 33_972 } },
    { code: '2120399', name: '其他城乡社区公共设施支出', generalBudget: { project: 173_265 } },
    {
      code: '2120899',
      name: '其他国有土地使用权出让收入安排的支出',
      governmentFunds: { project: 361_748, closing: 52_364 },
    },
    { code: '2210201', name: '住房公积金', generalBudget: { basic: 461_837 } },
    { code: '2210203', name: '购房补贴', generalBudget: { basic: 88_154 } },
    {
      code: '2230105',
      name: '国有企业退休人员社会化管理补助支出',
      stateCapital: { project: 92_718 },
    },
  ],
  economic: {
    '30101': 1_782_645,
    '30102': 396_472,
    '30103': 702_836,
    '30107': 1_148_357,
    '30108': 584_213,
    '30109': 292_107,
    '30110': 253_864,
    '30112': 45_183,
    '30113': 461_837,
    '30199': 54_726,
    '30201': 179_264,
    '30202': 81_437,
    '30203': 9_846,
    '30204': 1_158,
    '30205': 17_936,
    '30206': 91_742,
    '30207': 43_617,
    '30209': 126_385,
    '30211': 48_273,
    '30213': 58_649,
    '30214': 19_854,
    '30215': 11_276,
    '30216': 29_483,
    '30217': 13_842,
    '30218': 26_137,
    '30226': 79_854,
    '30227': 136_429,
    '30228': 64_318,
    '30229': 51_762,
    '30231': 34_917,
    '30239': 6_842,
    '30240': 2_316,
    '30299': 42_873,
    '30302': 201_943,
    '30304': 74_628,
    '30305': 11_864,
    '30307': 40_522,
    '30309': 1_734,
    '30399': 6_593,
    '31002': 49_386,
    '31007': 31_274,
  },
  threePublic: {
    budget: { overseasTravel: 30_000, vehiclePurchase: 0, vehicleRunning: 92_000, hospitality: 30_000 },
    actual: { overseasTravel: 0, vehiclePurchase: 0, vehicleRunning: 86_473, hospitality: 24_615 },
  },
};

/** The sample's year; what was left at the end of {@link LAST_YEAR} is carried in. */
export const THIS_YEAR: Source = {
  department: DEPARTMENT,
  year: 2024,
  runningItem: RUNNING_ITEM,
  items: [
    { code: '2012602', name: '一般行政管理事务', generalBudget: { project: 356_428 } },
    {
      code: RUNNING_ITEM,
      name: '档案馆',
      generalBudget: { project: 1_286_734, closing: 84_217 },
      otherMoney: {
        service: 462_386,
        business: 85_274,
        affiliateRemittance: 26_548,
        other: 38_217,
        surplusUsed: 73_465,
        basic: 318_247,
        project: 246_583,
        superiorRemittance: 18_462,
        businessExpenditure: 71_936,
        affiliateSubsidy: 24_315,
        surplusDistributed: 13_338,
      },
    },
    { code: '2012699', name: '其他档案事务支出', generalBudget: { project: 248_915 } },
    { code: '2013302', name: '一般行政管理事务', generalBudget: { project: 63_258 } },
    {
      code: '2060503',
      name: '科技条件专项',
      generalBudget: { project: 184_376 },
      otherMoney: { superiorSubsidy: 120_436, project: 118_254 },
    },
    { code: '2060702', name: '科普活动', generalBudget: { project: 47_293 } },
    {
      code: '2070104',
      name: '图书馆',
      generalBudget: { project: 215_847 },
      otherMoney: { other: 15_632, project: 15_632 },
    },
    { code: '2070199', name: '其他文化和旅游支出', generalBudget: { project: 132_684 } },
    { code: '2070204', name: '文物保护', generalBudget: { project: 96_523, closing: 12_348 } },
    { code: '2080502', name: '事业单位离退休', generalBudget: { basic: 221_342 } },
    { code: '2080505', name: '机关事业单位基本养老保险缴费支出', generalBudget: { basic: 612_437 } },
    { code: '2080506', name: '机关事业单位职业年金缴费支出', generalBudget: { basic: 306_219 } },
    { code: '2080801', name: '死亡抚恤', generalBudget: { basic: 168_243 } },
    { code: '2101102', name: '事业单位医疗', generalBudget: { basic: 311_757 } },
    { code: '2101199', name: '其他行政事业单位医疗支出', generalBudget: { basic: 36_214 } },
    { code: '2120399', name: '其他城乡社区公共设施支出', generalBudget: { project: 158_462 } },
    {
      code: '2120899',
      name: '其他国有土地使用权出让收入安排的支出',
      governmentFunds: { project: 398_647, closing: 39_932 },
    },
    { code: '2210201', name: '住房公积金', generalBudget: { basic: 486_753 } },
    { code: '2210203', name: '购房补贴', generalBudget: { basic: 92_654 } },
    {
      code: '2230105',
      name: '国有企业退休人员社会化管理补助支出',
      stateCapital: { project: 86_453 },
    },
  ],
  economic: {
    '30101': 1_864_372,
    '30102': 412_906,
    '30103': 733_518,
    '30107': 1_205_864,
    '30108': 612_437,
    '30109': 306_219,
    '30110': 268_145,
    '30112': 47_326,
    '30113': 486_753,
    '30199': 58_214,
    '30201': 186_437,
    '30202': 74_318,
    '30203': 12_064,
    '30204': 1_236,
    '30205': 18_642,
    '30206': 96_375,
    '30207': 41_289,
    '30209': 132_806,
    '30211': 57_463,
    '30213': 63_927,
    '30214': 21_546,
    '30215': 9_864,
    '30216': 34_172,
    '30217': 11_783,
    '30218': 28_415,
    '30226': 85_236,
    '30227': 142_668,
    '30228': 68_527,
    '30229': 54_193,
    '30231': 36_848,
    '30239': 7_314,
    '30240': 2_457,
    '30299': 39_681,
    '30302': 214_386,
    '30304': 168_243,
    '30305': 12_936,
    '30307': 43_612,
    '30309': 1_867,
    '30399': 6_425,
    '31002': 58_732,
    '31007': 23_418,
  },
  threePublic: {
    budget: { overseasTravel: 48_000, vehiclePurchase: 180_000, vehicleRunning: 90_000, hospitality: 26_000 },
    actual: { overseasTravel: 36_742, vehiclePurchase: 174_386, vehicleRunning: 83_265, hospitality: 18_437 },
  },
};
