import { isExcelSupported } from './run';

/** Where the page finds itself. */
export interface OfficeSurroundings {
  /** `Excel`, another application of Office, or null in a plain browser. */
  readonly application: string | null;
  /** `PC`, `Mac`, `OfficeOnline`, …; null in a plain browser. */
  readonly platform: string | null;
  /** The Excel host can be used here: Excel with ExcelApi 1.9 or later. */
  readonly supported: boolean;
}

/** Waits until Office.js knows where it runs; without Office.js on the page, that is nowhere. */
export async function whenOfficeReady(): Promise<OfficeSurroundings> {
  if (typeof Office === 'undefined') return { application: null, platform: null, supported: false };
  const { host, platform } = await Office.onReady();
  const application = host === null ? null : String(host);
  return {
    application,
    platform: platform === null ? null : String(platform),
    supported: application === 'Excel' && isExcelSupported(),
  };
}

/** Whether Excel shows its dark theme: only Office on the desktop tells, elsewhere it is taken for light. */
export function isDarkTheme(): boolean {
  const colour = Office.context.officeTheme?.bodyBackgroundColor ?? '#FFFFFF';
  const [red = 255, green = 255, blue = 255] = (colour.match(/[0-9A-F]{2}/gi) ?? []).map((part) => parseInt(part, 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}

/**
 * Binds a ribbon button's `FunctionName` in the manifest to what it does. Excel waits for the end, which is
 * reported whether it succeeded or not; an error is handed to `onError`.
 */
export function onRibbonCommand(name: string, run: () => Promise<void>, onError: (error: unknown) => void): void {
  Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
    void run()
      .catch(onError)
      .finally(() => event.completed());
  });
}
