import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import Decimal from 'decimal.js';
import { HostError } from '../../src/host/host-error';
import { AppProvider } from '../../src/pane/AppProvider';
import { createCommandChannel } from '../../src/pane/commands';
import { Pane } from '../../src/pane/Pane';
import { fakeAssistant } from './support/fake-assistant';
import { readText, readWorkbook, saveDocument } from './support/workbooks';
import { installBrowserParts, renderPane } from './support/render-pane';
import { CLEAR, CLEAR_COMPLETE, CONFLICT, NO_TABLES, ORDINARY, reportWith, finding } from './support/reports';

jest.setTimeout(30_000);
beforeAll(installBrowserParts);

const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
const heading = (name: string | RegExp): Promise<HTMLElement> => screen.findByRole('heading', { name });

async function checked(...given: Parameters<typeof renderPane>) {
  const pane = renderPane(...given);
  await pane.user.click(button('检查'));
  await heading('核对结果');
  return pane;
}

/** What axe finds wrong, apart from colours, which jsdom does not lay out. */
async function violations(container: HTMLElement): Promise<readonly string[]> {
  const result = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

describe('checking', () => {
  test('the first screen offers one primary action, and it checks', async () => {
    const { assistant, user } = renderPane();
    expect(screen.getAllByRole('button')).toHaveLength(1);
    await user.click(button('检查'));
    expect(document.activeElement).toBe(await heading('核对结果'));
    expect(assistant.calls).toEqual(['check']);
  });

  test('while it works the phrase and the way out are there, and cancelling leads back', async () => {
    const { user } = renderPane(fakeAssistant({ endless: true }));
    await user.click(button('检查'));
    const cancel = await screen.findByRole('button', { name: '取消' });
    expect(document.activeElement).toBe(cancel);
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('0.4');
    expect(screen.getByText('正在核对支出决算表…')).toBeTruthy();
    await user.click(cancel);
    await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
    expect(document.activeElement).toBe(button('检查'));
  });

  test('a check that fails says why and can be tried again', async () => {
    const assistant = fakeAssistant({ fault: new HostError('busy') });
    const { user } = renderPane(assistant);
    await user.click(button('检查'));
    await heading('检查没有完成');
    expect(screen.getAllByText(new HostError('busy').message).length).toBeGreaterThan(0);
    await user.click(button('重试'));
    await waitFor(() => expect(assistant.calls).toEqual(['check', 'check']));
  });

  test('a workbook without public tables is no success', async () => {
    await checked(fakeAssistant({ report: NO_TABLES }));
    expect(await heading('没有找到决算公开表')).toBeTruthy();
    expect(screen.queryByText('没有发现问题')).toBeNull();
    expect(screen.queryByRole('button', { name: '修复尾差' })).toBeNull();
  });

  test.each([
    ['with rules left out', CLEAR, true],
    ['with every rule applied', CLEAR_COMPLETE, false],
  ])('all clear %s', async (_, report, mentionsSkipped) => {
    await checked(fakeAssistant({ report }));
    const title = await heading('没有发现问题');
    expect(title.parentElement?.textContent?.includes('没有核对')).toBe(mentionsSkipped);
    expect(button('修复尾差')).toHaveProperty('disabled', true);
  });
});

describe('findings', () => {
  test('stand under their tables, in the workbook\'s order, the gravest first', async () => {
    await checked();
    const titles = screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);
    expect(titles).toEqual([
      '收入支出决算总表公开01表 · 3 处',
      '收入决算表公开02表 · 1 处',
      '支出决算表公开03表 · 1 处',
      '一般公共预算财政拨款基本支出决算表公开06表 · 1 处',
      '情况说明1 处',
    ]);
    expect(screen.getAllByRole('article')).toHaveLength(ORDINARY.findings.length);
  });

  test('a count shows only its findings, and pressed again all', async () => {
    const { user } = await checked();
    await user.click(button(/^错误/));
    expect(screen.getAllByRole('article')).toHaveLength(2);
    expect(button(/^错误/).getAttribute('aria-pressed')).toBe('true');
    await user.click(button(/^错误/));
    expect(screen.getAllByRole('article')).toHaveLength(ORDINARY.findings.length);
  });

  test('name what stands, what is expected and the gap where the sentence does not, with the likely cause', async () => {
    const unsaid = finding('error', '两处记载不一致。请核对。', ['公开01表!C9'], {
      actual: new Decimal(12), expected: new Decimal(13), difference: new Decimal(-1),
    });
    await checked(fakeAssistant({ report: reportWith([...ORDINARY.findings, unsaid]) }));
    const amounts = within(screen.getByRole('article', { name: /两处记载/ })).getAllByRole('definition');
    expect(amounts.map(({ textContent }) => textContent)).toEqual(['12.00', '13.00', '-1.00']);
    const said = screen.getByRole('article', { name: /2012604 档案馆的合计/ });
    expect(within(said).queryAllByRole('definition')).toEqual([]);
    expect(within(said).getByText('疑似以元填报')).toBeTruthy();
  });

  test('lead to their cells', async () => {
    const { assistant, user } = await checked();
    await user.click(screen.getAllByRole('button', { name: '定位 公开02表!D12' })[0] as HTMLElement);
    expect(assistant.calls).toContain('reveal 公开02表!D12');
  });

  test('a long list of cells is cut until it is asked for', async () => {
    const { user } = await checked();
    const card = screen.getByRole('article', { name: /商品和服务支出/ });
    expect(within(card).getAllByRole('button', { name: /^定位/ })).toHaveLength(6);
    await user.click(within(card).getByRole('button', { name: '其余 2 格' }));
    expect(within(card).getAllByRole('button', { name: /^定位/ })).toHaveLength(8);
  });

  test('a workbook without one kind of tables is told so in a remark, not as rules left out', async () => {
    const because = '工作簿中没有决算公开表，只核对了绩效表';
    await checked(fakeAssistant({ report: { ...CLEAR_COMPLETE, skipped: [{ rule: '公开表', because, remark: true }] } }));
    expect(screen.getByText(`${because}。`)).toBeTruthy();
    expect(screen.queryByText(/条规则/)).toBeNull();
  });

  test('what the sheets were taken for and what was skipped is told', async () => {
    await checked();
    expect(screen.getByText('识别了 6 张工作表，读出 4 张表')).toBeTruthy();
    const reason = screen.getByText(/没有国有资本经营预算财政拨款收入支出决算表/);
    expect(reason.textContent).toContain('年初结转和结余 + 本年收入 = 本年支出 + 年末结转和结余');
    expect(reason.textContent).toContain('合计 = 各功能分类科目之和');
  });

  test('a cell that is gone is told without losing the findings', async () => {
    const assistant = fakeAssistant();
    const gone = new HostError('missing', '公开02表!C12');
    const { user } = await checked({ ...assistant, reveal: () => Promise.reject(gone) });
    await user.click(screen.getAllByRole('button', { name: '定位 公开02表!C12' })[0] as HTMLElement);
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain(gone.message);
    expect(screen.getAllByRole('article')).toHaveLength(ORDINARY.findings.length);
  });
});

