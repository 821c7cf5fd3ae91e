import { parseArgs } from 'node:util';
import { measure } from './measure';
import { failuresOf, summaryOf, unmetAims } from './summary';

const USAGE = 'npm run accuracy -- [--books N] [--seed S] [--show N]';

function wholeNumber(text: string, name: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) throw new RangeError(`--${name}: ${text}\n${USAGE}`);
  return number;
}

const { values } = parseArgs({
  options: {
    books: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    show: { type: 'string', default: '0' },
  },
});
const measurement = measure(wholeNumber(values.books, 'books'), wholeNumber(values.seed, 'seed'));
const failures = failuresOf(measurement).slice(0, wholeNumber(values.show, 'show'));
const unmet = unmetAims(measurement);
const verdict = unmet.length === 0 ? 'all aims met' : `NOT MET: ${unmet.join(', ')}`;
process.stdout.write(`${[...failures, ...summaryOf(measurement), verdict].join('\n')}\n`);
process.exitCode = unmet.length === 0 ? 0 : 1;
