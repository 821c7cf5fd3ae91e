import { screen, within } from '@testing-library/react';
import { HUNAN, styleFile } from '../../src/narrative/house-styles';
import { DIFFERENCES } from './support/reports';
import { fakeAssistant, type FakeAssistant } from './support/fake-assistant';
import { installBrowserParts, renderPane } from './support/render-pane';
import { savedDocuments } from './support/workbooks';

beforeAll(installBrowserParts);

const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });

async function narrated(assistant: FakeAssistant = fakeAssistant()) {
  const rendered = renderPane(assistant);
  await rendered.user.click(button('检查'));
  await rendered.user.click(await screen.findByRole('button', { name: '生成说明' }));
  await screen.findByRole('heading', { name: '情况说明' });
  return rendered;
}

async function take(place: string) {
  const rendered = await narrated();
  await rendered.user.click(button(place));
  return rendered;
}

const last = (assistant: FakeAssistant, call: string): string | undefined =>
  [...assistant.calls].reverse().find((one) => one.startsWith(call));

describe('what an office decides', () => {
  test('digits, rounding and closing are asked for at once', async () => {
    const { assistant, user, container } = await narrated();
    container.querySelectorAll('details').forEach((details) => (details.open = true));
    await user.click(screen.getByRole('radio', { name: '1 位' }));
    await screen.findByText(/百分比 1 位小数/);
    expect(last(assistant, 'narrate')).toBe('narrate 湖南 1 half-up');
    await user.selectOptions(screen.getByRole('combobox', { name: '百分比的修约' }), '四舍六入五成双');
    expect(last(assistant, 'narrate')).toBe('narrate 湖南 1 half-even');
    await user.click(screen.getByRole('switch', { name: '同一组占比凑成 100%' }));
    expect(last(assistant, 'narrate')).toBe('narrate 湖南 1 half-even closed');
  });

  test('another form is chosen by its name', async () => {
    const { assistant, user } = await narrated();
    await user.selectOptions(screen.getByRole('combobox', { name: '措辞模板' }), '上海');
    expect(last(assistant, 'narrate')).toBe('narrate 上海 2 half-up');
  });

  test('a template file is used from then on, and one that is not sound is refused with what is wrong', async () => {
    const { assistant, user } = await narrated();
    const input = screen.getByLabelText('载入模板', { selector: 'input' });
    await user.upload(input, new File([styleFile({ ...HUNAN, name: '本局' })], '本局.json', { type: 'application/json' }));
    await screen.findByText(/措辞与位数：本局/);
    expect(last(assistant, 'narrate')).toBe('narrate 本局 2 half-up');
    const broken = { ...HUNAN, sentences: { ...HUNAN.sentences, 'revenue/total': '{sum}' } };
    await user.upload(input, new File([styleFile(broken)], '坏.json', { type: 'application/json' }));
    expect((await screen.findByRole('alert')).textContent).toContain('revenue/total');
    expect(last(assistant, 'narrate')).toBe('narrate 本局 2 half-up');
  });

  test('initial budgets come from a workbook until it is let go of', async () => {
    const { assistant, user } = await narrated();
    const input = screen.getByLabelText('从部门预算工作簿读取', { selector: 'input' });
    await user.upload(input, new File(['x'], '2024年部门预算.xlsx'));
    await screen.findByText(/年初预算取自 2024年部门预算.xlsx/);
    expect(last(assistant, 'setInitialBudget')).toBe('setInitialBudget 2024年部门预算.xlsx');
    await user.click(screen.getByRole('button', { name: '不再使用', hidden: true }));
    expect(last(assistant, 'setInitialBudget')).toBe('setInitialBudget');
  });
});

describe('what a person changed in the sheet', () => {
  test('is kept unless it is accepted', async () => {
    const { assistant, user } = await narrated(fakeAssistant({ differences: DIFFERENCES }));
    const list = within(screen.getByRole('region', { name: '工作表中改过的段落' }));
    expect(list.getAllByRole('listitem')).toHaveLength(4);
    expect(list.getByText('您已删去整节，写入时保持删去')).toBeTruthy();
    await user.click(list.getByRole('checkbox', { name: '重新写入这一节' }));
    await user.click(list.getByRole('checkbox', { name: '改为应有的文字' }));
    await user.click(list.getByRole('checkbox', { name: '恢复这一段' }));
    await user.click(list.getByRole('checkbox', { name: '恢复这一段' }));
    await user.click(button('写入工作表'));
    await screen.findAllByText(/保持不变/);
    expect(last(assistant, 'placeNarrative')).toBe('placeNarrative 2 government-funds expenditure/1');
    expect(button('撤销')).toBeTruthy();
  });
});

describe('other places', () => {
  test('the selected cell, with the way back', async () => {
    const { assistant } = await take('写入所选格');
    expect((await screen.findAllByText(/正文!A3 起往下写入/)).length).toBeGreaterThan(0);
    expect(assistant.calls.slice(-2)).toEqual(['placeAtSelection 2', 'reveal 正文!A3']);
    expect(button('撤销')).toBeTruthy();
  });

  test('the selected cell again: what a person changed there is kept unless it is accepted', async () => {
    const difference = { key: '正文!A4', kind: 'edited', held: '总计一共1.00万元。', written: '总计1.01万元。' } as const;
    const { assistant, user } = await narrated(fakeAssistant({ differencesAt: [difference] }));
    await user.click(button('写入所选格'));
    await screen.findAllByText(/您改过的 1 处保持不变/);
    const list = within(screen.getByRole('region', { name: '工作表中改过的段落' }));
    await user.click(list.getByRole('checkbox', { name: '改为应有的文字' }));
    await user.click(button('写入所选格'));
    await screen.findAllByText(/正文!A3 起往下写入，每段一行/);
    expect(last(assistant, 'placeAtSelection')).toBe('placeAtSelection 2 正文!A4');
  });

  test('the clipboard, every paragraph a line', async () => {
    await take('复制全文');
    await screen.findAllByText(/已复制全文/);
    const text = await navigator.clipboard.readText();
    expect(text.split('\n').slice(0, 2)).toEqual(['一、收入支出决算总体情况说明', expect.stringMatching(/^2024年度收、支总计1286.41万元/)]);
  });

  test('a window without a clipboard says so in a sentence', async () => {
    const { user } = await narrated();
    const refused = jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'));
    await user.click(button('复制全文'));
    expect((await screen.findByRole('alert')).textContent).toContain('不允许使用剪贴板');
    refused.mockRestore();
  });

  test('a Word document', async () => {
    await take('存为 Word');
    await screen.findAllByText(/已存为 Word 文档/);
    expect(savedDocuments.at(-1)).toBe('2024年度部门决算情况说明');
  });
});
