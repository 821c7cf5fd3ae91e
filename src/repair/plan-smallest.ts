import type { Sliced } from './problem';

/**
 * Those among some things that exclude one another; null where none do, undefined where the effort did not suffice to
 * tell.
 */
export type Exclusion<T> = (among: readonly T[]) => Sliced<readonly T[] | null | undefined>;

/** Things that exclude one another, and whether it is proved that no fewer do. */
export interface Smallest<T> {
  readonly things: readonly T[];
  readonly proved: boolean;
}

/** Questions asked, and sets looked at between two of them, before the proof is given up. */
const MOST_ASKED = 300;
const MOST_TRIED = 20_000;

/**
 * The fewest of all things that exclude one another, given some that do. Whatever excludes has one thing in common with
 * every set whose absence leaves the others compatible. So the smallest set that meets all such sets known either
 * excludes, and nothing smaller does, or shows another of them. Source: Ignatiev, Previti, Liffiton and Marques-Silva,
 * Smallest MUS Extraction with Minimal Hitting Set Dualization, CP 2015.
 */
export function* smallestExcluding<T>(
  all: readonly T[],
  found: readonly T[],
  exclusion: Exclusion<T>,
): Sliced<Smallest<T>> {
  const unproved = { things: found, proved: false };
  const releases: (readonly T[])[] = [];
  for (let asked = 1; asked < MOST_ASKED; asked += 1) {
    const candidate = fewestMeeting(releases, found.length - 1);
    if (candidate === null) return { things: found, proved: true };
    if (candidate === undefined) return unproved;
    const among = yield* exclusion(candidate);
    if (among === undefined) return unproved;
    if (among !== null) return { things: candidate, proved: true };
    let kept = all;
    for (; asked < MOST_ASKED; asked += 1) {
      const excluding = yield* exclusion(kept);
      if (excluding === null) break;
      const released = excluding?.find((thing) => !candidate.includes(thing));
      if (released === undefined) return unproved;
      kept = kept.filter((thing) => thing !== released);
    }
    releases.push(all.filter((thing) => !kept.includes(thing)));
  }
  return unproved;
}

/** The fewest things, at most so many, of which each set has one; null where more are needed, undefined where too many were tried. */
function fewestMeeting<T>(sets: readonly (readonly T[])[], most: number): readonly T[] | null | undefined {
  let tried = 0;
  const extend = (chosen: readonly T[], room: number): readonly T[] | null => {
    tried += 1;
    const missed = sets.find((set) => !set.some((thing) => chosen.includes(thing)));
    if (missed === undefined) return chosen;
    if (room === 0 || tried > MOST_TRIED) return null;
    for (const thing of missed) {
      const met = extend([...chosen, thing], room - 1);
      if (met !== null) return met;
    }
    return null;
  };
  for (let size = 0; size <= most; size += 1) {
    const met = extend([], size);
    if (met !== null || tried > MOST_TRIED) return met ?? undefined;
  }
  return null;
}
