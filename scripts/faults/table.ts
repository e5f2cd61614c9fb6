import { tableOf } from '../table.ts';
import { isBad, type Trial } from './fault.ts';
import { isSurvived, type Outcome } from './run-fault.ts';

const sum = (trials: readonly Trial[], of: (trial: Trial) => number): number =>
  trials.reduce((total, trial) => total + of(trial), 0);

/** The value below which so much of them lies. */
function quantile(values: readonly number[], share: number): string {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return value === undefined ? '–' : `${(value / 1_000).toFixed(2)} s`;
}

const recoveries = ({ trials }: Outcome): readonly number[] => trials.flatMap(({ recoveryMs }) => recoveryMs ?? []);

/** 0 failures in n cases bound the rate at 3/n with 95 % confidence. */
function bound({ trials }: Outcome): string {
  const cases = sum(trials, (trial) => trial.cases);
  // Of what was found nothing is bounded.
  if (cases === 0 || trials.some(isBad)) return '–';
  const percent = Math.min(100, 300 / cases);
  return `< ${percent >= 10 ? Math.round(percent) : percent.toPrecision(2)} %`;
}

const controlWord = ({ hasControlFailed }: Outcome): string =>
  hasControlFailed === undefined ? '–' : hasControlFailed ? 'failed, as it must' : 'DID NOT FAIL';

/** One row a fault, and under it what was skipped and why. */
export function faultTable(outcomes: readonly Outcome[]): string {
  const text = tableOf<Outcome>(
    [
      ['fault', ({ fault }) => fault.name],
      ['trials', ({ trials }) => String(trials.length)],
      ['cases', ({ trials }) => String(sum(trials, (one) => one.cases))],
      ['lost', ({ trials }) => String(sum(trials, (one) => one.lost))],
      ['doubled', ({ trials }) => String(sum(trials, (one) => one.doubled))],
      ['broken', ({ trials }) => String(sum(trials, (one) => one.broken.length))],
      ['recovery p50', (one) => quantile(recoveries(one), 0.5)],
      ['p99', (one) => quantile(recoveries(one), 0.99)],
      ['rate (3/n)', bound],
      ['control', controlWord],
    ],
    outcomes.filter(({ skipped }) => skipped === undefined),
  );
  const skipped = outcomes.flatMap(({ fault, skipped: why }) =>
    why === undefined ? [] : [`skipped: ${fault.name} (${why})`],
  );
  const found = outcomes
    .filter((one) => !isSurvived(one))
    .flatMap(({ fault, trials }) =>
      trials
        .flatMap(({ broken }) => broken.slice(0, 5))
        .map(({ invariant, what }) => `${fault.name}: ${invariant} ${what}`),
    );
  return [text, ...skipped, ...found.slice(0, 40)].join('\n');
}
