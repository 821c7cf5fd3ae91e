/** Words in one look. `highlighted` words are still to be filled in. */
export interface DocumentRun {
  readonly text: string;
  readonly highlighted: boolean;
}

/** A paragraph of an official document and its rank. */
export interface DocumentParagraph {
  readonly role: 'title' | 'heading' | 'subheading' | 'body';
  readonly runs: readonly DocumentRun[];
}

/** A cell of a table, over as many columns and rows as it says. */
export interface DocumentCell {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
  readonly align: 'left' | 'center' | 'right';
}

/** A table on pages of its own, under its title. */
export interface DocumentTable {
  readonly role: 'table';
  readonly title: string;
  /** What stands above the table at the left and at the right, such as the department and the unit. */
  readonly labels: readonly [left: string, right: string];
  /** The width of each column in digits; a Chinese character takes two. */
  readonly widths: readonly number[];
  /** The rows that are repeated on every page; a cell that is covered from above or from the left is left out. */
  readonly header: readonly (readonly DocumentCell[])[];
  readonly body: readonly (readonly DocumentCell[])[];
  readonly notes: readonly string[];
  /** The page lies on its side. */
  readonly landscape: boolean;
}

export type DocumentBlock = DocumentParagraph | DocumentTable;
