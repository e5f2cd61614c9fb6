import { RotateCcw, TicketPlus } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Num } from '../../renderer/Num.tsx';
import { useHub } from '../../renderer/use-hub.ts';
import buttons from '../buttons.module.css';
import { type AnswerPageValue, FIRST_PAGE, type KioskPage } from '../kiosk-page.ts';
import { useKioskText } from '../kiosk-words.tsx';
import { factsOf } from './answer-facts.ts';
import { answerKindOf } from './answer-kinds.ts';
import styles from './answer.module.css';

interface AnswerPageProps {
  readonly page: AnswerPageValue;
  readonly go: (page: KioskPage) => void;
}

function WaysOn({ page: { error, again }, go }: AnswerPageProps) {
  const { text } = useKioskText();
  const { canTryAgain, canTake } = answerKindOf(error.code);
  return (
    <>
      {canTryAgain ? (
        <Button className={buttons.main ?? ''} onPress={() => go(again)}>
          <RotateCcw aria-hidden="true" width="1.1em" height="1.1em" /> {text('tryAgain')}
        </Button>
      ) : null}
      {canTake ? (
        <Button className={(canTryAgain ? buttons.other : buttons.main) ?? ''} onPress={() => go(FIRST_PAGE)}>
          <TicketPlus aria-hidden="true" width="1.2em" height="1.2em" /> {text('takeWithout')}
        </Button>
      ) : null}
      {canTryAgain || canTake ? null : (
        <Button className={buttons.main ?? ''} onPress={() => go(FIRST_PAGE)}>
          {text('done')}
        </Button>
      )}
    </>
  );
}

/** Why nothing came of it, in plain words, and what to do now. */
export function AnswerPage({ page, go }: AnswerPageProps) {
  const { language, other, text, otherText } = useKioskText();
  const { centre } = useHub().views;
  const { error } = page;
  const { icon: Icon, title, next } = answerKindOf(error.code);
  const facts = factsOf(error, centre, language);
  const label = error.details?.['label'];
  return (
    <div className={styles.page}>
      <div className={styles.answer} role="status">
        <span className={styles.icon}>
          <Icon aria-hidden="true" width="1em" height="1em" strokeWidth={1.75} />
        </span>
        <h1>{text(title)}</h1>
        <p className={styles.other} lang={other}>
          {otherText(title)}
        </p>
        {label === undefined ? null : <Num className={styles.label ?? ''}>{label}</Num>}
        {facts.length === 0 ? null : (
          <dl className={styles.facts}>
            {facts.map(({ name, value }) => (
              <div key={name}>
                <dt>{text(name)}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        )}
        <p className={styles.next}>{next ? text(next) : error.message[language]}</p>
      </div>
      <div className={styles.ways}>
        <WaysOn page={page} go={go} />
      </div>
    </div>
  );
}
