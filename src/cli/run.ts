import { readFile, writeFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Assistant } from '../app/assistant';
import { checkWorkbook, examine } from '../app/check';
import { createAssistant, marksOf } from '../app/create-assistant';
import { narrativeDocument } from '../app/narrative-document';
import { narrativeSheet } from '../app/narrative-sheet';
import { planRoundingRepair } from '../app/repair';
import { sourcesOf } from '../app/supplement';
import { HostError } from '../host/host-error';
import { openXlsx } from '../host/xlsx/open-xlsx';
import type { XlsxHost } from '../host/xlsx/xlsx-host';
import { HOUSE_STYLES, HUNAN, readStyleFile, styleFile } from '../narrative/house-styles';
import type { TextDocument } from '../narrative/proofread/document';
import type { HouseStyle } from '../narrative/style';
import type { Answers } from '../narrative/telling';
import { StyleError } from '../narrative/template';
import { readInitialBudget, type InitialBudget } from '../tables/initial-budget';
import { toPlainText } from '../narrative/plain-text';
import { writeNarrative } from '../narrative/write-narrative';
import { readArguments, USAGE, UsageError, type Command } from './arguments';
import { checkJson, narrateJson, repairJson } from './json';
import { checkText, repairText } from './text';

/** Where a run puts its words; tests take them from here. */
export interface Output {
  out(line: string): void;
  error(line: string): void;
}

/** Exit status: nothing wrong, errors found, unusable file or arguments. */
export type ExitCode = 0 | 1 | 2;

/** Carries out one command line. Never throws for what a user can do wrong: one clear sentence on `error` and 2. */
export async function runCommand(argv: readonly string[], output: Output): Promise<ExitCode> {
  try {
    const command = readArguments(argv);
    return await COMMANDS[command.name](command, output);
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof HostError)) throw error;
    output.error(error.message);
    if (error instanceof UsageError) output.error(USAGE);
    return 2;
  }
}

const COMMANDS: Readonly<Record<Command['name'], (command: Command, output: Output) => Promise<ExitCode>>> = {
  check: checkFiles,
  repair,
  narrate,
  style: exportStyle,
  mark,
  audit: (command, output) => addSheet(command, output, (assistant) => assistant.writeAudit()),
  supplement: (command, output) => addSheet(command, output, (assistant) => assistant.writeSupplement()),
};

/** Several files are several reports; one that cannot be read does not stop the others. */
async function checkFiles({ files, json, lastYear, text }: Command, output: Output): Promise<ExitCode> {
  const before = lastYear === null ? null : await (await open(lastYear)).read();
  const texts = text === null ? [] : [await readText(text)];
  let worst: ExitCode = 0;
  for (const file of files) {
    try {
      const report = checkWorkbook(await (await open(file)).read(), before, texts);
      output.out(json ? JSON.stringify(checkJson(report)) : checkText(report));
      if (report.summary.error > 0 && worst === 0) worst = 1;
    } catch (error) {
      if (!(error instanceof HostError || error instanceof UsageError)) throw error;
      output.error(error.message);
      worst = 2;
    }
  }
  return worst;
}

/** While locks exclude one another nothing is written: the user has to say that some may be released. */
async function repair({ files: [file = ''], json, release, output: target }: Command, output: Output): Promise<ExitCode> {
  const host = await open(file);
  const examination = examine(await host.read());
  const locked = planRoundingRepair(examination);
  const released = release ? locked.release.flatMap(({ cells }) => cells) : [];
  const plan = released.length === 0 ? locked : planRoundingRepair(examination, { released });
  const isBlocked = plan.conflicts.length > 0;
  if (target !== null && !isBlocked) {
    await host.write(plan.rows.map(({ edit }) => edit));
    await save(target, host.save());
  }
  output.out(json ? JSON.stringify(repairJson(plan)) : repairText(plan));
  return isBlocked ? 1 : 0;
}

async function narrate(command: Command, output: Output): Promise<ExitCode> {
  const { files: [file = ''], json, output: target, percentDigits, rounding, closeShares } = command;
  const host = await open(file);
  const before = command.lastYear === null ? null : await (await open(command.lastYear)).read();
  const initial = command.budget === null ? null : await readBudget(command.budget);
  const { workbook, accounts, lastYear, budget, supplement } = examine(await host.read(), before, initial);
  const answers = { ...supplement.answers, ...(command.answers === null ? {} : await readAnswers(command.answers)) };
  const style = await styleOf(command.style);
  const choices = { style, percentDigits, rounding, closeShares };
  const sections = writeNarrative(accounts, { ...choices, ...sourcesOf(lastYear, budget), answers });
  if (sections.length === 0) throw new UsageError(`“${basename(file)}”中没有找到公开表和绩效自评表，无法编写说明。`);
  switch (target === null ? '' : extname(target).toLowerCase()) {
    case '.docx': {
      const { writeDocx } = await import('../host/docx/write-docx');
      await save(target ?? '', await writeDocx(narrativeDocument(workbook, accounts, sections).blocks));
      break;
    }
    case '.xlsx': {
      const { sheet, memory, differences } = narrativeSheet(await host.read(), sections);
      await host.writeSheet(sheet, memory);
      await save(target ?? '', host.save());
      if (differences.length > 0) output.error(`工作表“${sheet.name}”中有 ${differences.length} 处人工改动，已原样保留。`);
      break;
    }
    case '.txt':
      await save(target ?? '', Buffer.from(toPlainText(sections), 'utf8'));
      break;
  }
  if (json) output.out(JSON.stringify(narrateJson(sections)));
  else if (target === null) output.out(toPlainText(sections));
  return 0;
}

