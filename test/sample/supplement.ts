import type { ThreePublicLeaves } from './source';

/** What the nine tables cannot know and the narrative still says; amounts are whole 元. */
export interface Supplement {
  /** Initial budget of each item of the general public budget, by functional code. */
  readonly initialBudget: Readonly<Record<string, number>>;
  /** Why expenditure differs from the initial budget, by functional code. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly changes: {
    readonly overall: string;
    readonly appropriation: string;
    readonly operating: string;
    readonly threePublic: Readonly<Record<keyof ThreePublicLeaves, string>>;
  };
  readonly operatingBudget: number;
  readonly travel: { readonly groups: number; readonly people: number };
  readonly reception: { readonly batches: number; readonly people: number };
  readonly vehicles: { readonly bought: number; readonly held: number };
  readonly meetings: { readonly count: number; readonly people: number };
  readonly training: { readonly count: number; readonly people: number };
  readonly procurement: {
    readonly goods: number;
    readonly works: number;
    readonly services: number;
    readonly smallAndMedium: number;
    readonly microOfThese: number;
  };
  readonly equipment: { readonly above50: number; readonly above100: number };
}

/** The supplement to the sample's year. */
export const SUPPLEMENT: Supplement = {
  initialBudget: {
    '2012602': 340_000,
    '2012604': 6_450_000,
    '2012699': 260_000,
    '2013302': 60_000,
    '2060503': 0,
    '2060702': 50_000,
    '2070104': 200_000,
    '2070199': 120_000,
    '2070204': 90_000,
    '2080502': 215_000,
    '2080505': 605_000,
    '2080506': 302_500,
    '2080801': 0,
    '2101102': 308_000,
    '2101199': 36_214,
    '2120399': 150_000,
    '2210201': 480_000,
    '2210203': 95_000,
  },
  reasons: {
    '2012602': '年中增加库房安全改造的零星支出',
    '2012604': '年中追加馆藏档案数字化扫描经费',
    '2012699': '部分展览改为线上举办，场地费用减少',
    '2013302': '新增档案普法宣传品制作',
    '2060503': '年初未安排预算，年中下达科研条件建设补助',
    '2060702': '科普讲座场次减少',
    '2070104': '增加古籍阅览室书架采购',
    '2070199': '增加地方文献征集活动',
    '2070204': '部分修复项目跨年实施后在本年支付',
    '2080502': '新增退休人员一名',
    '2080505': '缴费基数年中调整',
    '2080506': '缴费基数年中调整',
    '2080801': '年初未安排预算，年中按实发放抚恤金',
    '2101102': '缴费基数年中调整',
    '2101199': '',
    '2120399': '馆区道路维修工程结算增加',
    '2210201': '缴存基数年中调整',
    '2210203': '符合条件的人员减少一名',
  },
  changes: {
    overall: '馆藏数字化项目扩面，新增一批文献修复任务',
    appropriation: '财政安排的档案馆运行和数字化经费增加',
    operating: '库房恒温恒湿设备全年运行，电费和物业管理费增加',
    threePublic: {
      overseasTravel: '本年安排一次文献保护技术交流',
      vehiclePurchase: '按程序更新档案运输车一辆',
      vehicleRunning: '旧车报废，燃油和维修支出减少',
      hospitality: '严格接待标准，合并同类接待',
    },
  },
  operatingBudget: 1_090_000,
  travel: { groups: 1, people: 2 },
  reception: { batches: 16, people: 134 },
  vehicles: { bought: 1, held: 3 },
  meetings: { count: 2, people: 86 },
  training: { count: 3, people: 145 },
  procurement: {
    goods: 426_352,
    works: 158_240,
    services: 563_718,
    smallAndMedium: 896_482,
    microOfThese: 512_364,
  },
  equipment: { above50: 2, above100: 1 },
};
