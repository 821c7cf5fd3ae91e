import type { CSSProperties } from 'react';
import { MARK_FILLS } from '../../host/marks';
import type { BorderLine, CellStyle } from '../../host/xlsx/styles';
import type { Area } from '../../workbook/address';
import { CELL_PADDING, PIXELS_PER_POINT, type GridCell, type GridSheet } from './grid-sheet';

const GRID_LINE = '1px solid #e1e1e1';
const WEIGHTS = { hair: 1, thin: 1, medium: 2, thick: 3 } as const;
const INDENT = 12;

const JUSTIFY = {
  general: 'flex-start',
  left: 'flex-start',
  center: 'center',
  right: 'flex-end',
  fill: 'flex-start',
  justify: 'flex-start',
} as const satisfies Record<CellStyle['horizontal'], string>;

const ALIGN = { top: 'flex-start', center: 'center', bottom: 'flex-end' } as const;

const SERIF = 'SimSun, "Songti SC", "Noto Serif CJK SC", serif';
const SANS = '"Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

/** Faces that stand in for the ones of Chinese official forms where a machine does not have them. */
function fontFamily(name: string): string {
  const serif = /宋|仿宋|楷|FangSong|SimSun|KaiTi|Song|Times/i.test(name);
  const fallback = serif ? SERIF : SANS;
  return name === '' ? fallback : `"${name.replace(/["\\]/g, '')}", ${fallback}`;
}

/**
 * How a cell is drawn: the workbook's own look, with the colour of a mark over its fill. The line of the grid to its
 * right is left out where text runs over it.
 */
export function cellCss(sheet: GridSheet, cell: GridCell, area: Area, rightLine: boolean): CSSProperties {
  const { style, mark, numeric } = cell;
  const fill = mark === null ? style.fill : MARK_FILLS[mark];
  const gridLine = fill === null ? GRID_LINE : `1px solid #${fill}`;
  const right = style.horizontal === 'general' && numeric;
  return {
    justifyContent: right ? 'flex-end' : JUSTIFY[style.horizontal],
    textAlign: right ? 'right' : style.horizontal === 'center' ? 'center' : 'left',
    alignItems: ALIGN[style.vertical],
    paddingLeft: CELL_PADDING + style.indent * INDENT,
    paddingRight: CELL_PADDING,
    fontFamily: fontFamily(style.fontName),
    fontSize: style.fontSize * PIXELS_PER_POINT,
    fontWeight: style.bold ? 700 : 400,
    fontStyle: style.italic ? 'italic' : 'normal',
    textDecoration: style.underline ? 'underline' : 'none',
    whiteSpace: style.wrap ? 'pre-wrap' : 'pre',
    color: style.color === null ? '#000' : `#${style.color}`,
    backgroundColor: fill === null ? undefined : `#${fill}`,
    borderRight: line(edge(sheet, area, 'right')) ?? (rightLine ? gridLine : '1px solid transparent'),
    borderBottom: line(edge(sheet, area, 'bottom')) ?? gridLine,
  };
}

/** The frame on a side is this cell's or the neighbour's. */
function edge(sheet: GridSheet, { top, left, bottom, right }: Area, side: 'right' | 'bottom'): BorderLine | null {
  return side === 'right'
    ? (sheet.cellAt(top, right).style.borders.right ?? sheet.cellAt(top, right + 1).style.borders.left)
    : (sheet.cellAt(bottom, left).style.borders.bottom ?? sheet.cellAt(bottom + 1, left).style.borders.top);
}

function line(border: BorderLine | null): string | undefined {
  return border === null ? undefined : `${WEIGHTS[border.weight]}px ${border.line} #${border.color}`;
}
