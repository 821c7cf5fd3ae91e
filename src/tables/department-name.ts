/** A name taken apart: the places it begins with, from the largest to the smallest, and the body itself. */
interface NameParts {
  readonly places: readonly string[];
  readonly body: string;
}

const PARTY = /^(?:中国共产党|中共)/;
/** A bracket of its own: （本级）, （汇总）, （盖章）. */
const BRACKETED = /[(（][^()（）]*[)）]/g;
/** 市场, 市政 and the like begin a body's own name. */
const PLACE = /^[^省市州区县旗和与及]{2,10}(?:省|市(?![场政容民郊])|州|区(?!域)|县|旗)/;

/**
 * Whether two names can be meant for one department: the same, one a shorter form of the other (市委办 for 市委办公室,
 * 中共, the places or 本级 left out), but not with another place or another body. Spaces and brackets count for nothing.
 */
export function isSameDepartment(one: string, other: string): boolean {
  const [a, b] = [partsOf(one), partsOf(other)];
  const [placeA, placeB] = [a.places.at(-1), b.places.at(-1)];
  const isElsewhere =
    placeA !== undefined && placeB !== undefined && !placeA.endsWith(placeB) && !placeB.endsWith(placeA);
  return !isElsewhere && (isShortOf(a.body, b.body) || isShortOf(b.body, a.body));
}

function partsOf(name: string): NameParts {
  let body = name.normalize('NFKC').replace(/[\s_]/g, '').replace(BRACKETED, '').replace(PARTY, '');
  const places: string[] = [];
  for (let place = PLACE.exec(body)?.[0]; place !== undefined && place.length < body.length; place = PLACE.exec(body)?.[0]) {
    places.push(place);
    body = body.slice(place.length);
  }
  return { places, body };
}

/** Whether the letters of one name stand in the other in their order. */
function isShortOf(short: string, long: string): boolean {
  let at = 0;
  for (const letter of long) if (letter === short.charAt(at)) at += 1;
  return at === short.length;
}
