import { parseArgs } from 'node:util';
import type { Rounding } from '../narrative/measure';

/** What the user asked for on the command line. */
export interface Command {
  readonly name: (typeof COMMANDS)[number];
  readonly files: readonly string[];
  readonly json: boolean;
  readonly output: string | null;
  readonly lastYear: string | null;
  readonly answers: string | null;
  /** The workbook of the 部门预算. */
  readonly budget: string | null;
  /** The name of a house style that ships, or a template file. */
  readonly style: string | null;
  readonly percentDigits: 1 | 2;
  readonly rounding: Rounding;
  readonly closeShares: boolean;
  /** A .docx or .txt that is proofread against the workbook. */
  readonly text: string | null;
  /** Grand totals that exclude one another are released, as few of them as need be. */
  readonly release: boolean;
}

export const USAGE = `用法：
  npm run --silent cli -- check 工作簿… [--last-year 上年工作簿] [--text 说明.docx|.txt] [--json]  核对公开表和情况说明
  npm run --silent cli -- repair 工作簿 [--release] [-o 输出.xlsx] [--json]  修复尾差；没有 -o 时只预览
  npm run --silent cli -- narrate 工作簿 [--last-year 上年工作簿] [--budget 部门预算工作簿] [--answers 补充.json]
                                  [--style 湖南|上海|模板.json] [--digits 1|2] [--rounding 四舍五入|四舍六入]
                                  [--close-shares] [-o 输出.docx|.xlsx|.txt] [--json]      编写情况说明
  npm run --silent cli -- style 湖南|上海 [-o 模板.json]                      导出措辞模板，修改后用 --style 载入
  npm run --silent cli -- mark 工作簿 -o 输出.xlsx                           标注有误的单元格
  npm run --silent cli -- audit 工作簿 [--last-year 上年工作簿] -o 输出.xlsx [--json]       写入核对底稿
  npm run --silent cli -- supplement 工作簿 [--last-year 上年工作簿] -o 输出.xlsx [--json]  写入或更新补充资料
--release：总计、合计互相冲突时，放开其中改动最少的几个；不放开则不写入。
退出码：0 没有错误，1 有错误或者锁定的数互相冲突，2 文件或参数不可用。`;

/** The arguments cannot be used; the message says why in one sentence. */
export class UsageError extends Error {}

const COMMANDS = ['check', 'repair', 'narrate', 'style', 'mark', 'audit', 'supplement'] as const;
/** Commands whose only result is a workbook. */
const WRITERS: readonly Command['name'][] = ['mark', 'audit', 'supplement'];

/** Reads the command line. Throws a {@link UsageError} where it cannot be carried out. */
export function readArguments(argv: readonly string[]): Command {
  const { positionals, values } = parse(argv);
  const [word, ...files] = positionals;
  const name = COMMANDS.find((command) => command === word);
  if (name === undefined) throw new UsageError(word === undefined ? '没有说明要做什么。' : `没有“${word}”这个命令。`);
  if (files.length === 0) throw new UsageError(name === 'style' ? '没有指定模板，可用：湖南、上海。' : '没有指定工作簿文件。');
  if (files.length > 1 && name !== 'check') throw new UsageError(`${name} 一次只处理一个工作簿。`);
  const output = values.output ?? null;
  if (WRITERS.includes(name) && output === null) throw new UsageError(`${name} 需要用 -o 指定输出的 .xlsx 文件。`);
  if (output !== null && files.includes(output)) throw new UsageError('输出文件不能与输入文件相同，以免覆盖原工作簿。');
  if ((WRITERS.includes(name) || name === 'repair') && output !== null && !/\.xlsx$/i.test(output)) {
    throw new UsageError('输出文件名应以 .xlsx 结尾。');
  }
  if (name === 'narrate' && output !== null && !/\.(?:docx|xlsx|txt)$/i.test(output)) {
    throw new UsageError('输出文件名应以 .docx、.xlsx 或 .txt 结尾。');
  }
  const text = values.text ?? null;
  if (text !== null && (name !== 'check' || files.length > 1)) throw new UsageError('--text 只用于 check，且一次只核对一个工作簿。');
  if (text !== null && !/\.(?:docx|txt)$/i.test(text)) throw new UsageError('--text 的文件名应以 .docx 或 .txt 结尾。');
  return {
    name,
    files,
    output,
    json: values.json ?? false,
    lastYear: values['last-year'] ?? null,
    answers: values.answers ?? null,
    release: values.release ?? false,
    budget: values.budget ?? null,
    style: values.style ?? null,
    percentDigits: digitsOf(values.digits ?? '2'),
    rounding: roundingOf(values.rounding ?? '四舍五入'),
    closeShares: values['close-shares'] ?? false,
    text,
  };
}

function digitsOf(text: string): 1 | 2 {
  if (text !== '1' && text !== '2') throw new UsageError(`--digits 应为 1 或 2，现为“${text}”。`);
  return text === '1' ? 1 : 2;
}

const ROUNDINGS: Readonly<Record<string, Rounding>> = { 四舍五入: 'half-up', 四舍六入: 'half-even' };

function roundingOf(text: string): Rounding {
  const rounding = ROUNDINGS[text];
  if (rounding === undefined) throw new UsageError(`--rounding 应为“四舍五入”或“四舍六入”，现为“${text}”。`);
  return rounding;
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        output: { type: 'string', short: 'o' },
        'last-year': { type: 'string' },
        answers: { type: 'string' },
        budget: { type: 'string' },
        style: { type: 'string' },
        digits: { type: 'string' },
        rounding: { type: 'string' },
        'close-shares': { type: 'boolean' },
        text: { type: 'string' },
        release: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError(`无法识别的选项：${argv.filter((word) => word.startsWith('-')).join(' ')}。`, { cause: error });
  }
}
