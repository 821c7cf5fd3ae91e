import type { WorkbookSpec } from '../../host/stage';
import { installExcel, type EmulatedExcel, type ExcelOptions } from './excel';

declare global {
  interface Window {
    /** Starts the emulated Excel; to be called before office.js is loaded. */
    __installExcel: (workbook: WorkbookSpec, options: ExcelOptions) => void;
    __excel: EmulatedExcel;
  }
}

window.__installExcel = (workbook, options) => {
  window.__excel = installExcel(window, workbook, options);
};
