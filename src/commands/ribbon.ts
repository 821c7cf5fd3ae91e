import { onRibbonCommand } from '../host/excel/office';
import type { CommandChannel, PaneCommand } from '../pane/commands';

/** The functions that manifest.xml binds to ribbon buttons, and what each asks of the pane. */
export const RIBBON_FUNCTIONS: Readonly<Record<string, PaneCommand>> = {
  runCheck: 'check',
  planRepair: 'repair',
};

/**
 * Binds the ribbon's buttons: each passes its command on and brings the pane before the user's eyes. The pane
 * lives in the shared runtime, so a command reaches it also while it is closed.
 */
export function bindRibbon(channel: CommandChannel): void {
  for (const [name, command] of Object.entries(RIBBON_FUNCTIONS)) {
    onRibbonCommand(
      name,
      async () => {
        channel.send(command);
        await Office.addin.showAsTaskpane();
      },
      reportError,
    );
  }
}
