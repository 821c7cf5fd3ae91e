import { readFileSync } from 'node:fs';
import type * as Axe from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong with what the page shows; rules can be left out. */
export async function axeViolations(page: Page, leftOut: readonly string[] = []): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<Axe.AxeResults, readonly string[]>(
    (rules) =>
      (window as unknown as { axe: typeof Axe }).axe.run(document, {
        rules: Object.fromEntries(rules.map((rule) => [rule, { enabled: false }])),
      }),
    leftOut,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

/** The elements that are wider than the page, or that would have to be scrolled sideways. */
export function sidewaysOverflow(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const name = (element: Element): string => `${element.tagName} ${element.textContent?.slice(0, 40) ?? ''}`;
    return [...document.querySelectorAll('#root *')].flatMap((element) => {
      const style = getComputedStyle(element);
      const scrolls = style.overflowX !== 'visible' && style.textOverflow !== 'ellipsis';
      const hidden = element.clientWidth <= 1 || element.closest('[role=grid], [role=tablist]') !== null;
      const wide = element.getBoundingClientRect().right > window.innerWidth + 0.5;
      return !hidden && (wide || (scrolls && element.scrollWidth > element.clientWidth + 1)) ? [name(element)] : [];
    });
  });
}

/** Collects what the page complains of: uncaught errors, refused resources, anything on its console. */
export function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('requestfailed', (request) => complaints.push(`${request.url()} ${request.failure()?.errorText ?? ''}`));
  return complaints;
}
