import type { OwnStyle } from './host';

/** What a style of our own sheets is made of, in any kind of host. */
export interface OwnLook {
  readonly bold: boolean;
  /** Fill colour as RRGGBB. */
  readonly fill: string | null;
  /** Colour of a line under each cell as RRGGBB. */
  readonly line: string | null;
  /** Colour of the words as RRGGBB, null for the workbook's own. */
  readonly color: string | null;
  /** In points, null for the workbook's own. */
  readonly fontSize: number | null;
  readonly wrap: boolean;
  readonly numberFormat: string;
}

/** The number format of an amount; the fourth of those that every spreadsheet program knows. */
export const AMOUNT_FORMAT = '#,##0.00';

const PLAIN: OwnLook = {
  bold: false,
  fill: null,
  line: null,
  color: null,
  fontSize: null,
  wrap: true,
  numberFormat: 'General',
};

/** The looks of our own sheets. No fill is one of a highlight's. */
export const OWN_LOOKS: Readonly<Record<OwnStyle, OwnLook>> = {
  text: PLAIN,
  heading: { ...PLAIN, bold: true, wrap: false },
  header: { ...PLAIN, bold: true, fill: 'E7E6E6' },
  amount: { ...PLAIN, wrap: false, numberFormat: AMOUNT_FORMAT },
  input: { ...PLAIN, fill: 'E2EFDA', line: 'A9D08E' },
  note: { ...PLAIN, color: '808080', fontSize: 9, wrap: false },
};
