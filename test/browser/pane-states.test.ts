import type { Browser, Page } from 'playwright-core';
import { launch, screenshot, serve, type Served } from './support/browser';
import { builtGallery } from './support/build';
import { axeViolations, complaintsOf, sidewaysOverflow } from './support/checks';

jest.setTimeout(300_000);

let browser: Browser;
let server: Served;

beforeAll(async () => {
  server = await serve(await builtGallery());
  browser = await launch();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const press = (name: string | RegExp) => (page: Page) =>
  page.getByRole('button', { name, exact: true }).first().click();
const seen = (text: string | RegExp) => (page: Page) => page.getByText(text).first().waitFor();
const titled = (name: string) => (page: Page) => page.getByRole('heading', { name, exact: true }).waitFor();
const unfold = (page: Page) =>
  page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));

/** Every state of the pane: what its page is opened with, and the way to it. */
const STATES: Readonly<Record<string, { answers: string; steps: readonly ((page: Page) => Promise<unknown>)[] }>> = {
  first: { answers: 'ordinary', steps: [titled('核对决算公开表')] },
  busy: { answers: 'endless', steps: [press('检查'), seen('正在核对支出决算表…')] },
  failed: { answers: 'failing', steps: [press('检查'), titled('检查没有完成')] },
  findings: { answers: 'ordinary', steps: [press('检查'), titled('核对结果')] },
  'findings-unfolded': { answers: 'ordinary', steps: [press('检查'), titled('核对结果'), press(/^错误/), unfold] },
  'findings-filtered': { answers: 'ordinary', steps: [press('检查'), press(/^提醒/)] },
  'findings-unmarked': { answers: 'unmarked', steps: [press('检查'), seen(/单元格没有标出颜色/)] },
  'many-findings': { answers: 'long', steps: [press('检查'), titled('核对结果'), seen(/尾差 -0\.01/)] },
  'long-names': { answers: 'long-names', steps: [press('检查'), titled('核对结果'), unfold] },
  'all-clear': { answers: 'clear', steps: [press('检查'), titled('没有发现问题')] },
  'no-tables': { answers: 'no-tables', steps: [press('检查'), titled('没有找到决算公开表')] },
  stale: {
    answers: 'ordinary',
    steps: [press('检查'), titled('核对结果'), (page) => page.evaluate(() => window.assistant.edit()), seen(/可能已经过时/)],
  },
  repair: { answers: 'ordinary', steps: [press('检查'), press('修复尾差'), titled('修复尾差')] },
  'repair-review': {
    answers: 'ordinary',
    steps: [
      press('检查'), press('修复尾差'), titled('修复尾差'),
      (page) => page.getByText(/写入后请核对 1 处文字/).evaluate((title) => title.scrollIntoView({ block: 'start' })),
    ],
  },
  'repair-pinned': {
    answers: 'ordinary',
    steps: [press('检查'), press('修复尾差'), press('保持不变 财政拨款收入'), seen('保持不变的单元格')],
  },
  'repair-unticked': {
    answers: 'ordinary',
    steps: [press('检查'), press('修复尾差'), (page) => page.getByRole('checkbox').first().click(), seen(/勾稽关系仍不平/)],
  },
  'repair-conflict': { answers: 'conflict', steps: [press('检查'), press('修复尾差'), seen(/互相冲突/)] },
  'repair-released': {
    answers: 'conflict',
    steps: [press('检查'), press('修复尾差'), press('放开 1 个数'), seen('已放开、可以改动的数'), unfold],
  },
  'repair-nothing': { answers: 'nothing-to-repair', steps: [press('检查'), press('修复尾差'), titled('没有需要修复的尾差')] },
  written: { answers: 'ordinary', steps: [press('检查'), press('修复尾差'), press('写入 5 处'), seen(/已写入 5 个单元格/)] },
  'write-failed': { answers: 'write-fails', steps: [press('检查'), press('修复尾差'), press('写入 5 处'), seen(/已被保护/)] },
  correction: { answers: 'ordinary', steps: [press('检查'), press('更正为 400.00'), titled('更正')] },
  narrative: { answers: 'ordinary', steps: [press('检查'), press('生成说明'), titled('情况说明')] },
  'narrative-settings': {
    answers: 'ordinary',
    steps: [press('检查'), press('生成说明'), titled('情况说明'), unfold, seen('百分比的修约')],
  },
  'narrative-differences': { answers: 'edited-narrative', steps: [press('检查'), press('生成说明'), seen(/您在工作表中改过 4 处/)] },
  'narrative-selected': {
    answers: 'ordinary',
    steps: [press('检查'), press('生成说明'), press('写入所选格'), seen(/起往下写入/)],
  },
  'narrative-placed': { answers: 'ordinary', steps: [press('检查'), press('生成说明'), press('写入工作表'), seen(/已写入工作表/)] },
  'marks-cleared': { answers: 'ordinary', steps: [press('检查'), press('更多'), press(/^清除标记/), seen(/已清除/)] },
  more: { answers: 'ordinary', steps: [press('检查'), press('更多'), seen('核对底稿')] },
  'last-year': {
    answers: 'ordinary',
    steps: [
      press('检查'),
      press('更多'),
      (page) =>
        page.setInputFiles('input[aria-label=上年工作簿]', { name: '2023年度决算公开.xlsx', mimeType: '', buffer: Buffer.from('x') }),
      seen(/已对照上年工作簿/),
    ],
  },
  'text-pasted': {
    answers: 'ordinary',
    steps: [
      press('检查'), press('更多'), press(/^校对粘贴的文字/),
      (page) => page.getByRole('textbox', { name: '要校对的文字' }).fill('一、总体情况\n2024年度收、支总计1286.14万元。'),
    ],
  },
  'text-found': {
    answers: 'ordinary',
    steps: [
      press('检查'), press('更多'),
      (page) =>
        page.setInputFiles('input[aria-label=情况说明文件]', { name: '说明.docx', mimeType: '', buffer: Buffer.from('x') }),
      seen(/已校对“说明.docx”：发现 1 处/), press('更多'), press(/^错误/), seen(/第 2 段/),
      (page) => page.getByText(/第 2 段/).scrollIntoViewIfNeeded(),
    ],
  },
  supplement: { answers: 'ordinary', steps: [press('检查'), press('更多'), press(/^补充资料/), seen('与上年相比增减的主要原因')] },
  'supplement-doubts': {
    answers: 'ordinary',
    steps: [
      press('检查'), press('更多'), press(/^补充资料/), seen('与上年相比增减的主要原因'), unfold,
      (page) => page.getByRole('textbox', { name: '上年数', exact: true }).fill('11732000'),
      (page) => page.getByRole('textbox', { name: '公务用车保有量' }).fill('若干'),
      press('保存 2 项'), seen(/应填数字/), seen(/疑似按“元”/),
    ],
  },
  'supplement-saved': {
    answers: 'ordinary',
    steps: [
      press('检查'), press('更多'), press(/^补充资料/),
      (page) => page.getByRole('textbox', { name: '上年数', exact: true }).fill('1173.2'),
      press('保存 1 项'), seen(/已把 1 项写入/),
    ],
  },
  relations: { answers: 'ordinary', steps: [press('检查'), titled('核对结果'), unfold, press(/^收支总表与收入表/)] },
};

