import type { Parts } from './package';
import { scanXml } from './xml';

/** A link from one part to another. */
export interface Relationship {
  readonly id: string;
  readonly type: string;
  /** The last word of its type, as `worksheet`: the rest differs between the two editions of the standard. */
  readonly kind: string;
  /** The part it points to, '' where that is outside the file. */
  readonly target: string;
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

/** A part as text, its byte order mark kept; undefined where there is none. Throws where it is no UTF-8. */
export function textOf(parts: Parts, name: string): string | undefined {
  const bytes = parts.get(name);
  return bytes === undefined ? undefined : decoder.decode(bytes);
}

/** The parts with some replaced or added (text) or taken out (null), in the order they had. */
export function withParts(parts: Parts, changes: Readonly<Record<string, string | null>>): Parts {
  const changed = new Map(parts);
  for (const [name, text] of Object.entries(changes)) {
    if (text === null) changed.delete(name);
    else changed.set(name, encoder.encode(text));
  }
  return changed;
}

/** The part that holds the relationships of a part; those of the whole file for ''. */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** What a part points to; nothing where it has no relationships. */
export function readRelationships(parts: Parts, part: string): Relationship[] {
  const found: Relationship[] = [];
  const xml = textOf(parts, relationshipsPart(part));
  if (xml === undefined) return found;
  scanXml(xml, {
    open: ({ name, attributes }) => {
      if (name !== 'Relationship') return;
      const type = attributes['Type'] ?? '';
      const outside = attributes['TargetMode'] === 'External';
      found.push({
        id: attributes['Id'] ?? '',
        type,
        kind: type.slice(type.lastIndexOf('/') + 1),
        target: outside ? '' : knownName(parts, resolve(part, attributes['Target'] ?? '')),
      });
    },
  });
  return found;
}

/** The part that a relationship of this kind points to, '' where there is none. */
export function relatedPart(parts: Parts, part: string, kind: string): string {
  return readRelationships(parts, part).find((relationship) => relationship.kind === kind)?.target ?? '';
}

function resolve(from: string, target: string): string {
  const path = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}

/** Part names are compared without regard to case; the archive's own spelling is what finds the part. */
function knownName(parts: Parts, name: string): string {
  if (parts.has(name)) return name;
  const wanted = name.toLowerCase();
  return [...parts.keys()].find((key) => key.toLowerCase() === wanted) ?? name;
}
