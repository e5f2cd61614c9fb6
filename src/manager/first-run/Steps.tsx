import { Check } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { FirstRunOffer } from '../../protocol/first-run.ts';
import { fileFaults, type FileFault } from '../../protocol/set-up/file-faults.ts';
import { digits } from '../../renderer/text.ts';
import { useManagerText } from '../manager-words.tsx';
import { type Filling, FillingContext } from '../set-up/use-draft.ts';
import styles from './first-run.module.css';
import { type Answers, asTaken } from './kept-answers.ts';
import { STEPS, type Step } from './steps.ts';
import { Summary } from './Summary.tsx';

interface StepsProps {
  readonly offer: FirstRunOffer;
  readonly answers: Answers;
  readonly keep: (answers: Answers) => void;
  readonly leave: () => void;
  readonly start: () => void;
  readonly isStarting: boolean;
  readonly trouble: string | undefined;
}

/** What is not filled in yet is no fault before somebody wants to go on. */
const EARLY: ReadonlySet<string> = new Set(['empty', 'noneListed', 'unserved', 'printer']);
const isEarly = ({ code }: FileFault): boolean => EARLY.has(code);
const isOf = (step: Step | undefined, { path, code }: FileFault): boolean =>
  code === 'unserved' ? step?.name === 'counters' : step?.fields.includes(String(path[0])) === true;

function Progress({ step, names }: { readonly step: number; readonly names: readonly (Step['name'] | 'summary')[] }) {
  const { language, text } = useManagerText();
  return (
    <ol className={styles.progress} aria-label={text('first_steps')}>
      {names.map((name, place) => (
        <li key={name} aria-current={place === step ? 'step' : undefined} data-done={place < step}>
          <span aria-hidden="true">
            {place < step ? <Check width="16" height="16" strokeWidth={3} /> : digits(place + 1, language)}
          </span>
          {text(`first_step_${name}`)}
        </li>
      ))}
    </ol>
  );
}

/** The steps that there are, how each is left, and what is wrong with the one that is shown. */
function useSteps({ answers, keep, leave }: StepsProps) {
  const { file, step, isFromFile } = answers;
  const faults = useMemo(() => fileFaults(file), [file]);
  const [isTold, tell] = useState(false);
  const steps = isFromFile ? [] : STEPS;
  const here = steps[step];
  const go = (next: number) => {
    tell(false);
    if (next < 0) leave();
    else keep({ ...answers, step: next });
  };
  const next = () => (faults.some((fault) => isOf(here, fault)) ? tell(true) : go(step + 1));
  const shown = here ? faults.filter((fault) => isOf(here, fault) && (isTold || !isEarly(fault))) : faults;
  return { steps, here, faults, shown, go, next };
}

/** Back, what keeps from going on, and on. */
function Foot({ props, steps }: { readonly props: StepsProps; readonly steps: ReturnType<typeof useSteps> }) {
  const { text } = useManagerText();
  const { answers, start, isStarting, trouble } = props;
  const { here, shown, faults, go, next } = steps;
  const toMend = here && shown.length > 0 ? text('draftFaults', { count: shown.length }) : '';
  return (
    <footer>
      <Button className={styles.back ?? ''} isDisabled={isStarting} onPress={() => go(answers.step - 1)}>
        {text('first_back')}
      </Button>
      <p role="alert">{trouble ?? toMend}</p>
      {here ? (
        <Button className={styles.go ?? ''} onPress={next}>
          {text('first_next')}
        </Button>
      ) : (
        <Button className={styles.go ?? ''} isDisabled={isStarting || faults.length > 0} onPress={start}>
          {text(isStarting ? 'first_starting' : 'first_start')}
        </Button>
      )}
    </footer>
  );
}

/** One question after the other, and everything once more at the end. */
export function Steps(props: StepsProps) {
  const { offer, answers, keep } = props;
  const { text } = useManagerText();
  const all = useSteps(props);
  const { steps, here, shown, go } = all;
  const name = here?.name ?? 'summary';
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [name]);
  const filling: Filling = {
    file: answers.file,
    faults: shown,
    change: (make) => keep({ ...answers, file: make(answers.file) }),
  };
  const goTo = (one: Step['name']) => go(steps.findIndex((step) => step.name === one));
  return (
    <FillingContext value={filling}>
      <div className={styles.steps}>
        <Progress step={here ? answers.step : steps.length} names={[...steps.map((one) => one.name), 'summary']} />
        <main className={styles.question}>
          <div className={styles.scroll} tabIndex={0} key={name}>
            <div className={styles.body}>
              <h1 ref={heading} tabIndex={-1}>
                {text(`first_title_${name}`)}
              </h1>
              <p>{text(`first_hint_${name}`)}</p>
              {here ? (
                <here.Body offer={offer} />
              ) : (
                <Summary file={asTaken(answers)} go={steps.length === 0 ? undefined : goTo} />
              )}
            </div>
          </div>
          <Foot props={props} steps={all} />
        </main>
      </div>
    </FillingContext>
  );
}
