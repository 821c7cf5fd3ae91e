import { render } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { AppProvider } from '../../../src/pane/AppProvider';
import type { CommandSource } from '../../../src/pane/commands';
import { Pane } from '../../../src/pane/Pane';
import { readText, readWorkbook, saveDocument } from './workbooks';
import { fakeAssistant, type FakeAssistant } from './fake-assistant';

/** What jsdom lacks of a browser, as far as Fluent UI asks for it. */
export function installBrowserParts(): void {
  const silent = { matches: false, addEventListener() {}, removeEventListener() {} };
  window.matchMedia = (media) => ({ ...silent, media }) as never;
  Element.prototype.scrollIntoView = () => undefined;
  Blob.prototype.text = function text() {
    return new Promise((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(String(reader.result));
      reader.readAsText(this);
    });
  };
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

/** Puts the pane over a fake assistant on the page. */
export function renderPane(assistant: FakeAssistant = fakeAssistant(), commands?: CommandSource): RenderedPane {
  const { container } = render(
    <AppProvider appearance="light">
      <Pane
        assistant={Promise.resolve(assistant)}
        readWorkbook={readWorkbook}
        readText={readText}
        saveDocument={saveDocument}
        {...(commands && { commands })}
      />
    </AppProvider>,
  );
  return { assistant, user: userEvent.setup(), container };
}
