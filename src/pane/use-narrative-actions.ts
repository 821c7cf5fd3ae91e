import { useMemo, type Dispatch, type MutableRefObject } from 'react';
import type { Assistant, TaskOptions } from '../app/assistant';
import type { CheckReport } from '../app/check';
import type { NarrativeDocument } from '../app/narrative-document';
import type { Difference } from '../app/narrative-sheet';
import { toPlainText } from '../narrative/plain-text';
import type { HouseStyle } from '../narrative/style';
import { formatCell } from '../workbook/address';
import type { WorkbookSnapshot } from '../workbook/snapshot';
import { copyText } from './copy-text';
import { saveFile } from './save-file';
import {
  reportOf, type NarrativeSettings, type NarrativeShown, type Notice, type PaneAction, type PaneState,
} from './state';
import { failure, success } from './task';
import type { Tasks } from './use-tasks';

/** What a person can do with the paragraphs. */
export interface NarrativeActions {
  narrate(): void;
  /** Writes the paragraphs anew as the office has it. */
  choose(change: Partial<NarrativeSettings>): void;
  /** Takes the words of a template file. */
  loadStyle(file: File): void;
  /** Hands out the words that are used, as a template file to edit. */
  exportStyle(): void;
  /** Takes 年初预算 from the workbook of the 部门预算, or lets go of it. */
  takeBudget(file: File): void;
  dropBudget(): void;
  /** Whether a paragraph that a person changed gives way to the one that would be written. */
  accept(key: string, accepted: boolean): void;
  placeNarrative(): void;
  placeAtSelection(): void;
  copyNarrative(): void;
  saveNarrative(): void;
}

/** What the actions work with: the pane's state, its one task at a time, and the files that go in and out. */
interface NarrativeContext {
  readonly latest: MutableRefObject<PaneState>;
  readonly dispatch: Dispatch<PaneAction>;
  readonly run: Tasks['run'];
  readonly readWorkbook: (file: File) => Promise<WorkbookSnapshot>;
  readonly saveDocument: (document: NarrativeDocument) => Promise<void>;
}

const WRITING = '正在编写情况说明';

/** The paragraphs of a checked workbook, written as the settings have it, and where a person had changed earlier ones. */
export async function narrated(
  assistant: Assistant,
  report: CheckReport,
  settings: NarrativeSettings,
  options: TaskOptions,
): Promise<NarrativeShown> {
  const { styles, used: style } = await stylesOf(settings);
  const { percentDigits, rounding, closeShares } = settings;
  const sections = await assistant.narrate({ style, percentDigits, rounding, closeShares, ...options });
  const differences = await assistant.narrativeDifferences(sections);
  return { kind: 'narrative', report, sections, differences, accepted: [], styles: styles.map(({ name }) => name) };
}

/** The house styles there are, and the one that is used. */
async function stylesOf(settings: NarrativeSettings): Promise<{ readonly styles: readonly HouseStyle[]; readonly used: HouseStyle }> {
  const { HOUSE_STYLES, HUNAN } = await import('../narrative/house-styles');
  const styles = [...HOUSE_STYLES, ...settings.loaded];
  return { styles, used: styles.find(({ name }) => name === settings.style) ?? HUNAN };
}

const keptText = ({ length }: readonly Difference[]): string =>
  length === 0 ? '每段一行' : `您改过的 ${length} 处保持不变`;

/** The actions over the pane's state and tasks. */
export function useNarrativeActions(context: NarrativeContext): NarrativeActions {
  const { latest, dispatch, run, readWorkbook, saveDocument } = context;
  return useMemo(() => {
    const shown = (): NarrativeShown | null => {
      const { view } = latest.current;
      return view.kind === 'narrative' ? view : null;
    };
    const write = (phrase: string, settle: (assistant: Assistant) => Promise<Partial<NarrativeSettings>>): void => {
      const report = reportOf(latest.current.view);
      if (report === null) return;
      void run('read', phrase, async (assistant, options) => {
        const settings = { ...latest.current.narrative, ...(await settle(assistant)) };
        const view = await narrated(assistant, report, settings, options);
        dispatch({ type: 'chosen', narrative: settings });
        return { view };
      });
    };
    return {
      narrate: () => write(WRITING, async () => ({})),
      choose: (change) => write(WRITING, async () => change),
      loadStyle: (file) =>
        write('正在读取模板', async () => {
          const { HOUSE_STYLES, readStyleFile } = await import('../narrative/house-styles');
          const read = readStyleFile(await file.text());
          const isTaken = HOUSE_STYLES.some(({ name }) => name === read.name);
          const style = isTaken ? { ...read, name: `${read.name}（${file.name}）` } : read;
          const others = latest.current.narrative.loaded.filter(({ name }) => name !== style.name);
          return { loaded: [...others, style], style: style.name };
        }),
      exportStyle: () =>
        void run('read', '正在导出模板', async () => {
          const { styleFile } = await import('../narrative/house-styles');
          const { used } = await stylesOf(latest.current.narrative);
          saveFile(`情况说明模板（${used.name}）.json`, styleFile(used), 'application/json');
          return { notice: success('已导出模板。用文本编辑器改好后，点“载入模板”即可使用。') };
        }),
      takeBudget: (file) =>
        write('正在读取部门预算', async (assistant) => {
          const year = assistant.setInitialBudget(await readWorkbook(file));
          return { budget: { name: file.name, year } };
        }),
      dropBudget: () =>
        write(WRITING, async (assistant) => {
          assistant.setInitialBudget(null);
          return { budget: null };
        }),
      accept: (key, accepted) => dispatch({ type: 'accepted', key, accepted }),
      placeNarrative() {
        const view = shown();
        if (view === null) return;
        void run('write', '正在写入工作表', async (assistant) => {
          const sheet = await assistant.placeNarrative(view.sections, view.accepted);
          const differences = await assistant.narrativeDifferences(view.sections);
          await assistant.reveal({ sheet, row: 0, column: 0 });
          const notice = success(`已写入工作表“${sheet}”，${keptText(differences)}。`, true);
          return { view: { ...view, differences, accepted: [] }, notice };
        });
      },
      placeAtSelection() {
        const view = shown();
        if (view === null) return;
        void run('write', '正在写入所选单元格', async (assistant) => {
          const { cell, differences } = await assistant.placeAtSelection(view.sections, view.accepted);
          await assistant.reveal(cell);
          const notice = success(`已从 ${formatCell(cell)} 起往下写入，${keptText(differences)}。`, true);
          return { view: { ...view, differences, accepted: [] }, notice };
        });
      },
      copyNarrative() {
        const view = shown();
        if (view === null) return;
        const tell = (notice: Notice): void => dispatch({ type: 'noticed', notice });
        // Not as a task: a browser lets only what follows a click at once write to the clipboard.
        copyText(toPlainText(view.sections)).then(
          () => tell(success('已复制全文，可以粘贴到 Word 等文档中。')),
          (error: unknown) => tell(failure(error)),
        );
      },
      saveNarrative() {
        const view = shown();
        if (view === null) return;
        void run('read', '正在生成 Word 文档', async (assistant) => {
          const document = await assistant.narrativeDocument(view.sections);
          await saveDocument(document);
          return { notice: success(`已存为 Word 文档“${document.name}.docx”，公开表附在后面。`) };
        });
      },
    };
  }, [latest, dispatch, run, readWorkbook, saveDocument]);
}
