import { readFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import { checkWorkbook } from './src/app/check';
import { formatCell } from './src/workbook/address';
export function snap(f: string): any {
  const wb = read(readFileSync(f), { cellNF: true, cellFormula: true });
  return { name: f, sheets: wb.SheetNames.map((n) => { const ws = wb.Sheets[n]!; const r = utils.decode_range(ws['!ref'] ?? 'A1'); const rows: any[] = []; for (let i = 0; i <= r.e.r; i++) { const row: any[] = []; for (let j = 0; j <= r.e.c; j++) { const c = ws[utils.encode_cell({ r: i, c: j })]; row.push({ value: c?.v ?? null, text: c?.w ?? '', formula: c?.f ? '=' + c.f : null }); } rows.push(row); } return { name: n, hidden: false, protected: false, rows }; }) };
}
for (const f of process.argv.slice(2)) { const t=Date.now(); const s=snap(f); const t1=Date.now(); const r = checkWorkbook(s); console.log('#', f, r.summary, t1-t, Date.now()-t1, 'ms');
 for (const x of r.findings) if (x.severity!=='rounding') console.log(x.severity, x.rule, x.cells.map(formatCell).join(' ').slice(0,200), '|', x.message, '| exp', x.expected?.toFixed(2), 'cause', x.cause, 'fix', JSON.stringify(x.fix?.map(e=>[e.from,e.to])), 'ev', x.evidence.length); }
