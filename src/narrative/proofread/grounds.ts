import type { SectionId } from '../section';
import type { Topic } from '../topic';
import type { Claim } from './claim';
import type { Reference } from './reference';

/** What the claims of one chapter are judged by. */
export interface Grounds {
  readonly section: SectionId;
  readonly topics: readonly Topic[];
  /** Everything that the chapter claims. */
  readonly claims: readonly Claim[];
  readonly reference: Reference;
  /** Digits of a percentage that is put right, at least as many as the text shows. */
  readonly percentDigits: number;
  /** Whether an amount that need not be the table's, or is rounded from it, is taken to quote it all the same. */
  readonly quoting: boolean;
}