describe('a correction', () => {
  test('goes through a preview before it is written, and can be undone', async () => {
    const { assistant, user } = await checked();
    await user.click(button('更正为 400.00'));
    await heading('更正');
    expect(assistant.calls).toEqual(['check']);
    const row = screen.getByRole('row', { name: /2012604 档案馆 · 合计/ });
    expect(row.textContent).toContain('原值 4000000.00');
    expect(row.textContent).toContain('新值 400.00');
    expect(screen.queryByRole('checkbox')).toBeNull();
    await user.click(button('写入 1 处'));
    await heading('核对结果');
    expect(assistant.calls).toEqual(['check', 'apply 公开02表!C12']);
    await user.click(button('撤销'));
    await waitFor(() => expect(assistant.calls).toContain('undo'));
  });
});

describe('repairing', () => {
  async function planned() {
    const pane = await checked();
    await pane.user.click(button('修复尾差'));
    await heading('修复尾差');
    return pane;
  }

  test('shows every cell, old and new, under its table, and writes only on demand', async () => {
    const { assistant, user } = await planned();
    const groups = screen.getAllByRole('rowheader').map(({ textContent }) => textContent);
    expect(groups).toEqual([
      '收入支出决算总表1 处', '支出决算表1 处', '一般公共预算财政拨款基本支出决算表2 处', '情况说明1 处',
    ]);
    expect(assistant.calls).toEqual(['check', 'planRepair']);
    await user.click(button('写入 5 处'));
    await heading('核对结果');
    expect(assistant.calls.at(-1)).toBe('apply 公开01表!C9 公开03表!D16 公开06表!C9 公开06表!C14 情况说明!A5');
  });

  test('a pinned row keeps its cell: the plan is made again, and the pin can be taken out', async () => {
    const { assistant, user } = await planned();
    await user.click(button('保持不变 财政拨款收入'));
    await waitFor(() => expect(screen.getAllByRole('checkbox')).toHaveLength(3));
    expect(assistant.calls.at(-1)).toBe('planRepair pinned 公开01表!C9');
    expect(screen.getByText(/无法调平/)).toBeTruthy();
    await user.click(button('允许改动 财政拨款收入'));
    await waitFor(() => expect(screen.getAllByRole('checkbox')).toHaveLength(4));
    expect(assistant.calls.at(-1)).toBe('planRepair');
  });

  test('a row that is not ticked is not written, and what then stays open is said', async () => {
    const { assistant, user } = await planned();
    await user.click(screen.getByRole('checkbox', { name: /基本工资/ }));
    expect(await screen.findByText(/1 条勾稽关系仍不平/)).toBeTruthy();
    expect(assistant.calls.at(-1)).toBe('planRepair omitted 公开06表!C9');
    expect(screen.getAllByRole('rowheader').map(({ textContent }) => textContent)[2]).toContain('1 处不写入');
    await user.click(button('写入 4 处'));
    await heading('核对结果');
    expect(assistant.calls.at(-1)).toBe('apply 公开01表!C9 公开03表!D16 公开06表!C14 情况说明!A5');
  });

  test('a row that was not ticked can be ticked again, or closed some other way', async () => {
    const { assistant, user } = await planned();
    await user.click(screen.getByRole('checkbox', { name: /基本工资/ }));
    await screen.findByText(/勾稽关系仍不平/);
    await user.click(screen.getByRole('checkbox', { name: /基本工资/ }));
    await waitFor(() => expect(assistant.calls.at(-1)).toBe('planRepair'));
    await user.click(screen.getByRole('checkbox', { name: /基本工资/ }));
    await screen.findByText(/勾稽关系仍不平/);
    await user.click(button('另找改法'));
    await waitFor(() => expect(assistant.calls.at(-1)).toBe('planRepair pinned 公开06表!C9'));
  });

  test('a paragraph that quotes a changed amount is shown by the words that change, without a tick', async () => {
    await planned();
    const row = screen.getByRole('row', { name: /引用了改动的数/ });
    expect(within(row).queryByRole('checkbox')).toBeNull();
    expect(row.textContent).toContain('基本支出886.42万元');
  });

  test('a text that the write puts out of step and cannot rewrite is named, with the cell it quotes', async () => {
    await planned();
    const title = screen.getByText('写入后请核对 1 处文字');
    const list = within(title.closest<HTMLElement>('[role="group"]') ?? document.body);
    expect(list.getByText(/“情况说明\.docx”第 5 段/)).toBeTruthy();
    expect(list.getByRole('button', { name: '定位 公开03表!D16' })).toBeTruthy();
  });

  test('locks that exclude one another are told, and nothing can be written until one is released', async () => {
    const { assistant, user } = await checked(fakeAssistant({ preview: CONFLICT }));
    await user.click(button('修复尾差'));
    expect(await screen.findByText(CONFLICT.conflicts[0]?.because ?? '')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^写入/ })).toBeNull();
    expect(screen.queryByText('没有需要修复的尾差')).toBeNull();
    await user.click(screen.getByRole('button', { name: /^放开 合计 · 本年支出合计/ }));
    expect(await screen.findByRole('button', { name: '写入 5 处' })).toBeTruthy();
    expect(assistant.calls.at(-1)).toBe('planRepair released 公开03表!C8 公开01表!G23');
    await user.click(button('重新锁定 合计 · 本年支出合计'));
    expect((await screen.findAllByText(/互相冲突/)).length).toBeGreaterThan(0);
  });

  test('the fewest locks that settle the conflict are released with one click', async () => {
    const { assistant, user } = await checked(fakeAssistant({ preview: CONFLICT }));
    await user.click(button('修复尾差'));
    await user.click(await screen.findByRole('button', { name: '放开 1 个数' }));
    expect(await screen.findByRole('button', { name: '写入 5 处' })).toBeTruthy();
    expect(assistant.calls.at(-1)).toBe('planRepair released 公开03表!E8');
  });

  test('going back writes nothing', async () => {
    const { assistant, user } = await planned();
    await user.click(button('返回'));
    await heading('核对结果');
    expect(assistant.calls).toEqual(['check', 'planRepair']);
  });

  test('a write that fails leaves the preview with the reason over it', async () => {
    const { user } = await checked(fakeAssistant({ writeFault: new HostError('protected', '公开06表') }));
    await user.click(button('修复尾差'));
    await user.click(await screen.findByRole('button', { name: '写入 5 处' }));
    expect((await screen.findByRole('alert')).textContent).toContain('公开06表');
    expect(await heading('修复尾差')).toBeTruthy();
    expect(screen.getAllByRole('checkbox')).toHaveLength(4);
  });
});

