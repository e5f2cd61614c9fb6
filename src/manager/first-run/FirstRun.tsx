import { useEffect, useState } from 'react';
import { type CentreFile, WEEK } from '../../protocol/centre-file.ts';
import type { FirstRunEnd, FirstRunOffer } from '../../protocol/first-run.ts';
import type { WireError } from '../../protocol/replies.ts';
import { LanguageSwitch } from '../../renderer/LanguageSwitch.tsx';
import { usePageLanguage } from '../../renderer/use-page-language.ts';
import { useManagerText } from '../manager-words.tsx';
import { Done, type Running } from './Done.tsx';
import styles from './first-run.module.css';
import { askOffer, start } from './hub-without-centre.ts';
import { type Answers, asTaken, keepAnswers, keptAnswers } from './kept-answers.ts';
import { emptyCentre } from './new-centre.ts';
import { Steps } from './Steps.tsx';
import { Welcome } from './Welcome.tsx';

/** The hours of the demo centre. */
const OPEN_ALWAYS = {
  hours: Object.fromEntries(WEEK.map((day) => [day, ['00:00-24:00']])) as CentreFile['hours'],
  holidays: [],
};

/** What the hub offers: undefined until it has answered, null where it has its centre already. */
function useOffer(): FirstRunOffer | null | undefined {
  const [offer, set] = useState<FirstRunOffer | null | undefined>();
  useEffect(() => {
    void askOffer().then(set);
  }, []);
  return offer;
}

/** What was answered so far, kept by the browser until the centre works. */
function useAnswers() {
  const [answers, set] = useState(keptAnswers);
  return [
    answers,
    (next: Answers | undefined) => {
      keepAnswers(next);
      set(next);
    },
  ] as const;
}

/** Starts the hub with its centre. */
function useStart(done: (running: Running) => void) {
  const [isStarting, setStarting] = useState(false);
  const [trouble, setTrouble] = useState<WireError | undefined>();
  const run = async (end: FirstRunEnd, file: CentreFile) => {
    setStarting(true);
    const reply = await start(end);
    setStarting(false);
    setTrouble(reply.ok ? undefined : reply.error);
    if (reply.ok) done({ file, isDemo: end.kind === 'demo' });
  };
  return { isStarting, trouble, run: (end: FirstRunEnd, file: CentreFile) => void run(end, file) };
}

function Page() {
  const { language } = useManagerText();
  const offer = useOffer();
  const [answers, keep] = useAnswers();
  const [running, setRunning] = useState<Running | undefined>();
  const { isStarting, trouble, run } = useStart((started) => {
    keep(undefined);
    setRunning(started);
  });
  if (offer === undefined) return null;
  if (running || offer === null) return <Done running={running} />;
  if (!answers || answers.step < 0) {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const file = emptyCentre(offer.example, zone === 'UTC' ? offer.example.timeZone : zone);
    return (
      <Welcome
        // Who came back here finds what was answered before.
        begin={() => keep({ file: answers && !answers.isFromFile ? answers.file : file, step: 0, isFromFile: false })}
        take={(read) => keep({ file: read, step: 0, isFromFile: true })}
        demo={() => run({ kind: 'demo' }, { ...offer.example, ...OPEN_ALWAYS })}
        isStarting={isStarting}
        trouble={trouble?.message[language]}
      />
    );
  }
  const file = asTaken(answers);
  return (
    <Steps
      offer={offer}
      answers={answers}
      keep={keep}
      leave={() => keep({ ...answers, step: -1 })}
      start={() => run({ kind: 'centre', file }, file)}
      isStarting={isStarting}
      trouble={trouble?.message[language]}
    />
  );
}

/** From nothing to the first token. */
export function FirstRun() {
  const { language, setLanguage } = useManagerText();
  usePageLanguage(language);
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <p>Markaz</p>
        <LanguageSwitch language={language} setLanguage={setLanguage} />
      </header>
      <Page />
    </div>
  );
}
