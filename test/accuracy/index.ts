import { parseArgs } from 'node:util';
import { evaluationFailures, evaluationSummary, measureEvaluations, unmetEvaluationAims } from './evaluation-measure';
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
const [books, seed, show] = (['books', 'seed', 'show'] as const).map((name) => wholeNumber(values[name], name));
const measurement = measure(books ?? 0, seed ?? 0);
const evaluations = measureEvaluations(books ?? 0, seed ?? 0);
const unmet = [...unmetAims(measurement), ...unmetEvaluationAims(evaluations)];
const lines = [
  ...failuresOf(measurement).slice(0, show),
  ...summaryOf(measurement),
  '',
  '绩效 tables',
  ...evaluationFailures(evaluations).slice(0, show),
  ...evaluationSummary(evaluations),
  '',
  unmet.length === 0 ? 'all aims met' : `NOT MET: ${unmet.join(', ')}`,
];
process.stdout.write(`${lines.join('\n')}\n`);
process.exitCode = unmet.length === 0 ? 0 : 1;