describe('the narrative', () => {
  async function narrated() {
    const pane = await checked();
    await pane.user.click(button('生成说明'));
    await heading('情况说明');
    return pane;
  }

  test('marks every gap and leads from each figure to its cell', async () => {
    const { assistant, user, container } = await narrated();
    expect([...container.querySelectorAll('mark')].map(({ textContent }) => textContent)).toEqual([
      '〔待填：上年数〕', '〔待填：主要原因〕',
    ]);
    await user.click(button('68.91%'));
    expect(assistant.calls.at(-1)).toBe('reveal 公开03表!D8');
  });

  test('the next gap takes the focus, round and round', async () => {
    const { user, container } = await narrated();
    const gaps = [...container.querySelectorAll('mark')];
    for (const expected of [gaps[0], gaps[1], gaps[0]]) {
      await user.click(button('下一处待填'));
      expect(document.activeElement).toBe(expected);
    }
  });

  test('is placed in a sheet, whose name is told', async () => {
    const { assistant, user } = await narrated();
    await user.click(button('写入工作表'));
    expect((await screen.findAllByText(/情况说明（助手）/)).length).toBeGreaterThan(0);
    expect(assistant.calls.slice(-3)).toEqual(['placeNarrative 2', 'narrativeDifferences', 'reveal 情况说明（助手）!A1']);
  });
});

