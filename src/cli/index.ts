import { runCommand } from './run';

async function main(): Promise<void> {
  try {
    process.exitCode = await runCommand(process.argv.slice(2), {
      out: (line) => console.log(line),
      error: (line) => console.error(line),
    });
  } catch (error) {
    console.error('程序内部出错，没有写出任何文件。请反馈以下信息：');
    console.error(error);
    process.exitCode = 2;
  }
}

void main();
