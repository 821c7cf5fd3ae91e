// Renders the icons of the ribbon from their drawings: node assets/source/render-icons.mjs (CHROMIUM names the browser).
import { readFile, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const SIZES = { icon: [16, 32, 64, 80], 'icon-check': [16, 32, 80], 'icon-repair': [16, 32, 80] };

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium' });
const page = await browser.newPage();
for (const [name, sizes] of Object.entries(SIZES)) {
  for (const size of sizes) {
    const drawing = `${name}${size < 32 ? '-small' : ''}.svg`;
    const svg = await readFile(new URL(drawing, import.meta.url), 'utf8');
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<body style="margin:0">${svg.replace('<svg', `<svg style="display:block" width="${size}"`)}`);
    await writeFile(new URL(`../${name}-${size}.png`, import.meta.url), await page.screenshot({ omitBackground: true }));
  }
}
await browser.close();
