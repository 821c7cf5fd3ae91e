import { screen, waitFor } from '@testing-library/react';
import { installBrowserParts, renderPane } from './support/render-pane';
import { ORDINARY } from './support/reports';

jest.setTimeout(30_000);
beforeAll(installBrowserParts);

const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });

async function checked(...given: Parameters<typeof renderPane>) {
  const pane = renderPane(...given);
  await pane.user.click(button('检查'));
  await screen.findByRole('heading', { name: '核对结果' });
  return pane;
}

describe('what is needed now and then', () => {
  async function withMore(...given: Parameters<typeof renderPane>) {
    const pane = await checked(...given);
    await pane.user.click(button('更多'));
    return pane;
  }
  const lastYearFile = (content: string): File => new File([content], '上年.xlsx');

  test.each([
    ['清除标记', ['clearMarks']],
    ['核对底稿', ['writeAudit', 'reveal 核对底稿!A1']],
  ])('%s', async (name, calls) => {
    const { assistant, user } = await withMore();
    await user.click(button(new RegExp(`^${name}`)));
    await waitFor(() => expect(assistant.calls).toEqual(['check', ...calls]));
    expect((await screen.findAllByText(/^已/)).length).toBeGreaterThan(0);
  });

  test('last year\'s workbook is compared with, named, and let go of', async () => {
    const { assistant, user } = await withMore();
    await user.upload(screen.getByLabelText('上年工作簿'), lastYearFile('x'));
    await waitFor(() => expect(assistant.calls).toEqual(['check', 'setLastYear 上年.xlsx', 'check']));
    const letGo = await screen.findByRole('button', { name: /取消对照上年/ });
    expect(letGo.textContent).toContain('上年.xlsx（2023 年度）');
    await user.click(letGo);
    await screen.findByRole('button', { name: /^对照上年/ });
    expect(assistant.calls.slice(3)).toEqual(['setLastYear', 'check']);
  });

  test('a Word file is proofread, named, and let go of', async () => {
    const { assistant, user } = await withMore();
    await user.upload(screen.getByLabelText('情况说明文件'), new File(['x'], '说明.docx'));
    await waitFor(() => expect(assistant.calls).toEqual(['check', 'setText 说明.docx', 'check']));
    const letGo = await screen.findByRole('button', { name: /取消校对文字/ });
    expect(letGo.textContent).toContain('说明.docx');
    await user.click(letGo);
    await screen.findByRole('button', { name: /^校对 Word 文件/ });
    expect(assistant.calls.slice(3)).toEqual(['setText', 'check']);
  });

  test('a file that is no Word file is told so', async () => {
    const { user } = await withMore();
    await user.upload(screen.getByLabelText('情况说明文件'), new File([''], '说明.docx'));
    expect((await screen.findByRole('alert')).textContent).toContain('不是 Word 文件');
  });

  test('pasted words are proofread', async () => {
    const { assistant, user } = await withMore();
    await user.click(button(/^校对粘贴的文字/));
    expect(button('校对')).toHaveProperty('disabled', true);
    await user.click(screen.getByLabelText('要校对的文字'));
    await user.paste('一、总体情况\n本年收、支总计1.00万元。');
    await user.click(button('校对'));
    await waitFor(() => expect(assistant.calls).toEqual(['check', 'setText 粘贴的文字', 'check']));
  });

  test('a workbook that cannot be last year\'s is told in its own sentence', async () => {
    const { user } = await withMore();
    await user.upload(screen.getByLabelText('上年工作簿'), lastYearFile(''));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toBe('这个工作簿里没有找到公开表。');
    expect(button(/^对照上年/)).toBeTruthy();
  });
});

describe('the graph of relations', () => {
  async function charted() {
    const pane = await checked();
    await screen.findByRole('button', { name: '只看收支总表' });
    return pane;
  }

  test('filters by what stands between two tables, and by one table', async () => {
    const { user } = await charted();
    await user.click(button(/^收支总表与收入表/));
    expect(screen.getAllByRole('article')).toHaveLength(1);
    expect(button(/^收支总表与收入表/).getAttribute('aria-pressed')).toBe('true');
    await user.click(button('只看收支总表'));
    expect(screen.getAllByRole('article').map((card) => card.getAttribute('aria-setsize'))).toEqual(['3', '3', '3']);
  });

  test('is worked with the keyboard, and says where nothing was found', async () => {
    const { user } = await charted();
    button('只看收入表').focus();
    await user.keyboard('{Enter}');
    await user.click(button(/^尾差/));
    expect(screen.queryAllByRole('article')).toEqual([]);
    expect(screen.getByText('这里没有发现问题。')).toBeTruthy();
    await user.click(button(/^尾差/));
    button('只看收入表').focus();
    await user.keyboard(' ');
    expect(screen.getAllByRole('article')).toHaveLength(ORDINARY.findings.length);
  });

  test('where no finding names the broken rule, it shows what is as grave in the two tables', async () => {
    const { user } = await charted();
    await user.click(button(/^支出表与基本支出/));
    const cards = screen.getAllByRole('article');
    expect(cards.map((card) => card.textContent?.includes('商品和服务支出'))).toEqual([true]);
  });

  test('tables that agree have a line that is no button', async () => {
    await charted();
    expect(screen.queryByRole('button', { name: /^收支总表与支出表/ })).toBeNull();
  });
});