describe('an edit by the user', () => {
  test('makes what is shown stale until it is checked again', async () => {
    const { assistant, user } = await checked();
    act(() => assistant.edit());
    await user.click(within(screen.getByText(/可能已经过时/).closest('[role=group]') as HTMLElement).getByRole('button'));
    await waitFor(() => expect(screen.queryByText(/可能已经过时/)).toBeNull());
    expect(assistant.calls).toEqual(['check', 'check']);
  });

  test('stops a preview from being written, and the plan is made anew', async () => {
    const { assistant, user } = await checked();
    await user.click(button('修复尾差'));
    await heading('修复尾差');
    act(() => assistant.edit());
    expect(button('写入 5 处')).toHaveProperty('disabled', true);
    await user.click(within(screen.getByText(/可能已经过时/).closest('[role=group]') as HTMLElement).getByRole('button'));
    await waitFor(() => expect(button('写入 5 处')).toHaveProperty('disabled', false));
    expect(assistant.calls).toEqual(['check', 'planRepair', 'check', 'planRepair']);
  });

  test('takes back no decision about a preview', async () => {
    const { assistant, user } = await checked();
    await user.click(button('修复尾差'));
    await user.click(await screen.findByRole('button', { name: /^保持不变 .*基本工资/ }));
    await screen.findByRole('button', { name: '允许改动 30101 基本工资' });
    act(() => assistant.edit());
    await user.click(within(screen.getByText(/可能已经过时/).closest('[role=group]') as HTMLElement).getByRole('button'));
    await waitFor(() => expect(assistant.calls.slice(-2)).toEqual(['check', 'planRepair pinned 公开06表!C9']));
  });
});

