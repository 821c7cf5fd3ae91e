import { applyPatches, scanXml, withAttribute, type Patch } from './xml';

/** What may stand before the settings of calculation (ECMA-376 Part 1, CT_Workbook). */
const BEFORE_SETTINGS = [
  'fileVersion', 'fileSharing', 'workbookPr', 'workbookProtection', 'bookViews', 'sheets', 'functionGroups',
  'externalReferences', 'definedNames',
];

/** The workbook's part with the wish that everything be calculated when it is opened. */
export function withFullCalculation(xml: string): string {
  let patch: Patch | undefined;
  let place = 0;
  let prefix = '';
  scanXml(xml, {
    open: (tag) => {
      if (tag.depth === 0) prefix = tag.prefix;
      if (tag.name !== 'calcPr' || tag.depth !== 1) return;
      const text = withAttribute(xml.slice(tag.start, tag.end), 'fullCalcOnLoad', '1');
      patch = { start: tag.start, end: tag.end, text };
    },
    close: (tag, _, end) => {
      if (tag.depth === 1 && BEFORE_SETTINGS.includes(tag.name)) place = end;
    },
  });
  return applyPatches(xml, [patch ?? { start: place, end: place, text: `<${prefix}calcPr fullCalcOnLoad="1"/>` }]);
}
