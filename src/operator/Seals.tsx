import { Button } from 'react-aria-components/Button';
import type { SeenHead } from '../domain/keeping/kept-heads.ts';
import { QuestionFrame } from '../renderer/QuestionFrame.tsx';
import { ChainHead } from '../renderer/witness/ChainHead.tsx';
import { useKeptHeads } from '../renderer/witness/use-kept-heads.ts';
import { useOperatorText } from './operator-words.tsx';
import questions from './questions/questions.module.css';
import styles from './seals.module.css';

const MOST_DAYS = 5;
const MOST_BREAKS = 3;

const Heads = ({ heads }: { readonly heads: readonly SeenHead[] }) => (
  <dl className={styles.heads}>
    {heads.toReversed().map((head) => (
      <div key={`${head.seq} ${head.hash}`}>
        <dt>
          <bdi className="num" dir="ltr">
            {head.day}
          </bdi>
        </dt>
        <dd>
          <ChainHead seq={head.seq} hash={head.hash} />
        </dd>
      </div>
    ))}
  </dl>
);

/** The newest heads of the log that this machine keeps, to be copied and held against the hub's log by anybody. */
export function Seals({ isOpen, close }: { readonly isOpen: boolean; readonly close: () => void }) {
  const { text } = useOperatorText();
  const { heads, breaks } = useKeptHeads() ?? { heads: [], breaks: [] };
  return (
    <QuestionFrame title={text('seals')} isOpen={isOpen} close={close}>
      <p className={styles.more}>{text('sealsMore')}</p>
      <Heads heads={heads.slice(-MOST_DAYS)} />
      {breaks.length === 0 ? null : (
        <section className={styles.breaks}>
          <h3>{text('sealBreaks')}</h3>
          <Heads heads={breaks.slice(-MOST_BREAKS)} />
        </section>
      )}
      <div className={questions.buttons}>
        <Button className={questions.other ?? ''} autoFocus onPress={close}>
          {text('close')}
        </Button>
      </div>
    </QuestionFrame>
  );
}
