import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { unzipSync } from 'fflate';
import { runCommand } from '../../src/cli/run';
import { writeDocx } from '../../src/host/docx/write-docx';

const SAMPLE = 'assets/sample.xlsx';
const LAST_YEAR = 'assets/sample-last-year.xlsx';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'final-accounts-'));
});

afterAll(() => rm(folder, { recursive: true }));

interface Ran {
  readonly code: number;
  readonly out: readonly string[];
  readonly errors: readonly string[];
}

async function cli(...argv: readonly string[]): Promise<Ran> {
  const out: string[] = [];
  const errors: string[] = [];
  const code = await runCommand(argv, { out: (line) => out.push(line), error: (line) => errors.push(line) });
  return { code, out, errors };
}

interface FindingJson {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly cells: readonly string[];
  readonly expected: string | null;
  readonly actual: string | null;
  readonly difference: string | null;
  readonly quote: string | null;
  readonly place: { readonly document: string; readonly paragraph: number } | null;
  readonly cause: string | null;
  readonly fix: readonly { readonly cell: string; readonly from: string | null; readonly to: string | null }[] | null;
}

interface ParagraphJson {
  readonly text: string;
  readonly gaps: readonly string[];
  readonly figures: readonly { readonly text: string; readonly cell: string | null }[];
}

interface NarrateJson {
  readonly sections: readonly { readonly id: string; readonly heading: string; readonly paragraphs: readonly ParagraphJson[] }[];
}

interface CheckJson {
  readonly file: string;
  readonly year: number;
  readonly department: string;
  readonly tables: readonly { readonly id: string; readonly title: string; readonly sheet: string; readonly range: string; readonly unit: string }[];
  readonly findings: readonly FindingJson[];
  readonly skipped: readonly { readonly rule: string; readonly because: string }[];
  readonly summary: { readonly error: number; readonly warning: number; readonly rounding: number };
}

const parsed = <T>(line: string | undefined): T => JSON.parse(line ?? '') as T;

