import { gap, parts, speaker, words, type Gap, type Sentence, type Words } from './fact';
import { freeSection, paragraph } from './section';
import type { Telling } from './telling';

const SENTENCES = {
  total: ['vehicles', 'kinds?', 'equipment'],
  kind: ['name', 'count'],
  general: ['count'],
  special: ['count'],
  equipment: ['count'],
} as const;
const KEY = 'state-assets';
/** Key of the number of all vehicles, and of each kind of them. */
export const VEHICLES = `${KEY}/vehicles`;
const say = speaker(KEY, SENTENCES);

/** The kinds of vehicles in the order of the form. */
const VEHICLE_KINDS = {
  leaders: '副部（省）级及以上领导用车',
  principals: '主要负责人用车',
  confidential: '机要通信用车',
  emergency: '应急保障用车',
  enforcement: '执法执勤用车',
  technical: '特种专业技术用车',
  retired: '离退休干部服务用车',
  other: '其他用车',
} as const;
/** The keys of the kinds. */
export const VEHICLE_KEYS: readonly string[] = Object.keys(VEHICLE_KINDS).map((kind) => `${KEY}/${kind}`);
const EQUIPMENT = {
  general: '单位价值50万元以上通用设备数量',
  special: '单位价值100万元以上专用设备数量',
  equipment: '单位价值100万元以上设备（不含车辆）数量',
} as const;

/** 十三 国有资产占用情况说明 (rules.md C26): vehicles by kind and their sum, large equipment. */
export const stateAssets = freeSection({
  id: KEY,
  heading: /国有资产占/,
  sentences: SENTENCES,
  *tell(telling) {
    const kinds = Object.entries(VEHICLE_KINDS).flatMap(([kind, name]) => {
      const count = telling.words(`${KEY}/${kind}`, `${name}数量`);
      return count.kind === 'gap' ? [] : [{ name, count }];
    });
    yield paragraph(say('total', {
      vehicles: totalOf(kinds.map(({ count }) => count), telling),
      kinds: parts(...kinds.map(({ name, count }) => say('kind', { name: words(name), count }))),
      equipment: parts(...equipmentOf(telling)),
    }));
  },
  topics: () => [],
  counts: [
    { key: VEHICLES, name: '车辆', unit: '辆', pattern: /共有车辆(\d+)辆/ },
    ...Object.entries(VEHICLE_KINDS).map(([kind, name]) => ({
      key: `${KEY}/${kind}`,
      name,
      unit: '辆',
      pattern: new RegExp(`${name}(\\d+)辆`),
    })),
    { key: `${KEY}/general`, name: EQUIPMENT.general, unit: '台（套）', pattern: /50万元以上通用设备(\d+)台/ },
    { key: `${KEY}/special`, name: EQUIPMENT.special, unit: '台（套）', pattern: /100万元以上专用设备(\d+)台/ },
    { key: `${KEY}/equipment`, name: EQUIPMENT.equipment, unit: '台（套）', pattern: /100万元以上设备（不含车辆）(\d+)台/ },
  ],
});

/** The sum of the kinds; as the user says, where the kinds are not given or are no whole numbers. */
function totalOf(counts: readonly Words[], telling: Telling): Words | Gap {
  const numbers = counts.map(({ text }) => Number(text));
  if (numbers.length === 0 || !numbers.every(Number.isInteger)) return telling.words(VEHICLES, '车辆数量');
  return words(String(numbers.reduce((sum, number) => sum + number, 0)));
}

/** The kinds of equipment that the user has given; the newest form's where none. */
function equipmentOf(telling: Telling): readonly Sentence[] {
  const given = (['general', 'special', 'equipment'] as const).flatMap((kind) => {
    const count = telling.words(`${KEY}/${kind}`, EQUIPMENT[kind]);
    return count.kind === 'gap' ? [] : [say(kind, { count })];
  });
  return given.length > 0 ? given : [say('equipment', { count: gap(EQUIPMENT.equipment, `${KEY}/equipment`) })];
}
