import { render } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { AppProvider } from '../../../src/pane/AppProvider';
import type { CommandSource } from '../../../src/pane/commands';
import { Pane } from '../../../src/pane/Pane';
import type { WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { fakeAssistant, type FakeAssistant } from './fake-assistant';

/** What jsdom lacks of a browser, as far as Fluent UI asks for it. */
export function installBrowserParts(): void {
  window.matchMedia = (media) => ({ ...new EventTarget(), media, matches: false, addEventListener() {}, removeEventListener() {} }) as never;
  window.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
}

interface RenderedPane {
  readonly assistant: FakeAssistant;
  readonly user: UserEvent;
  readonly container: HTMLElement;
}

/** A workbook of that file's name with one sheet, or none where the file is empty. */
export async function readWorkbook(file: File): Promise<WorkbookSnapshot> {
  const sheets = file.size === 0 ? [] : [{ name: 'Sheet1', hidden: false, protected: false, rows: [] }];
  return { name: file.name, sheets };
}

/** Puts the pane over a fake assistant on the page. */
export function renderPane(assistant: FakeAssistant = fakeAssistant(), commands?: CommandSource): RenderedPane {
  const { container } = render(
    <AppProvider appearance="light">
      <Pane assistant={Promise.resolve(assistant)} readWorkbook={readWorkbook} {...(commands && { commands })} />
    </AppProvider>,
  );
  return { assistant, user: userEvent.setup(), container };
}
