import { scanXml } from './xml';

/** The colours of a theme, RRGGBB, in the order in which cell formats number them. */
export type ThemeColours = readonly string[];

const THEME_ORDER = [
  'lt1', 'dk1', 'lt2', 'dk2',
  'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6',
  'hlink', 'folHlink',
];

/** The Office theme of a workbook that brings none. */
export const OFFICE_THEME: ThemeColours = [
  'FFFFFF', '000000', 'E7E6E6', '44546A',
  '5B9BD5', 'ED7D31', 'A5A5A5', 'FFC000', '4472C4', '70AD47',
  '0563C1', '954F72',
];

/** ECMA-376 Part 1, 18.8.27; 0 to 7 repeat 8 to 15. */
const INDEXED = [
  '000000', 'FFFFFF', 'FF0000', '00FF00', '0000FF', 'FFFF00', 'FF00FF', '00FFFF',
  '000000', 'FFFFFF', 'FF0000', '00FF00', '0000FF', 'FFFF00', 'FF00FF', '00FFFF',
  '800000', '008000', '000080', '808000', '800080', '008080', 'C0C0C0', '808080',
  '9999FF', '993366', 'FFFFCC', 'CCFFFF', '660066', 'FF8080', '0066CC', 'CCCCFF',
  '000080', 'FF00FF', 'FFFF00', '00FFFF', '800080', '800000', '008080', '0000FF',
  '00CCFF', 'CCFFFF', 'CCFFCC', 'FFFF99', '99CCFF', 'FF99CC', 'CC99FF', 'FFCC99',
  '3366FF', '33CCCC', '99CC00', 'FFCC00', 'FF9900', 'FF6600', '666699', '969696',
  '003366', '339966', '003300', '333300', '993300', '993366', '333399', '333333',
];

/** Reads the colour scheme of a theme part. */
export function readThemeColours(xml: string): ThemeColours {
  const found = new Map<string, string>();
  let slot = '';
  scanXml(xml, {
    open: ({ name, attributes }) => {
      if (THEME_ORDER.includes(name)) slot = name;
      else if (slot !== '' && name === 'srgbClr') found.set(slot, attributes['val'] ?? '');
      else if (slot !== '' && name === 'sysClr') found.set(slot, attributes['lastClr'] ?? '');
    },
    close: ({ name }) => {
      if (name === slot) slot = '';
    },
  });
  return THEME_ORDER.map((name, index) => (found.get(name) || OFFICE_THEME[index]) ?? '000000');
}

/** The colour RRGGBB that a `color` element means; null for the automatic one. */
export function colourOf(attributes: Readonly<Record<string, string>>, theme: ThemeColours): string | null {
  const { rgb, theme: themed, indexed, tint } = attributes;
  const numbered = themed === undefined ? INDEXED[Number(indexed)] : theme[Number(themed)];
  const base = rgb === undefined ? numbered : rgb.slice(-6).toUpperCase();
  return base === undefined ? null : tinted(base, Number(tint ?? 0));
}

/** ECMA-376 Part 1, 18.8.19: a tint scales the luminance towards black (below 0) or white. */
function tinted(colour: string, tint: number): string {
  if (tint === 0 || Number.isNaN(tint)) return colour;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);
  const most = Math.max(red, green, blue);
  const least = Math.min(red, green, blue);
  const before = (most + least) / 2;
  const after = tint < 0 ? before * (1 + tint) : before * (1 - tint) + tint;
  const spread = (most - least) / (1 - Math.abs(2 * before - 1) || 1);
  const chroma = spread * (1 - Math.abs(2 * after - 1));
  const channel = (value: number): string => {
    const share = most === least ? 0.5 : (value - least) / (most - least);
    const shifted = after - chroma / 2 + share * chroma;
    return Math.round(Math.min(1, Math.max(0, shifted)) * 255).toString(16).toUpperCase().padStart(2, '0');
  };
  return channel(red) + channel(green) + channel(blue);
}
