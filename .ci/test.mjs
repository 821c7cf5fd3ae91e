// `npm test`: types, lint, build and every test. Goes on after a failing step, so that one run tells everything, and
// ends with one line `N passed, N failed`: the tests, and each of the other steps as one.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { root, runInstalled, say } from './steps.mjs';

const REPORT = join(root, 'test-output/jest.json');

const STEPS = [
  ['types', () => runInstalled('typescript/bin/tsc', ['-p', 'tsconfig.json'])],
  ['core types', () => runInstalled('typescript/bin/tsc', ['-p', 'src/tsconfig.core.json'])],
  ['lint', () => runInstalled('eslint/bin/eslint.js', ['--config', '.ci/eslint.config.mjs', '--max-warnings', '0', 'src', 'test'])],
  ['build', () => runInstalled('webpack/bin/webpack.js', ['--mode', 'production'])],
  ['browser', browserIsThere],
];

function browserIsThere() {
  try {
    process.env.CHROME_PATH = findBrowser();
    return 0;
  } catch (error) {
    say(error.message);
    return 1;
  }
}

/** Runs every test and counts them. A test that was left out has not passed; a run without tests has failed. */
function runTests() {
  rmSync(REPORT, { force: true });
  const status = runInstalled('jest/bin/jest.js', ['--ci', '--json', '--outputFile', REPORT], { stdio: ['ignore', 'ignore', 'inherit'] });
  try {
    const report = JSON.parse(readFileSync(REPORT, 'utf8'));
    const left = report.numPendingTests + report.numTodoTests;
    const failed = report.numFailedTests + report.numRuntimeErrorTestSuites + left;
    if (left > 0) say(`${left} 个测试没有运行。${left} tests did not run.`);
    return report.numTotalTests === 0 || (failed === 0 && status !== 0)
      ? { passed: report.numPassedTests, failed: Math.max(failed, 1) }
      : { passed: report.numPassedTests, failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

mkdirSync(join(root, 'test-output'), { recursive: true });
const results = STEPS.map(([name, step]) => {
  say(`\n— ${name}`);
  return { name, passed: step() === 0 };
});
say('\n— tests');
const tests = runTests();
const failedSteps = results.filter(({ passed }) => !passed).map(({ name }) => name);
if (failedSteps.length > 0) say(`\n没有通过 Failed: ${failedSteps.join(', ')}`);
const failed = tests.failed + failedSteps.length;
process.stdout.write(`${tests.passed + results.length - failedSteps.length} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
