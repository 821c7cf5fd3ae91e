import { normaliseText } from '../workbook/label';

const YEAR = /^20\d\d年度?/;
const TRAILING = /(?:项目|专项|(?:工作|业务)?经费|资金|基金)$/;

/** What tells a project from others: its name without the year before it and without 项目, 专项, 经费, 资金 behind it. */
function keyOf(name: string): string {
  let key = normaliseText(name).replace(YEAR, '');
  while (TRAILING.test(key)) key = key.replace(TRAILING, '');
  return key;
}

/** A project that a name means: the index among the others, and whether they are called the same. */
export interface ProjectMatch {
  readonly index: number;
  readonly same: boolean;
}

/**
 * For each name the project of another list that it means. The same name counts first, whatever its spaces and the
 * width of its brackets; of the rest, 「档案工作经费」 means 「2033年档案项目」 where no other name on either side could.
 * Null where none or more than one may be meant.
 */
export function matchProjects(names: readonly string[], others: readonly string[]): readonly (ProjectMatch | null)[] {
  const same = pair(names.map(normaliseText), others.map(normaliseText));
  const taken = new Set(same);
  const alike = pair(
    names.map((name, index) => (same[index] === null ? keyOf(name) : '')),
    others.map((name, index) => (taken.has(index) ? '' : keyOf(name))),
  );
  return names.map((_, at) => {
    const index = same[at] ?? alike[at] ?? null;
    return index === null ? null : { index, same: same[at] !== null };
  });
}

/** What occurs once on either side belongs together; '' belongs to nothing. */
function pair(names: readonly string[], others: readonly string[]): readonly (number | null)[] {
  return names.map((name) => {
    const [index = null, ...more] = others.flatMap((other, at) => (other === name ? [at] : []));
    const isAlone = names.filter((other) => other === name).length === 1;
    return name !== '' && isAlone && more.length === 0 ? index : null;
  });
}
