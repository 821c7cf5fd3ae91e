import type { OfficeGlobals } from './environment';

/** The emulated Excel behind this test's page, and the files of Office.js that the page loaded. */
export const { excel, loadedFiles } = (globalThis as unknown as { readonly __office: OfficeGlobals }).__office;

/** Makes Office.js refuse calls beyond the requirement sets of this Excel, as an older Excel would itself. */
export function refuseUnsupportedCalls(): void {
  const { CommonUtility } = OfficeExtension as unknown as { CommonUtility: { _doApiNotSupportedCheck: boolean } };
  CommonUtility._doApiNotSupportedCheck = true;
}
