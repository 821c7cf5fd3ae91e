import { colourOf, type ThemeColours } from './colours';
import { builtInFormat } from './number-format';
import { isTrue, scanXml, type Tag } from './xml';

/** One side of a cell's frame. */
export interface BorderLine {
  readonly weight: 'hair' | 'thin' | 'medium' | 'thick';
  readonly line: 'solid' | 'dashed' | 'dotted' | 'double';
  /** RRGGBB. */
  readonly color: string;
}

/** How a cell looks; colours RRGGBB, null for automatic or none. */
export interface CellStyle {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  /** In points. */
  readonly fontSize: number;
  readonly fontName: string;
  readonly color: string | null;
  readonly fill: string | null;
  /** `general`: text to the left, numbers to the right, truth and error values in the middle. */
  readonly horizontal: 'general' | 'left' | 'center' | 'right' | 'fill' | 'justify';
  readonly vertical: 'top' | 'center' | 'bottom';
  readonly wrap: boolean;
  /** In steps of about three characters. */
  readonly indent: number;
  readonly borders: Readonly<Record<BorderSide, BorderLine | null>>;
}

export type BorderSide = 'top' | 'right' | 'bottom' | 'left';

/** What a cell's format number stands for. */
export interface CellFormat {
  /** A number format's pattern. */
  readonly numberFormat: string;
  readonly style: CellStyle;
}

/** The formats of a workbook. */
export interface Styles {
  /** By the number that cells carry. */
  readonly formats: readonly CellFormat[];
  /** In points: the size of the workbook's normal font, which column widths are measured in. */
  readonly normalFontSize: number;
}

type Font = Pick<CellStyle, 'bold' | 'italic' | 'underline' | 'fontSize' | 'fontName' | 'color'>;
type Alignment = Pick<CellStyle, 'horizontal' | 'vertical' | 'wrap' | 'indent'>;
type Mutable<Shape> = { -readonly [Key in keyof Shape]: Shape[Key] };

const NO_FONT: Font = { bold: false, italic: false, underline: false, fontSize: 11, fontName: '', color: null };
const NO_ALIGNMENT: Alignment = { horizontal: 'general', vertical: 'bottom', wrap: false, indent: 0 };
const NO_BORDERS: CellStyle['borders'] = { top: null, right: null, bottom: null, left: null };

/** How a cell looks that has no format of its own. */
export const PLAIN_FORMAT: CellFormat = {
  numberFormat: 'General',
  style: { ...NO_FONT, ...NO_ALIGNMENT, fill: null, borders: NO_BORDERS },
};

/** Reads the styles part. */
export function readStyles(xml: string, theme: ThemeColours): Styles {
  const patterns = new Map<number, string>();
  const fonts: Mutable<Font>[] = [];
  const fills: (string | null)[] = [];
  const borders: Mutable<CellStyle['borders']>[] = [];
  const formats: { tag: Tag; alignment: Alignment }[] = [];
  let section = '';
  let side: BorderSide | null = null;
  let sideStyle = '';
  let hasPattern = false;

  function openInFont({ name, attributes }: Tag): void {
    const font = fonts.at(-1);
    if (font === undefined) return;
    const on = isTrue(attributes['val'] ?? '1');
    if (name === 'b') font.bold = on;
    else if (name === 'i') font.italic = on;
    else if (name === 'u') font.underline = attributes['val'] !== 'none';
    else if (name === 'sz') font.fontSize = Number(attributes['val'] ?? 11);
    else if (name === 'name') font.fontName = attributes['val'] ?? '';
    else if (name === 'color') font.color = colourOf(attributes, theme);
  }

  function openInFill({ name, attributes }: Tag): void {
    if (name === 'patternFill') hasPattern = (attributes['patternType'] ?? 'none') !== 'none';
    else if (name === 'fgColor' && hasPattern) fills[fills.length - 1] = colourOf(attributes, theme);
  }

  function openInBorder({ name, attributes }: Tag): void {
    const border = borders.at(-1);
    if (border === undefined) return;
    if (name === 'color' && side !== null) {
      border[side] = borderLine(sideStyle, colourOf(attributes, theme) ?? '000000');
      return;
    }
    side = BORDER_SIDES[name] ?? null;
    sideStyle = attributes['style'] ?? 'none';
    if (side !== null) border[side] = borderLine(sideStyle, '000000');
  }

  scanXml(xml, {
    open: (tag) => {
      const { name, depth, attributes } = tag;
      if (depth === 1) section = name;
      else if (depth === 2) {
        if (name === 'numFmt') patterns.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? 'General');
        else if (section === 'fonts') fonts.push({ ...NO_FONT });
        else if (section === 'fills') fills.push(null);
        else if (section === 'borders') borders.push({ ...NO_BORDERS });
        else if (section === 'cellXfs') formats.push({ tag, alignment: NO_ALIGNMENT });
      } else if (section === 'fonts') openInFont(tag);
      else if (section === 'fills') openInFill(tag);
      else if (section === 'borders') openInBorder(tag);
      else if (section === 'cellXfs' && name === 'alignment') {
        const format = formats.at(-1);
        if (format !== undefined) format.alignment = alignmentOf(attributes);
      }
    },
  });

  return {
    normalFontSize: fonts[0]?.fontSize ?? NO_FONT.fontSize,
    formats: formats.map(({ tag: { attributes }, alignment }) => {
      const id = Number(attributes['numFmtId'] ?? 0);
      return {
        numberFormat: patterns.get(id) ?? builtInFormat(id),
        style: {
          ...(fonts[Number(attributes['fontId'] ?? 0)] ?? NO_FONT),
          ...alignment,
          fill: fills[Number(attributes['fillId'] ?? 0)] ?? null,
          borders: borders[Number(attributes['borderId'] ?? 0)] ?? NO_BORDERS,
        },
      };
    }),
  };
}

const BORDER_SIDES: Readonly<Record<string, BorderSide>> = {
  top: 'top',
  bottom: 'bottom',
  left: 'left',
  right: 'right',
  start: 'left',
  end: 'right',
};

function borderLine(style: string, color: string): BorderLine | null {
  if (style === 'none') return null;
  const isHeavy = style === 'hair' || style === 'thick';
  const isPlain = style === 'double' || style === 'dotted';
  return {
    weight: isHeavy ? style : style.startsWith('medium') ? 'medium' : 'thin',
    line: isPlain ? style : /dash/i.test(style) ? 'dashed' : 'solid',
    color,
  };
}

function alignmentOf(attributes: Tag['attributes']): Alignment {
  return {
    horizontal: HORIZONTAL[attributes['horizontal'] ?? 'general'] ?? 'general',
    vertical: VERTICAL[attributes['vertical'] ?? 'bottom'] ?? 'bottom',
    wrap: isTrue(attributes['wrapText']),
    indent: Number(attributes['indent'] ?? 0),
  };
}

const HORIZONTAL: Readonly<Record<string, CellStyle['horizontal']>> = {
  left: 'left',
  center: 'center',
  centerContinuous: 'center',
  right: 'right',
  fill: 'fill',
  justify: 'justify',
  distributed: 'center',
};

const VERTICAL: Readonly<Record<string, CellStyle['vertical']>> = {
  top: 'top',
  center: 'center',
  justify: 'center',
  distributed: 'center',
};
