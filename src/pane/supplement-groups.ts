import type { SupplementField } from '../app/supplement-form';
import { heldAnswer } from './state';

/** The fields that one section of the narrative uses. */
export interface SupplementGroup {
  readonly section: string;
  /** Still to be filled in. */
  readonly open: readonly SupplementField[];
  /** Empty, and may stay so. */
  readonly optional: readonly SupplementField[];
  readonly filled: readonly SupplementField[];
}

/** Fields by their section, in the order of the sections; what is filled in is what the workbook holds or is known. */
export function supplementGroups(fields: readonly SupplementField[]): readonly SupplementGroup[] {
  const bySection = new Map<string, SupplementField[]>();
  for (const field of fields) bySection.set(field.section, [...(bySection.get(field.section) ?? []), field]);
  return [...bySection].map(([section, members]) => ({
    section,
    open: members.filter((field) => heldAnswer(field) === '' && !field.optional),
    optional: members.filter((field) => heldAnswer(field) === '' && field.optional),
    filled: members.filter((field) => heldAnswer(field) !== ''),
  }));
}