interface Looks {
  readonly width: number;
  readonly colorScheme?: 'dark';
  readonly forcedColors?: 'active';
}

async function show(state: string, { width, ...looks }: Looks): Promise<{ page: Page; complaints: readonly string[] }> {
  const page = await browser.newPage({ viewport: { width, height: 760 }, reducedMotion: 'reduce', ...looks });
  const complaints = complaintsOf(page);
  const { answers = '', steps = [] } = STATES[state] ?? {};
  await page.goto(`${server.address}index.html?answers=${answers}`);
  for (const step of steps) await step(page);
  await page.mouse.move(0, 0);
  return { page, complaints };
}

describe.each(Object.keys(STATES))('%s', (state) => {
  test.each([320, 480])('at %i px: nothing is cut off, nothing is out of reach, nothing is refused', async (width) => {
    const { page, complaints } = await show(state, { width });
    await screenshot(page, `pane-${state}-${width}`);
    expect(await sidewaysOverflow(page)).toEqual([]);
    expect(await axeViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });
});

/** States that together show every kind of surface and text. */
const SURFACES = [
  'first', 'failed', 'findings-unfolded', 'relations', 'repair-pinned', 'repair-unticked', 'repair-conflict', 'written',
  'narrative', 'supplement-doubts', 'more',
];

describe.each(SURFACES)('%s', (state) => {
  test('in the dark', async () => {
    const { page } = await show(state, { width: 320, colorScheme: 'dark' });
    await screenshot(page, `pane-${state}-320-dark`);
    expect(await axeViolations(page)).toEqual([]);
    await page.close();
  });

  test('in the system\'s high contrast', async () => {
    const { page } = await show(state, { width: 320, forcedColors: 'active' });
    await screenshot(page, `pane-${state}-320-contrast`);
    expect(await axeViolations(page, ['color-contrast'])).toEqual([]);
    await page.close();
  });
});

test('of five thousand findings only those in sight are on the page, and every one can be scrolled to', async () => {
  const { page } = await show('many-findings', { width: 320 });
  const articles = page.getByRole('article');
  const scroller = await page.evaluateHandle(() => {
    let element = document.querySelector('article')?.parentElement;
    while (element && element.scrollHeight <= element.clientHeight + 1) element = element.parentElement;
    return element;
  });
  for (const share of [0.25, 0.5, 0.75, 1, 1]) {
    await scroller.evaluate((element, to) => element?.scrollTo(0, element.scrollHeight * to), share);
    await page.waitForTimeout(100);
    expect(await articles.count()).toBeLessThan(60);
  }
  await page.locator('article[aria-posinset="5000"]').waitFor();
  await page.close();
});
