// `npm start`: builds the product, shows what it finds in the sample workbook, and serves the pages.
import { join } from 'node:path';
import { certificate, serve, untilStopped } from './serve.mjs';
import { root, runInstalled, say } from './steps.mjs';

const FINDINGS = 1;

function fail(sentence) {
  say(sentence);
  process.exit(1);
}

say('正在构建… Building …');
if (runInstalled('webpack/bin/webpack.js', ['--mode', 'production'], { stdio: ['ignore', 2, 2] }) !== 0) {
  fail('构建失败，原因见上。The build failed, see above.');
}
say('\n样例工作簿的核对结果 What the check says about assets/sample.xlsx:\n');
const checked = runInstalled('tsx/dist/cli.mjs', ['src/cli/index.ts', 'check', 'assets/sample.xlsx'], {
  stdio: ['ignore', 'inherit', 'inherit'],
});
if (checked > FINDINGS) fail('样例没有核对成，原因见上。The sample could not be checked, see above.');
try {
  const server = await serve(join(root, 'dist'), {
    port: Number(process.env.PORT ?? 3000),
    tls: certificate(),
  });
  say(`
网页版（不需要 Excel）  Page without Excel:  ${server.address}
Excel 任务窗格          Task pane in Excel:  ${server.address}taskpane.html
按 Ctrl-C 停止。Press Ctrl-C to stop.`);
  if (server.address.startsWith('http:')) {
    say('Excel 只打开 https 网页：安装加载项前请按 README 配置证书。Excel needs https, see README.');
  }
  await untilStopped(server);
} catch (error) {
  fail(error.message);
}
