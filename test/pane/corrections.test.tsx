import { screen, waitFor } from '@testing-library/react';
import { parseCell } from '../../src/workbook/address';
import { fakeAssistant } from './support/fake-assistant';
import { installBrowserParts, renderPane } from './support/render-pane';
import { finding, reportWith } from './support/reports';

jest.setTimeout(30_000);
beforeAll(installBrowserParts);

const wrong = (row: number) =>
  finding('error', `第 ${row} 行为 ${row}.00，应为 ${row}.50。合计少 0.50。`, [`公开02表!C${row}`], {
    fix: [{ cell: parseCell(`公开02表!C${row}`), from: row, to: row + 0.5 }],
  });
const ROWS = [9, 12, 15, 18];
const FINDINGS = ROWS.map(wrong);
const without = (row: number) => reportWith(FINDINGS.filter((_, index) => ROWS[index] !== row));

const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
const card = (position: number): HTMLElement | undefined =>
  screen.getAllByRole('article').find((article) => article.getAttribute('aria-posinset') === String(position));

async function correcting(row: number) {
  const assistant = fakeAssistant({ report: reportWith(FINDINGS), after: without(row) });
  const pane = renderPane(assistant);
  await pane.user.click(button('检查'));
  await screen.findByRole('heading', { name: '核对结果' });
  await pane.user.click(button(`更正为 ${row}.50`));
  await screen.findByRole('heading', { name: '更正' });
  return pane;
}

test.each([
  ['the next one', 12, 2, '第 15 行'],
  ['the last one, where the last was corrected', 18, 3, '第 15 行'],
])('after a correction the list goes on with %s', async (_, row, position, text) => {
  const { user } = await correcting(row);
  await user.click(button('写入 1 处'));
  await screen.findByRole('heading', { name: '核对结果' });
  await waitFor(() => expect(document.activeElement).toBe(card(position)));
  expect(document.activeElement?.textContent).toContain(text);
});

test('a correction that is not made leads back to its finding', async () => {
  const { user } = await correcting(15);
  await user.click(button('返回'));
  await screen.findByRole('heading', { name: '核对结果' });
  await waitFor(() => expect(document.activeElement).toBe(card(3)));
});

test('a filter holds over a correction while something comes through it', async () => {
  const { user } = await correcting(12);
  await user.click(button('返回'));
  await user.click(await screen.findByRole('button', { name: '只看收入表' }));
  await user.click(button('更正为 12.50'));
  await user.click(button('写入 1 处'));
  await screen.findByRole('heading', { name: '核对结果' });
  expect(button('只看收入表').getAttribute('aria-pressed')).toBe('true');
});
