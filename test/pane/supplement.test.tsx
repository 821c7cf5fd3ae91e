import { screen, waitFor, within } from '@testing-library/react';
import { fakeAssistant } from './support/fake-assistant';
import { FIELDS } from './support/fields';
import { installBrowserParts, renderPane } from './support/render-pane';

jest.setTimeout(30_000);
beforeAll(installBrowserParts);

const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
const field = (name: string | RegExp): Promise<HTMLInputElement> => screen.findByRole('textbox', { name });

async function checked(...given: Parameters<typeof renderPane>) {
  const pane = renderPane(...given);
  await pane.user.click(button('检查'));
  await screen.findByRole('heading', { name: '核对结果' });
  return pane;
}

async function opened(...given: Parameters<typeof renderPane>) {
  const pane = await checked(...given);
  await pane.user.click(button('更多'));
  await pane.user.click(button(/^补充资料/));
  await field('上年数');
  return pane;
}

/** The fold whose line says this. */
const fold = (text: string): HTMLElement => {
  const found = screen.getByText(text).closest('details');
  if (found === null) throw new Error(`“${text}” is not folded`);
  return found;
};

test('lists what is open by section, folds what is filled in or may stay empty, and counts', async () => {
  await opened();
  expect(screen.getByText(/已填 3\/6 项。另有 1 项可不填。/)).toBeTruthy();
  expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('0.5');
  expect(screen.getAllByRole('textbox')).toHaveLength(FIELDS.length);
  expect((await field('公务用车保有量')).value).toBe('7');
  expect(fold('已填 2 项').contains(await field('公务用车保有量'))).toBe(true);
  expect(fold('可不填 1 项').contains(await field('公务接待费 · 外事接待批次'))).toBe(true);
  expect(fold('一、收入支出决算总体情况说明').hasAttribute('open')).toBe(true);
  expect(fold('七、财政拨款“三公”经费支出决算情况说明').hasAttribute('open')).toBe(false);
});

test.each([
  ['公务用车运行维护费 · 上年数', '12.05', '取自上年工作簿。'],
  ['档案馆 · 年初预算数', '645', '取自部门预算。'],
])('says where a known amount comes from: %s', async (name, amount, source) => {
  await opened();
  const known = await field(name);
  expect(known.value).toBe(amount);
  const described = (known.getAttribute('aria-describedby') ?? '').split(' ');
  expect(described.map((id) => document.getElementById(id)?.textContent)).toContain(source);
});

test('shows the cell of an answer', async () => {
  const { assistant, user } = await opened();
  await user.click(button('定位 补充资料!D9'));
  expect(assistant.calls).toContain('reveal 补充资料!D9');
});

test('saves what was typed in one write, folds it, and can be taken back', async () => {
  const { assistant, user } = await opened();
  expect(button('保存').hasAttribute('disabled')).toBe(true);
  await user.type(await field('上年数'), '1173.2');
  await user.type(await field('与上年相比增减的主要原因'), '人员增加');
  await user.click(button('保存 2 项'));
  await screen.findByText(/已把 2 项写入/, { selector: '.fui-MessageBarBody' });
  expect(assistant.calls.filter((call) => call.startsWith('fillSupplement'))).toEqual([
    'fillSupplement {"summary/lastYear":"1173.2","summary/reason":"人员增加"}',
  ]);
  expect(within(fold('一、收入支出决算总体情况说明')).getByText('已填完')).toBeTruthy();
  expect(button('保存').hasAttribute('disabled')).toBe(true);
  await user.click(button('撤销'));
  await waitFor(() => expect(assistant.calls.at(-1)).toBe('askSupplement'));
  expect(assistant.calls).toContain('undo');
  expect(screen.getByRole('heading', { name: '补充资料' })).toBeTruthy();
});

test('what was typed and typed back is nothing to save', async () => {
  const { user } = await opened();
  const owned = await field('公务用车保有量');
  await user.type(owned, '1');
  expect(button('保存 1 项')).toBeTruthy();
  await user.type(owned, '{Backspace}');
  expect(button('保存').hasAttribute('disabled')).toBe(true);
});

test('元 for 万元 is noticed and may be saved; what is no number is not saved and takes the focus', async () => {
  const { assistant, user } = await opened();
  const amount = await field('上年数');
  await user.type(amount, '11732000');
  expect(screen.queryByText(/疑似按“元”/)).toBeNull();
  await user.tab();
  expect(screen.getByText(/疑似按“元”/)).toBeTruthy();
  expect(amount.getAttribute('aria-invalid')).not.toBe('true');
  await user.clear(amount);
  await user.type(amount, '若干');
  await user.click(button('保存 1 项'));
  expect(screen.getByText(/应填数字/)).toBeTruthy();
  expect(amount.getAttribute('aria-invalid')).toBe('true');
  expect(document.activeElement).toBe(amount);
  expect(assistant.calls.some((call) => call.startsWith('fillSupplement'))).toBe(false);
});

test('what was typed is still there after a look elsewhere, and after a write that failed', async () => {
  const { user } = await opened(fakeAssistant({ writeFault: new Error('x') }));
  await user.type(await field('上年数'), '1173.2');
  await user.click(button('保存 1 项'));
  await screen.findByRole('alert');
  await user.click(button('返回核对结果'));
  await user.click(button('更多'));
  await user.click(button(/^补充资料/));
  expect((await field('上年数')).value).toBe('1173.2');
});

test('goes from the form to the narrative, saving first', async () => {
  const { assistant, user } = await opened();
  await user.type(await field('上年数'), '1173.2');
  await user.click(button('保存并生成说明'));
  await screen.findByRole('heading', { name: '情况说明' });
  expect(assistant.calls.slice(-3)).toEqual([
    'fillSupplement {"summary/lastYear":"1173.2"}', 'narrate 湖南 2 half-up', 'narrativeDifferences',
  ]);
});

test('a gap of the narrative leads into its field, however it is folded', async () => {
  const { user } = await checked();
  await user.click(button('生成说明'));
  await user.click(await screen.findByRole('button', { name: /待填：主要原因/ }));
  const reason = await field('与上年相比增减的主要原因');
  await waitFor(() => expect(document.activeElement).toBe(reason));
});

test('can be filled in in the sheet instead', async () => {
  const { assistant, user } = await opened();
  await user.click(button('改在工作表中填写'));
  await waitFor(() => expect(assistant.calls.slice(-2)).toEqual(['writeSupplement', 'reveal 补充资料!A1']));
});
