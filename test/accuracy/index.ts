import { parseArgs } from 'node:util';
import { measure } from './measure';
import { AIMS, failuresOf, ratio, singleCells, summaryOf, tally } from './summary';

const USAGE = 'npm run accuracy -- [--books N] [--seed S] [--show N]';

function wholeNumber(text: string, name: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) throw new RangeError(`--${name} is not a whole number: ${text}\n${USAGE}`);
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
const { recall, prime, value } = tally(singleCells(measurement.mistaken.flatMap(({ outcomes }) => outcomes)));
const falseErrors = measurement.clean.flatMap(({ findings }) => findings).filter(({ severity }) => severity === 'error').length;
const met = [ratio(recall) >= AIMS.recall, ratio(prime) >= AIMS.prime, ratio(value) >= AIMS.value, falseErrors <= AIMS.falseErrors];
const aims = `aims: recall ≥ ${AIMS.recall}, prime suspect ≥ ${AIMS.prime}, value ≥ ${AIMS.value}, false errors ${AIMS.falseErrors}`;
const lines = [...failures, ...summaryOf(measurement), `${aims}: ${met.every(Boolean) ? 'met' : 'NOT MET'}`];
process.stdout.write(`${lines.join('\n')}\n`);
process.exitCode = met.every(Boolean) ? 0 : 1;
