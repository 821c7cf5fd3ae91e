import { memoryOf, MEMORY_NAMESPACE, memoryXml } from '../memory-xml';
import type { Sitting } from './sitting';

/** Loads which custom XML parts hold our memory: none or one, unless the workbook was put together from others. */
export function openMemory({ workbook }: Excel.RequestContext): Excel.CustomXmlPartScopedCollection {
  const parts = workbook.customXmlParts.getByNamespace(MEMORY_NAMESPACE);
  parts.load('items/id');
  return parts;
}

/** What the first of the parts holds, once the context is in step. */
export interface AskedMemory {
  readonly ids: readonly string[];
  readonly xml: OfficeExtension.ClientResult<string> | null;
}

/** Asks for the memory that was found. */
export function askMemory({ items }: Excel.CustomXmlPartScopedCollection): AskedMemory {
  return { ids: items.map(({ id }) => id), xml: items[0]?.getXml() ?? null };
}

/** The answer to what was asked. */
export function answeredMemory({ xml }: AskedMemory): { readonly memory?: string } {
  const memory = xml === null ? undefined : memoryOf(xml.value);
  return memory === undefined ? {} : { memory };
}

/**
 * Queues that a memory comes into the place of the workbook's, or that it is taken out; the answer is to be called once
 * that is done. It costs a round trip of its own only where nothing was read before.
 */
export async function queueMemory(
  context: Excel.RequestContext,
  sitting: Sitting,
  memory: string | null,
): Promise<() => void> {
  const parts = context.workbook.customXmlParts;
  let ids = sitting.memoryParts;
  if (ids === null) {
    const found = openMemory(context);
    await context.sync();
    ids = found.items.map(({ id }) => id);
  }
  sitting.memoryParts = null;
  const [first, ...others] = ids;
  for (const id of others) parts.getItem(id).delete();
  if (first !== undefined && memory !== null) {
    parts.getItem(first).setXml(memoryXml(memory));
    return () => void (sitting.memoryParts = [first]);
  }
  if (first !== undefined) parts.getItem(first).delete();
  if (memory === null) return () => void (sitting.memoryParts = []);
  const added = parts.add(memoryXml(memory));
  added.load('id');
  return () => void (sitting.memoryParts = [added.id]);
}
