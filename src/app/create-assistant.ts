import { formatCell, type CellRef } from '../workbook/address';
import { compose, invert } from '../workbook/edit';
import { findSheet, type WorkbookSnapshot } from '../workbook/snapshot';
import type { Finding } from '../check/finding';
import type { Host, Mark } from '../host/host';
import { HostError } from '../host/host-error';
import { GRAVITY } from '../money/verdict';
import type { TextDocument } from '../narrative/proofread/document';
import { writeNarrative } from '../narrative/write-narrative';
import type { Accounts } from '../tables/accounts';
import type { Assistant, TaskOptions } from './assistant';
import { auditSheet } from './audit';
import { createChangeLog } from './change-log';
import { examine, report, type CheckReport, type Examination } from './check';
import { readInitialBudget, type InitialBudget } from '../tables/initial-budget';
import { editsAt, placedMemory, sheetEdits } from './narrative-edits';
import { narrativeDocument } from './narrative-document';
import { narrativeSheet } from './narrative-sheet';
import { accountsOf } from './own-sheets';
import { planRoundingRepairInSlices } from './repair';
import { sourcesOf, supplementSheet } from './supplement';
import { answerDoubt, askedFor, supplementFields, supplementWriting, type Asked } from './supplement-form';

/** Milliseconds of planning after which the screen is drawn again. */
const FRAME = 16;

const NOTHING_TO_ASK = '工作簿中没有找到公开表和绩效表，不知道需要补充什么。请先打开含有公开表或绩效表的工作簿。';

const FILLED_IN = '填写补充资料';
const PLACED = '写入情况说明';
const NO_BUDGET = '这个工作簿里没有找到《一般公共预算支出表》，取不到年初预算。请选择本年的部门预算公开工作簿。';

/**
 * The use cases over a host. The assistant remembers the last examination, so that a repair or a narrative speaks of
 * what the user was shown, and the writes of this sitting, so that they can be taken back one by one.
 */
export function createAssistant(host: Host, now: () => Date = () => new Date()): Assistant {
  let last: Examination | null = null;
  let lastYear: WorkbookSnapshot | null = null;
  let texts: readonly TextDocument[] = [];
  let asked: Asked = new Map();
  let budget: InitialBudget | null = null;
  const log = createChangeLog();

  const check = async (options: TaskOptions = {}): Promise<CheckReport> => {
    const step = stepper(options);
    await step('正在读取工作簿', 0);
    const workbook = await host.read();
    await step('正在核对勾稽关系', 0.4);
    const examination = examine(workbook, lastYear, budget, texts);
    await step('正在查找有误的单元格', 0.6);
    const result = report(examination);
    last = examination;
    log.offerCorrections(result.findings);
    await step('正在标注', 0.85);
    return { ...result, notice: await highlight(host, workbook, marksOf(result.findings)) };
  };

  const examinedAnew = async (options: TaskOptions): Promise<Examination> => {
    await stepper(options)('正在读取工作簿', 0);
    last = examine(await host.read(), lastYear, budget, texts);
    return last;
  };

  const examined = async (options: TaskOptions): Promise<Examination> => last ?? examinedAnew(options);

  return {
    check,
    setLastYear(workbook) {
      const accounts = workbook === null ? null : accountsOf(workbook);
      if (accounts?.tables.length === 0) throw new RangeError('这个工作簿里没有找到公开表，不能作为上年数据。请选择上年的决算公开工作簿。');
      lastYear = workbook;
      last = null;
      return accounts?.year ?? null;
    },
    setText(text) {
      texts = text === null ? [] : [text];
      last = null;
    },
    async planRepair(choice, options = {}) {
      const examination = await examined(options);
      const step = stepper(options);
      let phrase = '正在计算最小改动';
      await step(phrase, null);
      const planning = planRoundingRepairInSlices(examination, choice);
      for (let drawn = Date.now(); ; ) {
        const slice = planning.next();
        if (slice.done === true) {
          log.offerRepair(slice.value.rows);
          return slice.value;
        }
        phrase = slice.value ?? phrase;
        if (Date.now() - drawn < FRAME) continue;
        await step(phrase, null);
        drawn = Date.now();
      }
    },
    async apply(edits, options = {}) {
      const once = compose(edits);
      await stepper(options)('正在写入', 0);
      await host.write(once);
      log.record({ edits: once });
      return check(options);
    },
    canUndo: () => log.lastWrite() !== null,
    async undo(options = {}) {
      const changes = log.lastWrite();
      if (changes === null) return check(options);
      await stepper(options)('正在撤销', 0);
      await host.write(invert(changes.edits), changes.memory);
      log.dropLastWrite();
      return check(options);
    },
    setInitialBudget(workbook) {
      const read = workbook === null ? null : readInitialBudget(workbook);
      if (workbook !== null && read === null) throw new RangeError(NO_BUDGET);
      assertSameYear(read, last?.accounts.year ?? null);
      budget = read;
      last = null;
      return read?.year ?? null;
    },
    async narrate({ onProgress, signal, ...choices } = {}) {
      const options = { ...(onProgress && { onProgress }), ...(signal && { signal }) };
      const { accounts, lastYear: before, budget: initial, supplement: { answers } } = await examined(options);
      assertSameYear(initial, accounts.year);
      await stepper(options)('正在编写情况说明', 0.5);
      return writeNarrative(accounts, { ...choices, ...sourcesOf(before, initial), answers });
    },
    narrativeDifferences: async (sections) => narrativeSheet(await host.read(), sections).differences,
    async placeNarrative(sections, accepted = []) {
      const workbook = await host.read();
      const { sheet, memory } = narrativeSheet(workbook, sections, new Set(accepted));
      await host.writeSheet(sheet, memory);
      const edits = sheetEdits(workbook, sheet);
      if (edits.length > 0) log.record({ edits, otherwise: PLACED, memory: workbook.memory ?? null, ownSheet: true });
      last = null;
      return sheet.name;
    },
    async placeAtSelection(sections, accepted = []) {
      const cell = await host.selection();
      const workbook = await host.read();
      const { edits, differences } = editsAt(workbook, cell, sections, new Set(accepted));
      await host.write(edits, placedMemory(workbook, sections));
      if (edits.length > 0) log.record({ edits, otherwise: PLACED, memory: workbook.memory ?? null });
      last = null;
      return { cell, differences };
    },
    async narrativeDocument(sections) {
      const { workbook, accounts } = await examined({});
      return narrativeDocument(workbook, accounts, sections);
    },
    async writeAudit(options = {}) {
      const examination = await examinedAnew(options);
      await stepper(options)('正在写核对底稿', 0.5);
      const sheet = auditSheet(examination, report(examination), log.changes(), now());
      await host.writeSheet(sheet);
      return sheet.name;
    },
    async writeSupplement(options = {}) {
      const { workbook, accounts, lastYear: before, budget: initial } = await examinedAnew(options);
      assertTables(accounts);
      await stepper(options)('正在写补充资料', 0.5);
      const sheet = supplementSheet(workbook, accounts, sourcesOf(before, initial));
      await host.writeSheet(sheet);
      last = null;
      return sheet.name;
    },
    async askSupplement(options = {}) {
      const examination = await examined(options);
      assertTables(examination.accounts);
      asked = askedFor(examination);
      return supplementFields(examination, asked);
    },
    answerDoubt: (key, text) => answerDoubt(asked, key, text),
    async fillSupplement(answers, options = {}) {
      const { sheet, edits } = supplementWriting(await examinedAnew(options), asked, answers);
      const once = compose(edits);
      await stepper(options)('正在写入', 0);
      await (sheet === null ? host.write(once) : host.writeSheet(sheet));
      log.record({ edits: once, otherwise: FILLED_IN });
      return check(options);
    },
    clearMarks: () => host.mark([]),
    reveal: (cell: CellRef) => host.reveal(cell),
    onChange: (listener) =>
      host.onChange(() => {
        last = null;
        listener();
      }),
  };
}

