import { createDarkTheme, createLightTheme, type BrandVariants, type Theme } from '@fluentui/react-components';

/** Shades of the green of spreadsheets, dark to light. */
const BRAND: BrandVariants = {
  10: '#03160b', 20: '#0a2818', 30: '#0c3f22', 40: '#0d5129', 50: '#0e6332', 60: '#0f6f3a', 70: '#0f763d',
  80: '#107c41', 90: '#2f8f57', 100: '#4ba36d', 110: '#66b583', 120: '#82c69a', 130: '#9fd7b1', 140: '#bce6c8',
  150: '#d8f3df', 160: '#edfaf0',
};

/** Chinese faces before the system's fallback, so that Windows does not mix in a serif. */
const FONTS = '"Segoe UI", "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif';

const LIGHT: Theme = { ...createLightTheme(BRAND), fontFamilyBase: FONTS };
const DARK: Theme = { ...createDarkTheme(BRAND), fontFamilyBase: FONTS };

/** What a user may ask the system for. */
export type Appearance = 'light' | 'dark';

/** The Fluent theme of an appearance, in the product's green. */
export function themeOf(appearance: Appearance): Theme {
  return appearance === 'dark' ? DARK : LIGHT;
}
