import { readFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import { readAccounts } from './src/tables/read-accounts';
import { run } from './src/check/run';
import { RULES } from './src/rules/registry';
import { describeEquation } from './src/check/describe';
import { formatCell } from './src/workbook/address';
export function snap(f: string): any {
  const wb = read(readFileSync(f), { cellNF: true, cellFormula: true });
  return { name: f, sheets: wb.SheetNames.map((n) => { const ws = wb.Sheets[n]!; const r = utils.decode_range(ws['!ref'] ?? 'A1'); const rows: any[] = []; for (let i = 0; i <= r.e.r; i++) { const row: any[] = []; for (let j = 0; j <= r.e.c; j++) { const c = ws[utils.encode_cell({ r: i, c: j })]; row.push({ value: c?.v ?? null, text: c?.w ?? '', formula: c?.f ? '=' + c.f : null }); } rows.push(row); } return { name: n, hidden: false, protected: false, rows }; }) };
}
for (const f of process.argv.slice(2)) { const a = readAccounts(snap(f)); const j = run(a, RULES); console.log('#', f, j.equations.length, j.skipped);
 for (const e of j.equations) if (e.verdict !== 'exact') console.log(e.verdict, e.rule, formatCell(e.total.cell), describeEquation(e, (x) => x.cell.sheet));
 for (const x of j.excesses) console.log('excess', x.rule.id, formatCell(x.part.cell), x.part.label, x.part.shown.toFixed(2), x.whole.shown.toFixed(2));
 for (const i of j.inspected) console.log('inspect', i.rule.id, i.problem.message); }
