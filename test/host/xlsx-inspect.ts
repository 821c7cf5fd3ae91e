import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { columnName, columnNumber } from '../../src/workbook/address';
import { isMarkFormula } from '../../src/host/marks';
import { builtInFormat } from '../../src/host/xlsx/number-format';
import type { OwnFormat, UserRule } from './stage';

/** An element of a part. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
  text: string;
}

/** A part as a tree. Throws where it is not well-formed or uses a prefix that it does not declare. */
export function parseXml(xml: string): XmlNode {
  const root: XmlNode = { name: '', attributes: {}, children: [], text: '' };
  const open: XmlNode[] = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ local, attributes }) => {
    const values = Object.fromEntries(Object.values(attributes).map((one) => [one.local, one.value]));
    const node: XmlNode = { name: local, attributes: values, children: [], text: '' };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('text', (text) => {
    const node = open.at(-1);
    if (node !== undefined) node.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return root;
}

/** All elements of that name below a node, in document order. */
export function all(node: XmlNode | undefined, name: string): XmlNode[] {
  return (node?.children ?? []).flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

/** An .xlsx file looked into as trees: another way than the one that wrote it. */
export interface Inspection {
  /** Part by part, as text. */
  readonly parts: Readonly<Record<string, string>>;
  markedCells(): Record<string, string>;
  userRules(sheet: string): UserRule[];
  ruleCount(sheet: string): number;
  ownFormat(cell: string): OwnFormat;
  /** A part as a tree. */
  document(part: string): XmlNode;
  sheetPart(sheet: string): string;
}

/** Looks into an .xlsx file whose parts are where {@link buildXlsx} puts them. */
export function inspectXlsx(bytes: Uint8Array): Inspection {
  const parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
  const document = (part: string): XmlNode => parseXml(parts[part] ?? '');
  const entries = (): XmlNode[] => all(document('xl/workbook.xml'), 'sheet');

  function sheetPart(sheet: string): string {
    const id = entries().find((entry) => entry.attributes['name'] === sheet)?.attributes['id'];
    const links = all(document('xl/_rels/workbook.xml.rels'), 'Relationship');
    const target = links.find((link) => link.attributes['Id'] === id)?.attributes['Target'];
    if (target === undefined) throw new Error(`no sheet ${sheet}`);
    return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  }

  interface Rule extends UserRule {
    readonly ours: boolean;
  }

  function rulesOf(sheet: string): Rule[] {
    const looks = all(document('xl/styles.xml'), 'dxf');
    return all(document(sheetPart(sheet)), 'conditionalFormatting').flatMap((formatting) =>
      all(formatting, 'cfRule').map((rule) => {
        const look = looks[Number(rule.attributes['dxfId'])];
        const formula = all(rule, 'formula')[0]?.text ?? '';
        return {
          area: formatting.attributes['sqref'] ?? '',
          formula,
          fill: look === undefined ? '' : (all(look, 'bgColor')[0]?.attributes['rgb'] ?? '').slice(2),
          ours: isMarkFormula(formula),
        };
      }),
    );
  }

  return {
    parts,
    document,
    sheetPart,
    markedCells: () => {
      const marked: Record<string, string> = {};
      for (const entry of entries()) {
        const sheet = entry.attributes['name'] ?? '';
        for (const { area, fill } of rulesOf(sheet).filter(({ ours }) => ours)) {
          for (const cell of cellsOf(area)) {
            if (`${sheet}!${cell}` in marked) throw new Error(`${sheet}!${cell} is marked twice`);
            marked[`${sheet}!${cell}`] = fill;
          }
        }
      }
      return marked;
    },
    userRules: (sheet) => {
      return rulesOf(sheet).flatMap(({ ours, area, formula, fill }) => (ours ? [] : [{ area, formula, fill }]));
    },
    ruleCount: (sheet) => rulesOf(sheet).length,
    ownFormat: (cell) => {
      const at = cell.lastIndexOf('!');
      const cells = all(document(sheetPart(cell.slice(0, at))), 'c');
      const style = Number(cells.find((one) => one.attributes['r'] === cell.slice(at + 1))?.attributes['s'] ?? 0);
      const styles = document('xl/styles.xml');
      const inside = (name: string): XmlNode[] => all(styles, name)[0]?.children ?? [];
      const xf = inside('cellXfs')[style];
      const font = inside('fonts')[Number(xf?.attributes['fontId'])];
      const fill = inside('fills')[Number(xf?.attributes['fillId'])];
      const pattern = inside('numFmts').find((one) => one.attributes['numFmtId'] === xf?.attributes['numFmtId']);
      const colour = fill === undefined ? undefined : all(fill, 'fgColor')[0];
      return {
        bold: font !== undefined && all(font, 'b').length > 0,
        fill: colour?.attributes['rgb']?.slice(2) ?? null,
        numberFormat: pattern?.attributes['formatCode'] ?? builtInFormat(Number(xf?.attributes['numFmtId'] ?? 0)),
      };
    },
  };
}

function cellsOf(areas: string): string[] {
  return areas.split(' ').flatMap((area) => {
    const [, left = '', top = '', right = left, bottom = top] = /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(area) ?? [];
    const cells: string[] = [];
    for (let row = Number(top); row <= Number(bottom); row += 1) {
      for (let column = columnNumber(left); column <= columnNumber(right); column += 1) {
        cells.push(columnName(column) + row);
      }
    }
    return cells;
  });
}
