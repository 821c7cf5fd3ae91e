import type { Assistant, RepairPreview, TaskOptions } from '../../../src/app/assistant';
import type { CheckReport } from '../../../src/app/check';
import type { Difference } from '../../../src/app/narrative-sheet';
import { formatCell } from '../../../src/workbook/address';
import type { AnswerDoubt } from '../../../src/app/supplement-form';
import { FIELDS } from './fields';
import { CLEAR, ORDINARY, previewOf, SECTIONS, WITH_TEXT } from './reports';

/** An assistant in memory that answers as it is told, and tells what it was asked. */
export interface FakeAssistant extends Assistant {
  /** Every call with its cells, in order. */
  readonly calls: string[];
  /** As if the user changed a cell. */
  edit(): void;
}

interface FakeAnswers {
  readonly report?: CheckReport;
  /** The report after a write. */
  readonly after?: CheckReport;
  /** The plan until something is released. */
  readonly preview?: RepairPreview;
  /** How the sheet of the paragraphs was changed by hand. */
  readonly differences?: readonly Difference[];
  /** How what was put at the selected cell was changed by hand. */
  readonly differencesAt?: readonly Difference[];
  /** What every call throws. */
  readonly fault?: Error;
  /** What the calls that write throw. */
  readonly writeFault?: Error;
  /** Calls end only when they are cancelled. */
  readonly endless?: boolean;
}

export function fakeAssistant(answers: FakeAnswers = {}): FakeAssistant {
  const { report = ORDINARY, after: written = CLEAR, preview, fault, writeFault, endless = false } = answers;
  const calls: string[] = [];
  let listener: (() => void) | null = null;
  let writes = 0;
  const answered: Record<string, string> = {};
  const filled = () => FIELDS.map((field) => ({ ...field, value: answered[field.key] ?? field.value }));
  let hasText = false;
  const answer = async <T>(call: string, value: T, options: TaskOptions = {}): Promise<T> => {
    calls.push(call);
    options.onProgress?.({ phrase: '正在核对支出决算表', done: 0.4 });
    if (endless) await untilAborted(options.signal instanceof AbortSignal ? options.signal : undefined);
    if (fault !== undefined) throw fault;
    return value;
  };
  const write = <T>(call: string, value: T, options?: TaskOptions): Promise<T> =>
    writeFault === undefined ? answer(call, value, options) : Promise.reject(writeFault);
  return {
    calls,
    edit: () => listener?.(),
    setLastYear(workbook) {
      calls.push(`setLastYear ${workbook?.name ?? ''}`.trim());
      if (workbook !== null && workbook.sheets.length === 0) throw new RangeError('这个工作簿里没有找到公开表。');
      return workbook === null ? null : 2023;
    },
    setText(text) {
      calls.push(`setText ${text?.name ?? ''}`.trim());
      hasText = text !== null;
    },
    check: (options) => answer('check', hasText ? WITH_TEXT : report, options),
    planRepair(choice, options) {
      const cells = (['pinned', 'released', 'omitted'] as const).flatMap((kind) => {
        const chosen = choice[kind] ?? [];
        return chosen.length === 0 ? [] : `${kind} ${chosen.map(formatCell).join(' ')}`;
      });
      const plan = preview !== undefined && (choice.released ?? []).length === 0 ? preview : previewOf(choice);
      return answer(['planRepair', ...cells].join(' '), plan, options);
    },
    async apply(edits, options) {
      const after = await write(`apply ${edits.map(({ cell }) => formatCell(cell)).join(' ')}`, written, options);
      writes += 1;
      return after;
    },
    canUndo: () => writes > 0,
    async undo(options) {
      const before = await answer('undo', report, options);
      writes -= 1;
      return before;
    },
    narrate: ({ style, percentDigits, rounding, closeShares, ...options } = {}) => {
      const choices = [style?.name ?? '', percentDigits ?? '', rounding ?? '', closeShares === true ? 'closed' : ''];
      return answer(`narrate ${choices.join(' ')}`.trim(), SECTIONS, options);
    },
    setInitialBudget(workbook) {
      calls.push(`setInitialBudget ${workbook?.name ?? ''}`.trim());
      if (workbook !== null && workbook.sheets.length === 0) throw new RangeError('这个工作簿里没有找到年初预算。');
      return workbook === null ? null : 2024;
    },
    narrativeDifferences: () => answer('narrativeDifferences', answers.differences ?? []),
    placeNarrative: (sections, accepted = []) =>
      write([`placeNarrative ${sections.length}`, ...accepted].join(' '), '情况说明（助手）'),
    placeAtSelection: (sections, accepted = []) =>
      write([`placeAtSelection ${sections.length}`, ...accepted].join(' '), {
        cell: { sheet: '正文', row: 2, column: 0 },
        differences: accepted.length === 0 ? (answers.differencesAt ?? []) : [],
      }),
    narrativeDocument: () => answer('narrativeDocument', { name: '2024年度部门决算情况说明', blocks: [] }),
    writeAudit: () => write('writeAudit', '核对底稿'),
    writeSupplement: () => write('writeSupplement', '补充资料'),
    askSupplement: (options) => answer('askSupplement', filled(), options),
    answerDoubt: (key, text) => doubtOf(key, text),
    async fillSupplement(given, options) {
      const after = await write(`fillSupplement ${JSON.stringify(given)}`, report, options);
      Object.assign(answered, given);
      writes += 1;
      return after;
    },
    clearMarks: () => write('clearMarks', undefined),
    reveal: (cell) => answer(`reveal ${formatCell(cell)}`, undefined),
    onChange(next) {
      listener = next;
      return () => {
        listener = null;
      };
    },
  };
}

/** Numbers are wanted for what has a unit, and more than ten thousand is taken for 元. */
function doubtOf(key: string, text: string): AnswerDoubt | null {
  const field = FIELDS.find((one) => one.key === key);
  if (field === undefined || field.unit === '' || text.trim() === '') return null;
  if (Number.isNaN(Number(text))) return { sentence: `应填数字，现为“${text}”。请改为数字。`, readable: false };
  return Number(text) > 10_000 ? { sentence: `填为 ${text} 万元，疑似按“元”填写。`, readable: true } : null;
}

function untilAborted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')));
  });
}
