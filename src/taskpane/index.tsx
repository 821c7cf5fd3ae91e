import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Assistant } from '../app/assistant';
import type { NarrativeDocument } from '../app/narrative-document';
import { bindRibbon } from '../commands/ribbon';
import { isDarkTheme, whenOfficeReady } from '../host/excel/office';
import { HostError } from '../host/host-error';
import { AppProvider } from '../pane/AppProvider';
import { createCommandChannel } from '../pane/commands';
import { Pane } from '../pane/Pane';
import { PanePage } from '../pane/PanePage';
import { saveFile } from '../pane/save-file';
import type { Appearance } from '../pane/theme';
import type { ReadText } from '../pane/use-pane';
import type { WorkbookSnapshot } from '../workbook/snapshot';
import { Unavailable } from './Unavailable';

function show(content: ReactNode, appearance?: Appearance): void {
  const root = document.getElementById('root');
  if (root === null) return;
  createRoot(root).render(
    <AppProvider appearance={appearance}>
      <PanePage>{content}</PanePage>
    </AppProvider>,
  );
}

/** The rules and the host come after the first screen. */
async function loadAssistant(): Promise<Assistant> {
  const [{ createAssistant }, { createExcelHost }] = await Promise.all([
    import('../app/create-assistant'),
    import('../host/excel/host'),
  ]);
  return createAssistant(createExcelHost());
}

/** Last year's workbook comes from a file: Excel shows an add-in one workbook only. */
async function readWorkbook(file: File): Promise<WorkbookSnapshot> {
  const { openXlsx } = await import('../host/xlsx/open-xlsx');
  return (await openXlsx(new Uint8Array(await file.arrayBuffer()), file.name)).read();
}

async function saveDocument({ name, blocks }: NarrativeDocument): Promise<void> {
  const { DOCX_TYPE, writeDocx } = await import('../host/docx/write-docx');
  saveFile(`${name}.docx`, (await writeDocx(blocks)).slice(), DOCX_TYPE);
}

const readText: ReadText = async (file) => {
  const { readParagraphs } = await import('../host/docx/read-docx');
  return { name: file.name, passages: readParagraphs(new Uint8Array(await file.arrayBuffer()), file.name) };
};

async function start(): Promise<void> {
  const { application, supported } = await whenOfficeReady();
  if (application !== 'Excel') {
    show(
      <Unavailable
        title="请在 Excel 中打开"
        sentence="本页面是 Excel 加载项的任务窗格。没有安装加载项时，可以用浏览器打开网页版，功能相同。"
      />,
    );
    return;
  }
  const appearance = isDarkTheme() ? 'dark' : 'light';
  if (!supported) {
    show(<Unavailable title="Excel 版本过低" sentence={new HostError('unsupported').message} />, appearance);
    return;
  }
  const commands = createCommandChannel();
  bindRibbon(commands);
  show(
    <Pane
      assistant={loadAssistant()}
      readWorkbook={readWorkbook}
      readText={readText}
      saveDocument={saveDocument}
      commands={commands}
    />,
    appearance,
  );
}

void start();