/** Writes a house style that ships as a template file. */
async function exportStyle({ files: [name = ''], output: target }: Command, output: Output): Promise<ExitCode> {
  const style = shippedStyle(name);
  if (style === undefined) throw new UsageError(`没有名为“${name}”的模板，可用：${STYLE_NAMES}。`);
  if (target === null) output.out(styleFile(style));
  else await save(target, Buffer.from(styleFile(style), 'utf8'));
  return 0;
}

const STYLE_NAMES = HOUSE_STYLES.map(({ name }) => name).join('、');

function shippedStyle(name: string): HouseStyle | undefined {
  return HOUSE_STYLES.find((style) => style.name === name);
}

/** The house style of that name, or the one that the file holds; Hunan's where none is named. */
async function styleOf(name: string | null): Promise<HouseStyle> {
  const shipped = name === null ? HUNAN : shippedStyle(name);
  if (shipped !== undefined) return shipped;
  const file = name ?? '';
  if (!/\.json$/i.test(file)) throw new UsageError(`没有名为“${file}”的模板，可用：${STYLE_NAMES}，或 .json 模板文件。`);
  try {
    return readStyleFile(Buffer.from(await load(file)).toString('utf8'));
  } catch (error) {
    throw error instanceof StyleError ? new UsageError(`“${basename(file)}”不能用作模板：\n${error.message}`, { cause: error }) : error;
  }
}

async function readBudget(file: string): Promise<InitialBudget> {
  try {
    const budget = readInitialBudget(await (await open(file)).read());
    if (budget !== null) return budget;
  } catch (error) {
    throw error instanceof RangeError ? new UsageError(error.message, { cause: error }) : error;
  }
  throw new UsageError(`“${basename(file)}”中没有找到《一般公共预算支出表》，取不到年初预算。`);
}

async function mark({ files: [file = ''], output: target, json }: Command, output: Output): Promise<ExitCode> {
  const host = await open(file);
  const report = checkWorkbook(await host.read());
  await host.mark(marksOf(report.findings));
  await save(target ?? '', host.save());
  output.out(json ? JSON.stringify(checkJson(report)) : checkText(report));
  return report.summary.error > 0 ? 1 : 0;
}

/** Puts a sheet of ours into the workbook: 核对底稿 or 补充资料. */
async function addSheet(
  { files: [file = ''], lastYear, output: target, json }: Command,
  output: Output,
  write: (assistant: Assistant) => Promise<string>,
): Promise<ExitCode> {
  const host = await open(file);
  const assistant = createAssistant(host);
  try {
    if (lastYear !== null) assistant.setLastYear(await (await open(lastYear)).read());
    const sheet = await write(assistant);
    await save(target ?? '', host.save());
    output.out(json ? JSON.stringify({ sheet }) : `已写入工作表“${sheet}”。`);
    return 0;
  } catch (error) {
    throw error instanceof RangeError ? new UsageError(error.message, { cause: error }) : error;
  }
}

async function open(file: string): Promise<XlsxHost> {
  return openXlsx(await load(file), basename(file));
}

async function load(file: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(file));
  } catch (error) {
    throw new UsageError(`找不到或打不开文件“${file}”。请检查路径。`, { cause: error });
  }
}

/** A text to be proofread: a .docx or a .txt. */
async function readText(file: string): Promise<TextDocument> {
  const { readParagraphs } = await import('../host/docx/read-docx');
  const name = basename(file);
  return { name, passages: readParagraphs(await load(file), name) };
}

async function save(file: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(file, bytes);
  } catch (error) {
    throw new UsageError(`无法写入“${file}”。请检查文件夹是否存在、文件是否正被打开。`, { cause: error });
  }
}

async function readAnswers(file: string): Promise<Answers> {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(await load(file)).toString('utf8'));
    if (typeof parsed === 'object' && parsed !== null && Object.values(parsed).every((value) => typeof value === 'string')) {
      return parsed as Answers;
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
  }
  throw new UsageError(`“${basename(file)}”不是补充资料：应为 JSON 对象，值都是文字，如 {"键": "12.34"}。`);
}
