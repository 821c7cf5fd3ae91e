import { createRoot } from 'react-dom/client';
import { HostError } from '../../../src/host/host-error';
import { AppProvider } from '../../../src/pane/AppProvider';
import { Pane } from '../../../src/pane/Pane';
import { PanePage } from '../../../src/pane/PanePage';
import { fakeAssistant, type FakeAssistant } from '../../pane/support/fake-assistant';
import { readText, readWorkbook, saveDocument } from '../../pane/support/workbooks';
import { CLEAR, DIFFERENCES, LONG, NO_TABLES, ORDINARY } from '../../pane/support/reports';

declare global {
  interface Window {
    /** The assistant behind the pane, for a test to speak to. */
    assistant: FakeAssistant;
  }
}

/** The answers a page can be opened with: `?answers=clear`. */
const ANSWERS: Readonly<Record<string, () => FakeAssistant>> = {
  ordinary: () => fakeAssistant(),
  clear: () => fakeAssistant({ report: CLEAR }),
  'no-tables': () => fakeAssistant({ report: NO_TABLES }),
  long: () => fakeAssistant({ report: LONG }),
  failing: () => fakeAssistant({ fault: new HostError('busy') }),
  endless: () => fakeAssistant({ endless: true }),
  unmarked: () => fakeAssistant({ report: { ...ORDINARY, notice: new HostError('protected', '公开06表').message } }),
  conflict: () =>
    fakeAssistant({
      preview: { rows: [], minimal: false, conflicts: ['公开03表!D16 与公开03表!E16 不能同时保持不变：本年支出合计已锁定。'], unresolved: [] },
    }),
  'nothing-to-repair': () => fakeAssistant({ preview: { rows: [], minimal: true, conflicts: [], unresolved: [] } }),
  'edited-narrative': () => fakeAssistant({ differences: DIFFERENCES }),
  'write-fails': () => fakeAssistant({ writeFault: new HostError('protected', '公开06表') }),
};

const answers = new URLSearchParams(window.location.search).get('answers') ?? 'ordinary';
const make = ANSWERS[answers];
const root = document.getElementById('root');
if (make === undefined || root === null) throw new Error(`no answers “${answers}”`);
window.assistant = make();
createRoot(root).render(
  <AppProvider>
    <PanePage>
      <Pane assistant={Promise.resolve(window.assistant)} readWorkbook={readWorkbook} readText={readText} saveDocument={saveDocument} />
    </PanePage>
  </AppProvider>,
);