/** Throws a RangeError where there is no table that could ask for anything. */
function assertTables({ tables, evaluations }: Accounts): void {
  if (tables.length + evaluations.length === 0) throw new RangeError(NOTHING_TO_ASK);
}

/** Throws a RangeError where the budget is of another year than the tables. */
function assertSameYear(budget: InitialBudget | null, year: number | null): void {
  if (budget === null || budget.year === null || year === null || budget.year === year) return;
  throw new RangeError(`这是 ${budget.year} 年的部门预算，公开表是 ${year} 年度的。请选择 ${year} 年的部门预算工作簿。`);
}

/**
 * Sets the highlights where the workbook lets us, and says in one sentence where it does not: a report without colours
 * is better than none.
 */
async function highlight(host: Host, workbook: WorkbookSnapshot, marks: readonly Mark[]): Promise<string | null> {
  const isProtected = ({ cell }: Mark): boolean => findSheet(workbook, cell.sheet)?.protected === true;
  const closed = [...new Set(marks.filter(isProtected).map(({ cell }) => cell.sheet))];
  try {
    await host.mark(marks.filter((mark) => !isProtected(mark)));
  } catch (error) {
    if (error instanceof HostError && (error.fault === 'protected' || error.fault === 'read-only')) return error.message;
    throw error;
  }
  return closed.length === 0
    ? null
    : `工作表${closed.map((name) => `“${name}”`).join('、')}受保护，没有在其中标注颜色。撤销工作表保护后重新检查即可标注。`;
}

/** Tells where the task stands, waits until that was shown, and stops where the user has cancelled. */
function stepper({ onProgress, signal }: TaskOptions): (phrase: string, done: number | null) => Promise<void> {
  return async (phrase, done) => {
    signal?.throwIfAborted();
    await onProgress?.({ phrase, done });
    signal?.throwIfAborted();
  };
}

/**
 * One mark a cell: the first cell of each finding, or every suspect where they are equals; the gravest kind wins. What is
 * wrong with a text beside the workbook marks nothing.
 */
export function marksOf(findings: readonly Finding[]): Mark[] {
  const marks = new Map<string, Mark>();
  for (const { severity, cells, fix, cause, place } of findings) {
    if (place !== null) continue;
    const determined = fix !== null || severity === 'rounding' || cause === 'blank';
    for (const cell of determined ? cells.slice(0, 1) : cells) {
      const key = formatCell(cell);
      const earlier = marks.get(key);
      if (earlier === undefined || GRAVITY[severity] > GRAVITY[earlier.kind]) marks.set(key, { cell, kind: severity });
    }
  }
  return [...marks.values()];
}
