import { createRoot } from 'react-dom/client';
import { HostError } from '../../../src/host/host-error';
import { AppProvider } from '../../../src/pane/AppProvider';
import { Pane } from '../../../src/pane/Pane';
import { PanePage } from '../../../src/pane/PanePage';
import { fakeAssistant, type FakeAssistant } from '../../pane/support/fake-assistant';
import { readText, readWorkbook, saveDocument } from '../../pane/support/workbooks';
import { CLEAR, CONFLICT, DIFFERENCES, LONG, LONG_NAMES, NO_TABLES, NOTHING, ORDINARY } from '../../pane/support/reports';

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
  'long-names': () => fakeAssistant({ report: LONG_NAMES }),
  long: () => fakeAssistant({ report: LONG }),
  failing: () => fakeAssistant({ fault: new HostError('busy') }),
  endless: () => fakeAssistant({ endless: true }),
  unmarked: () => fakeAssistant({ report: { ...ORDINARY, notice: new HostError('protected', '公开06表').message } }),
  conflict: () => fakeAssistant({ preview: CONFLICT }),
  'nothing-to-repair': () => fakeAssistant({ preview: NOTHING }),
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
