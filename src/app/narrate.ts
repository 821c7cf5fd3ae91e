import { paragraphText, type Section } from '../narrative/paragraph';

/** A heading or paragraph as it goes into a cell of its own. */
export interface NarrativeLine {
  /** By which it is known again: `summary`, `general-budget/2010101`. */
  readonly key: string;
  readonly text: string;
  readonly heading: boolean;
}

/** The narrative in lines, from the first heading to the last paragraph. */
export function narrativeLines(sections: readonly Section[]): readonly NarrativeLine[] {
  return sections.flatMap(({ id, heading, paragraphs }): readonly NarrativeLine[] => [
    { key: id, text: heading, heading: true },
    ...paragraphs.map((paragraph) => ({
      key: `${id}/${paragraph.key}`,
      text: paragraphText(paragraph),
      heading: paragraph.heading === true,
    })),
  ]);
}