describe('the ribbon', () => {
  test.each([
    ['check', '核对结果', ['check']],
    ['repair', '修复尾差', ['check', 'planRepair']],
  ] as const)('%s, also when it was pressed before the pane was there', async (command, title, calls) => {
    const channel = createCommandChannel();
    channel.send(command);
    const { assistant } = renderPane(fakeAssistant(), channel);
    await heading(title);
    expect(assistant.calls).toEqual(calls);
  });

  test('a command for an open pane runs at once', async () => {
    const channel = createCommandChannel();
    const { assistant } = renderPane(fakeAssistant(), channel);
    act(() => channel.send('check'));
    await heading('核对结果');
    expect(assistant.calls).toEqual(['check']);
  });
});

test('a finding about no cell is shown under the whole workbook', async () => {
  await checked(fakeAssistant({ report: reportWith([finding('error', '找不到两张表共同的年度。', [])]) }));
  expect(await heading(/整个工作簿/)).toBeTruthy();
});

describe('accessibility', () => {
  test.each([
    ['the first screen', [], fakeAssistant()],
    ['findings', ['检查'], fakeAssistant()],
    ['all clear', ['检查'], fakeAssistant({ report: CLEAR })],
    ['no tables', ['检查'], fakeAssistant({ report: NO_TABLES })],
    ['failure', ['检查'], fakeAssistant({ fault: new HostError('busy') })],
    ['work in progress', ['检查'], fakeAssistant({ endless: true })],
    ['repair', ['检查', '修复尾差'], fakeAssistant()],
    ['correction', ['检查', '更正为 400.00'], fakeAssistant()],
    ['narrative', ['检查', '生成说明'], fakeAssistant()],
  ])('axe finds nothing in: %s', async (_, presses, assistant) => {
    const { user, container } = renderPane(assistant);
    for (const name of presses) await user.click(await screen.findByRole('button', { name }));
    await waitFor(async () => expect(await violations(container)).toEqual([]), { timeout: 20_000 });
  });
});

test('an assistant that cannot be loaded is told by the first task', async () => {
  const loading = Promise.reject(new Error('Loading chunk 7 failed'));
  render(
    <AppProvider appearance="light">
      <Pane assistant={loading} readWorkbook={readWorkbook} readText={readText} saveDocument={saveDocument} />
    </AppProvider>,
  );
  await userEvent.setup().click(button('检查'));
  await heading('检查没有完成');
  expect(screen.getAllByText(/Loading chunk 7 failed/).length).toBeGreaterThan(0);
});
