import type { Json } from './wire';

/** What Excel for Windows tells a task pane about itself. */
export interface DesktopOptions {
  /** Requirement sets and their versions. */
  readonly requirementSets: Readonly<Record<string, string>>;
  readonly locale: string;
  /** Path of the file, '' while it was never saved. */
  readonly documentUrl: string;
  readonly version: string;
}

export const DESKTOP: DesktopOptions = {
  requirementSets: { ExcelApi: '1.15', SharedRuntime: '1.1', RibbonApi: '1.1', RichApiRuntime: '1.1' },
  locale: 'zh-CN',
  documentUrl: 'C:\\决算\\决算公开.xlsx',
  version: '16.0.17328.20000',
};

/** The other end of the line: what Excel does with a request and when it has something to tell. */
export interface DesktopEnd {
  /** Carries a batch out and answers its text, or the number of the error that kept it from reaching the workbook. */
  readonly request: (body: string) => string | number;
  /** The answer was handed over. */
  readonly answered: () => void;
}

/** A thing that Excel tells the add-in: a change of a worksheet. */
export interface ExcelMessage {
  /** `Excel.EventType` as a number: 10 is a change of cells. */
  readonly type: number;
  /** Who listens: the id of a worksheet, or `Workbook`. */
  readonly target: string;
  readonly payload: Json;
}

/** What can be done to the add-in from Excel's side. */
export interface DesktopConnection {
  readonly tell: (messages: readonly ExcelMessage[]) => void;
  /** Presses a ribbon button that is bound to this function; resolves when the add-in reports it completed. */
  readonly press: (functionName: string) => Promise<void>;
  /** Requests that were sent and not answered yet. */
  readonly pending: () => number;
}

type Callback = (...args: readonly unknown[]) => void;

const RICH_API_REQUEST = 93;
const COMMAND_COMPLETED = 94;
const RICH_API_EVENT = 33;
const RIBBON_EVENT = 39;
const MESSAGE_CATEGORY = 65_536;

/**
 * Gives a window the `external` object of Excel for Windows, which is all that Office.js knows of Excel. To be
 * called before office.js is loaded; nothing of Office.js is changed.
 */
export function connectDesktop(target: Window, end: DesktopEnd, options: DesktopOptions): DesktopConnection {
  const handlers = new Map<number, Callback>();
  const completions: (() => void)[] = [];
  let pending = 0;

  const later = (run: () => void): void => {
    pending += 1;
    target.setTimeout(() => {
      pending -= 1;
      run();
    }, 0);
  };

  const execute = (dispatchId: number, params: readonly unknown[], callback: Callback): void => {
    if (dispatchId === RICH_API_REQUEST) {
      const [message] = params as readonly [readonly unknown[]];
      later(() => {
        const answer = end.request(String(message[4]));
        if (typeof answer === 'number') callback(safeArray([answer]));
        else callback(safeArray([0, safeArray([200, safeArray([]), answer])]), 0);
        end.answered();
      });
    } else if (dispatchId === COMMAND_COMPLETED) {
      later(() => callback(safeArray([0])));
      completions.shift()?.();
    } else {
      throw new Error(`the emulated Excel does not know dispatch ${dispatchId}`);
    }
  };

  Object.defineProperty(target, 'external', {
    configurable: true,
    value: {
      GetHostInfo: () => `Excel$Win32$16.01$${options.locale}$telemetry$$disableLogging$16`,
      GetLoggingAllowed: () => false,
      GetContext: () => documentContext(options),
      Execute: execute,
      RegisterEvent: (dispatchId: number, _target: string, handler: Callback, callback: Callback) => {
        handlers.set(dispatchId, handler);
        later(() => callback(0));
      },
      UnregisterEvent: (dispatchId: number, _target: string, callback: Callback) => {
        handlers.delete(dispatchId);
        later(() => callback(0));
      },
    },
  });

  return {
    pending: () => pending,
    tell: (messages) => {
      const handler = handlers.get(RICH_API_EVENT);
      if (handler === undefined || messages.length === 0) return;
      const entries = messages.map(({ type, target: to, payload }) =>
        safeArray([MESSAGE_CATEGORY, type, to, JSON.stringify(payload), '']),
      );
      later(() => handler(RICH_API_EVENT, safeArray(entries)));
    },
    press: (functionName) =>
      new Promise((resolve) => {
        const handler = handlers.get(RIBBON_EVENT);
        if (handler === undefined) throw new Error('the add-in does not listen to ribbon commands');
        completions.push(resolve);
        handler(RIBBON_EVENT, safeArray(['1', functionName, JSON.stringify({ source: { id: functionName } })]));
      }),
  };
}

/** The arrays of COM, which is how Excel for Windows speaks to a script. */
function safeArray(items: readonly unknown[]): object {
  return {
    toArray: () => items,
    dimensions: () => 1,
    lbound: () => 0,
    ubound: () => items.length - 1,
    getItem: (index: number) => items[index],
  };
}

function documentContext({ requirementSets, locale, documentUrl, version }: DesktopOptions): object {
  const body = { bodyBackgroundColor: 0xffffff, bodyForegroundColor: 0x333333 };
  const theme = { ...body, controlBackgroundColor: 0xf0f0f0, controlForegroundColor: 0x333333 };
  return {
    GetAppType: () => 1,
    GetSolutionRef: () => '5f0f2c3e-0000-4000-8000-000000000001',
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => locale,
    GetAppDataLocale: () => locale,
    GetDocUrl: () => documentUrl,
    GetAppCapabilities: () => 0,
    GetActivationMode: () => 2,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => '',
    GetCorrelationId: () => '0',
    GetInstanceId: () => '0',
    GetTouchEnabled: () => false,
    GetCommerceAllowed: () => false,
    GetSupportedMatrix: () => JSON.stringify(requirementSets),
    GetHostFullVersion: () => version,
    GetHostCustomMessage: () => '',
    GetInitialDisplayMode: () => 2,
    GetFeaturesForSolution: () => '',
    GetOfficeThemeInfo: () => JSON.stringify(theme),
    GetSettings: () => ({ Read: () => undefined, Write: () => undefined }),
  };
}
