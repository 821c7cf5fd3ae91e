import type { Area } from '../../../src/workbook/address';
import { accessDenied, invalidArgument, itemNotFound, RichApiError } from './faults';
import { newId, type RuleState, type SheetState } from './model';
import { asText, only, type Remote } from './remote';
import type { Json } from './wire';

/** The conditional formats that cover any of these cells, highest priority first; a new one is put on top. */
export function ruleCollectionRemote(sheet: SheetState, areas: readonly Area[]): Remote {
  const rules = (): RuleState[] => sheet.rules.filter((rule) => rule.areas.some((area) => areas.some(meets(area))));
  return {
    type: 'ConditionalFormatCollection',
    items: () => rules().map((rule) => ruleRemote(sheet, rule)),
    make: {
      Add: (type) => {
        guard(sheet);
        only(type, 'Custom', 'conditional format');
        const rule: RuleState = { id: newId(), type: 'Custom', areas, formula: '', fill: null };
        sheet.rules.unshift(rule);
        return ruleRemote(sheet, rule);
      },
    },
    item: (id) => {
      const rule = rules().find((known) => known.id === id);
      if (rule === undefined) throw itemNotFound(`conditional format ${String(id)}`);
      return ruleRemote(sheet, rule);
    },
  };
}

function ruleRemote(sheet: SheetState, rule: RuleState): Remote {
  return {
    type: 'ConditionalFormat',
    id: rule.id,
    get: {
      Id: () => rule.id,
      Type: () => {
        if (rule.type === 'Unreadable') throw itemNotFound(`conditional format ${rule.id}`);
        return rule.type;
      },
    },
    open: {
      Custom: () => {
        if (rule.type !== 'Custom') {
          throw new RichApiError('InvalidOperation', 'This operation is not permitted for the current object.');
        }
        return customRemote(sheet, rule);
      },
    },
    call: {
      Delete: () => {
        guard(sheet);
        sheet.rules = sheet.rules.filter((other) => other !== rule);
      },
    },
  };
}

function customRemote(sheet: SheetState, rule: RuleState): Remote {
  return {
    type: 'CustomConditionalFormat',
    open: {
      Rule: () => ({
        type: 'ConditionalFormatRule',
        get: { Formula: () => rule.formula },
        set: {
          Formula: (value) => {
            guard(sheet);
            rule.formula = formulaOf(value);
          },
        },
      }),
      Format: () => ({
        type: 'ConditionalRangeFormat',
        open: {
          Fill: () => ({
            type: 'ConditionalRangeFill',
            set: {
              Color: (value) => {
                guard(sheet);
                const colour = /^#([0-9A-F]{6})$/i.exec(asText(value, 'colour'))?.[1];
                if (colour === undefined) throw invalidArgument(`colour ${String(value)}`);
                rule.fill = colour;
              },
            },
          }),
        },
      }),
    },
  };
}

function formulaOf(value: Json): string {
  const formula = asText(value, 'formula');
  if (!formula.startsWith('=')) throw invalidArgument(`formula ${formula}`);
  return formula;
}

function guard(sheet: SheetState): void {
  if (sheet.protected) throw accessDenied();
}

const meets =
  (a: Area) =>
  (b: Area): boolean =>
    a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
