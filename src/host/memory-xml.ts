/** The namespace by which the custom XML part that holds our memory is known in a workbook. */
export const MEMORY_NAMESPACE = 'urn:final-accounts-assistant:memory';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const CHARACTERS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const CONTENT = /^[^<]*(?:<\?[^>]*>\s*)?<([\w-]+:)?memory\b[^>]*>([^<]*)<\/\1?memory>\s*$/;

/** The custom XML part that holds a memory. What XML cannot hold must not be in it; JSON escapes that. */
export function memoryXml(memory: string): string {
  const text = memory.replace(/[&<>]/g, (character) => ENTITIES[character] ?? character);
  return `<memory xmlns="${MEMORY_NAMESPACE}">${text}</memory>`;
}

/** The memory that a custom XML part holds; undefined where it is no such part. */
export function memoryOf(xml: string): string | undefined {
  const text = xml.includes(`"${MEMORY_NAMESPACE}"`) ? CONTENT.exec(xml)?.[2] : undefined;
  return text?.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (entity, hex?: string, digits?: string, name?: string) => {
    const code = hex === undefined ? Number(digits ?? Number.NaN) : parseInt(hex, 16);
    return Number.isNaN(code) ? (CHARACTERS[name ?? ''] ?? entity) : String.fromCodePoint(code);
  });
}
