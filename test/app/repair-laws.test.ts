import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import { createAssistant } from '../../src/app/create-assistant';
import { checkWorkbook, examine, type CheckReport } from '../../src/app/check';
import { createMemoryHost } from '../../src/host/memory';
import { openXlsx } from '../../src/host/xlsx/open-xlsx';
import { formatCell } from '../../src/workbook/address';
import { makeBook } from '../accuracy/book';
import { publishedSample } from '../sample/clean';
import { planReleased, planReleasedRepair } from '../support/release';

const SEEDS = Array.from({ length: 60 }, (_, seed) => seed + 1);

/** What is found beside the rounding differences. */
const othersIn = ({ findings }: CheckReport): string[] =>
  findings.flatMap(({ severity, rule, cells: [cell] }) =>
    severity === 'rounding' ? [] : `${severity} ${rule} ${cell === undefined ? '' : formatCell(cell)}`,
  );

test.each(SEEDS)('book %i: read afresh, what was resolved holds, and nothing new is found', async (seed) => {
  const { snapshot } = makeBook(seed);
  const examination = examine(snapshot);
  const { rows, minimal, conflicts, unresolved } = planReleasedRepair(examination);
  const host = createMemoryHost(snapshot, { display: (value) => (typeof value === 'number' ? value.toFixed(2) : String(value ?? '')) });
  await host.write(rows.map(({ edit }) => edit));
  const after = await host.read();
  expect([minimal, conflicts]).toEqual([true, []]);
  const open = examine(after).judgement.equations.filter(({ verdict }) => verdict !== 'exact' && verdict !== 'error');
  expect(open.map(({ rule }) => rule).sort()).toEqual(unresolved.map(({ rule }) => rule).sort());
  const known = new Set(othersIn(checkWorkbook(snapshot)));
  expect(othersIn(checkWorkbook(after)).filter((found) => !known.has(found))).toEqual([]);
});

test('a repaired file gets back every byte of every part when the repair is undone, after a second check too', async () => {
  const file = new Uint8Array(await readFile('assets/sample-last-year.xlsx'));
  const host = await openXlsx(file, '上年.xlsx');
  const assistant = createAssistant(host);
  await assistant.check();
  const checked = host.save();
  const { rows } = await planReleased(assistant);
  await assistant.apply(rows.map(({ edit }) => edit));
  await assistant.check();
  expect(unzipSync(host.save())).not.toEqual(unzipSync(checked));
  await assistant.undo();
  expect(unzipSync(host.save())).toEqual(unzipSync(checked));
  await assistant.clearMarks();
  expect(unzipSync(host.save())).toEqual(unzipSync(file));
});

describe('planning that takes longer than a frame', () => {
  let time = 0;
  beforeEach(() => {
    jest.spyOn(Date, 'now').mockImplementation(() => (time += 20));
  });
  afterEach(() => jest.restoreAllMocks());

  test('tells where it stands between its slices, and stops where it is cancelled, writing nothing', async () => {
    const host = createMemoryHost(publishedSample().snapshot);
    const assistant = createAssistant(host);
    await assistant.check();
    const told: (number | null)[] = [];
    await assistant.planRepair({}, { onProgress: ({ done }) => void told.push(done) });
    expect(told.length).toBeGreaterThan(4);
    expect(new Set(told)).toEqual(new Set([null]));

    const before = await host.read();
    const cancel = new AbortController();
    let slices = 0;
    const onProgress = (): void => {
      slices += 1;
      if (slices === 3) cancel.abort();
    };
    await expect(assistant.planRepair({}, { onProgress, signal: cancel.signal })).rejects.toMatchObject({ name: 'AbortError' });
    expect(slices).toBe(3);
    expect(await host.read()).toEqual(before);
    expect((await planReleased(assistant)).rows.length).toBeGreaterThan(0);
  });
});