async function file(name: string, bytes: Uint8Array | string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

describe('check', () => {
  test('prints one JSON object with the fields of the contract', async () => {
    const { code, out, errors } = await cli('check', SAMPLE, '--json');
    const report = parsed<CheckJson>(out[0]);
    expect([code, out.length, errors]).toEqual([1, 1, []]);
    expect(Object.keys(report)).toEqual(['file', 'year', 'department', 'tables', 'evaluations', 'findings', 'skipped', 'summary']);
    expect(report.tables).toHaveLength(9);
    expect(report.tables[0]).toEqual({ id: 'summary', title: '收入支出决算总表', sheet: '公开01表', range: expect.stringMatching(/^A1:F\d+$/), unit: '万元' });
    expect(Object.keys(report.findings[0] ?? {})).toEqual([
      'rule', 'severity', 'message', 'cells', 'expected', 'actual', 'difference', 'quote', 'place', 'cause', 'fix',
    ]);
    const counted = (severity: string): number => report.findings.filter((finding) => finding.severity === severity).length;
    expect(report.summary).toEqual({ error: counted('error'), warning: counted('warning'), rounding: counted('rounding') });
  });

  test('says what stands and what should stand as plain decimals', async () => {
    const report = parsed<CheckJson>((await cli('check', SAMPLE, '--json')).out[0]);
    const unit = report.findings.find(({ cause }) => cause === 'unit');
    expect(unit?.actual).toMatch(/^\d+$/);
    expect(unit?.expected).toMatch(/^\d+\.\d\d$/);
    expect(unit?.fix?.[0]).toMatchObject({ cell: unit?.cells[0], from: unit?.actual });
  });

  test('prints a JSON line for each of several workbooks, and the worst exit status', async () => {
    const { code, out } = await cli('check', LAST_YEAR, SAMPLE, '--json');
    expect([code, out.map((line) => parsed<CheckJson>(line).file)]).toEqual([1, ['sample-last-year.xlsx', 'sample.xlsx']]);
  });

  test('ends with 0 where nothing is wrong, and with the arithmetic in words', async () => {
    const { code, out } = await cli('check', LAST_YEAR);
    expect(code).toBe(0);
    expect(out.join('\n')).toMatch(/错误 0/);
    expect(out.join('\n')).toMatch(/\[尾差\].*=.*尾差 -?0\.01/);
  });

  test('proofreads a text beside the workbook, and tells its paragraphs', async () => {
    const lines = ['一、收入支出决算总体情况说明', '', '本年收、支总计1.00万元。'];
    const block = (text: string) => ({ role: 'body' as const, runs: [{ text, highlighted: false }] });
    const texts = [
      await file('说明.txt', lines.join('\r\n')),
      await file('说明.docx', await writeDocx(lines.map(block))),
    ];
    for (const text of texts) {
      const { findings } = parsed<CheckJson>((await cli('check', SAMPLE, '--text', text, '--json')).out[0]);
      const places = findings.flatMap(({ rule, place }) => (place === null ? [] : [[rule, place]]));
      expect(places).toEqual([['summary/narrative-amount', { document: basename(text), paragraph: 2 }]]);
      expect((await cli('check', SAMPLE, '--text', text)).out.join('\n')).toContain(`“${basename(text)}”第 2 段`);
    }
  });

  test('compares with last year where its workbook is given', async () => {
    const skippedRules = (ran: Ran): string[] => parsed<CheckJson>(ran.out[0]).skipped.map(({ rule }) => rule);
    expect(skippedRules(await cli('check', SAMPLE, '--json'))).toContain('summary/opening');
    expect(skippedRules(await cli('check', SAMPLE, '--last-year', LAST_YEAR, '--json'))).not.toContain('summary/opening');
  });
});

describe('repair', () => {
  interface RepairJson {
    readonly edits: readonly { readonly cell: string; readonly from: string; readonly to: string }[];
    readonly minimal: boolean;
    readonly conflicts: readonly { readonly cells: readonly string[]; readonly because: string }[];
    readonly unresolved: readonly unknown[];
  }

  test('writes nothing while grand totals exclude one another, and says which', async () => {
    const target = join(folder, 'blocked.xlsx');
    const { code, out } = await cli('repair', LAST_YEAR, '-o', target, '--json');
    const { edits, conflicts, unresolved } = parsed<RepairJson>(out[0]);
    expect([code, edits]).toEqual([1, []]);
    expect(conflicts.length).toBeGreaterThan(0);
    for (const { cells } of conflicts) expect(cells.length).toBeGreaterThan(1);
    const { summary } = parsed<CheckJson>((await cli('check', LAST_YEAR, '--json')).out[0]);
    expect(unresolved).toHaveLength(summary.rounding);
    await expect(readFile(target)).rejects.toThrow();
  });

  test('previews without -o, writes with it, and leaves no rounding difference', async () => {
    const preview = parsed<RepairJson>((await cli('repair', LAST_YEAR, '--release', '--json')).out[0]);
    expect(preview.edits.length).toBeGreaterThan(0);
    expect(preview.minimal).toBe(true);
    for (const { from, to } of preview.edits) expect(Math.abs(Number(to) - Number(from))).toBeCloseTo(0.01, 6);

    const target = join(folder, 'repaired.xlsx');
    expect((await cli('repair', LAST_YEAR, '--release', '-o', target)).code).toBe(0);
    const report = parsed<CheckJson>((await cli('check', target, '--json')).out[0]);
    expect(report.summary).toMatchObject({ error: 0, rounding: preview.unresolved.length });
    expect(parsed<RepairJson>((await cli('repair', target, '--json')).out[0]).edits).toEqual([]);
  });
});

describe('a house style', () => {
  const path = (name: string): string => join(folder, name);

  test('is written out, edited and loaded again', async () => {
    expect((await cli('style', '湖南', '-o', path('模板.json'))).code).toBe(0);
    const text = await readFile(path('模板.json'), 'utf8');
    await writeFile(path('本局.json'), text.replace('收、支总计{total}万元', '收支总计共{total}万元'));
    const { out, code } = await cli('narrate', LAST_YEAR, '--style', path('本局.json'));
    expect(code).toBe(0);
    expect(out.join('\n')).toContain('收支总计共');
  });

  test('that ships is named, and decides the order of the sections', async () => {
    const { out } = await cli('narrate', LAST_YEAR, '--style', '上海', '--json');
    const headings = parsed<NarrateJson>(out[0]).sections.map(({ heading }) => heading);
    expect(headings).toContain('十一、其他重要事项的情况说明');
    expect((await cli('style', '上海')).out.join('\n')).toContain('"name": "上海"');
  });

  test.each([
    ['of an unknown name', ['--style', '北京'], '北京'],
    ['that is not there', ['--style', 'nowhere.json'], 'nowhere.json'],
    ['with digits there are none of', ['--digits', '3'], '--digits'],
    ['with an unknown rounding', ['--rounding', '去尾'], '--rounding'],
  ])('%s is refused in a sentence', async (_, options, words) => {
    const { code, errors } = await cli('narrate', LAST_YEAR, ...options);
    expect(code).toBe(2);
    expect(errors[0]).toContain(words);
  });

  test('that is not sound is refused with all that is wrong', async () => {
    const { out } = await cli('style', '湖南');
    const broken = out.join('\n').replace('收、支总计{total}', '收、支总计{sum}').replace('"revenue/total"', '"revenue/sum"');
    await writeFile(path('坏.json'), broken);
    const { code, errors } = await cli('narrate', LAST_YEAR, '--style', path('坏.json'));
    expect(code).toBe(2);
    for (const words of ['summary/balanced', 'revenue/sum', 'revenue/total']) expect(errors[0]).toContain(words);
  });

  test('digits and rounding are chosen once', async () => {
    const percentages = async (...options: string[]): Promise<readonly string[]> => {
      const { sections } = parsed<NarrateJson>((await cli('narrate', LAST_YEAR, '--json', ...options)).out[0]);
      const figures = sections.flatMap(({ paragraphs }) => paragraphs.flatMap((one) => one.figures.map(({ text }) => text)));
      return figures.filter((text) => text.endsWith('%'));
    };
    expect((await percentages()).every((text) => /\.\d\d%$/.test(text))).toBe(true);
    expect((await percentages('--digits', '1', '--close-shares')).every((text) => /\.\d%$/.test(text))).toBe(true);
  });
});

describe('narrate', () => {
  test('writes JSON whose figures name their cells and whose gaps say what is needed', async () => {
    const { sections } = parsed<NarrateJson>((await cli('narrate', LAST_YEAR, '--json')).out[0]);
    expect(sections.length).toBeGreaterThanOrEqual(7);
    const paragraphs = sections.flatMap((section) => section.paragraphs);
    expect(paragraphs.flatMap(({ gaps }) => gaps).length).toBeGreaterThan(0);
    for (const { text, figures } of paragraphs) for (const figure of figures) expect(text).toContain(figure.text);
    expect(sections[0]?.paragraphs[0]?.figures[0]?.cell).toMatch(/^公开01表!/);
  });

  test.each([['docx', 'word/document.xml'], ['xlsx', 'xl/workbook.xml']])('writes a .%s file', async (extension, part) => {
    const target = join(folder, `narrative.${extension}`);
    expect((await cli('narrate', LAST_YEAR, '-o', target)).code).toBe(0);
    expect(Object.keys(unzipSync(new Uint8Array(await readFile(target))))).toContain(part);
  });

  test('writes plain text', async () => {
    const target = join(folder, 'narrative.txt');
    expect((await cli('narrate', LAST_YEAR, '-o', target)).code).toBe(0);
    expect(await readFile(target, 'utf8')).toContain('一、收入支出决算总体情况说明');
  });
});

test('mark writes a workbook with highlights that a check reads like the original', async () => {
  const target = join(folder, 'marked.xlsx');
  expect((await cli('mark', SAMPLE, '-o', target)).code).toBe(1);
  const sheets = Object.entries(unzipSync(new Uint8Array(await readFile(target)))).filter(([name]) => name.startsWith('xl/worksheets/sheet'));
  expect(sheets.some(([, bytes]) => new TextDecoder().decode(bytes).includes('决算公开助手'))).toBe(true);
  const findings = async (path: string): Promise<readonly FindingJson[]> => parsed<CheckJson>((await cli('check', path, '--json')).out[0]).findings;
  expect(await findings(target)).toEqual(await findings(SAMPLE));
});

test('audit writes a sheet that leaves the check as it was', async () => {
  const target = join(folder, 'audited.xlsx');
  const { code, out } = await cli('audit', SAMPLE, '-o', target, '--json');
  expect([code, out]).toEqual([0, ['{"sheet":"核对底稿"}']]);
  const findings = async (path: string): Promise<readonly FindingJson[]> => parsed<CheckJson>((await cli('check', path, '--json')).out[0]).findings;
  expect(await findings(target)).toEqual(await findings(SAMPLE));
});

test('supplement writes a sheet whose answers the narrative takes', async () => {
  const blank = join(folder, 'supplement.xlsx');
  expect(await cli('supplement', SAMPLE, '-o', blank)).toMatchObject({ code: 0, out: ['已写入工作表“补充资料”。'] });
  const prefilled = join(folder, 'prefilled.xlsx');
  expect((await cli('supplement', blank, '--last-year', LAST_YEAR, '-o', prefilled)).code).toBe(0);
  const gaps = async (path: string): Promise<number> => {
    const { sections } = parsed<NarrateJson>((await cli('narrate', path, '--json')).out[0]);
    return sections.flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.gaps)).length;
  };
  expect(await gaps(blank)).toBe(await gaps(SAMPLE));
  expect(await gaps(prefilled)).toBeLessThan(await gaps(blank));
});

