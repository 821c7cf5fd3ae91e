/** Words in one look. `highlighted` words are still to be filled in. */
export interface DocumentRun {
  readonly text: string;
  readonly highlighted: boolean;
}

/** A paragraph of an official document and its rank. */
export interface DocumentBlock {
  readonly role: 'title' | 'heading' | 'subheading' | 'body';
  readonly runs: readonly DocumentRun[];
}