describe('what cannot be used ends with 2 and one clear sentence', () => {
  test.each<readonly [string, readonly string[]]>([
    ['no command', []],
    ['an unknown command', ['verify', SAMPLE]],
    ['no file', ['check']],
    ['an unknown option', ['check', SAMPLE, '--yaml']],
    ['mark without -o', ['mark', SAMPLE]],
    ['audit without -o', ['audit', SAMPLE]],
    ['a supplement to something else', ['supplement', SAMPLE, '-o', 'out.docx']],
    ['the input as output', ['repair', SAMPLE, '-o', SAMPLE]],
    ['an output of another kind', ['repair', SAMPLE, '-o', 'out.pdf']],
    ['a file that is not there', ['check', 'missing.xlsx']],
    ['two files to repair', ['repair', SAMPLE, LAST_YEAR]],
    ['a text for two workbooks', ['check', SAMPLE, LAST_YEAR, '--text', '说明.docx']],
    ['a text of another kind', ['check', SAMPLE, '--text', '说明.doc']],
    ['a text that is not there', ['check', SAMPLE, '--text', '没有.docx']],
  ])('%s', async (_, argv) => {
    const { code, out, errors } = await cli(...argv);
    expect([code, out]).toEqual([2, []]);
    expect(errors[0]).toMatch(/[。：]/);
  });

  const zipped = async (): Promise<Uint8Array> => new Uint8Array(await readFile(SAMPLE));
  test.each<readonly [string, () => Promise<Uint8Array>]>([
    ['an empty file', async () => new Uint8Array(0)],
    ['a text file', async () => new TextEncoder().encode('这不是工作簿')],
    ['a PDF', async () => new TextEncoder().encode('%PDF-1.7\n1 0 obj\n')],
    ['a truncated workbook', async () => (await zipped()).slice(0, 6000)],
    ['a file of 50 MB', async () => new Uint8Array(50 * 1024 * 1024).fill(80)],
  ])('%s', async (name, bytes) => {
    const path = await file(`${name.replace(/\W/g, '-')}.xlsx`, await bytes());
    const { code, out, errors } = await cli('check', path, '--json');
    expect([code, out, errors.length]).toEqual([2, [], 1]);
    expect(errors[0]).toMatch(/。$/);
    expect(errors[0]).not.toMatch(/Error|undefined/);
  });

  test('one bad file of several does not stop the others', async () => {
    const bad = await file('bad.xlsx', 'x');
    const { code, out, errors } = await cli('check', bad, LAST_YEAR, '--json');
    expect([code, out.length, errors.length]).toEqual([2, 1, 1]);
  });
});
