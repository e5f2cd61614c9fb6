import { Button } from 'react-aria-components/Button';
import { useManagerText } from '../manager-words.tsx';
import { changesOf } from './draft/draft.ts';
import { worthReading } from './review/change-words.ts';
import styles from './set-up.module.css';
import type { SetUp } from './use-set-up.ts';

interface DraftBarProps {
  readonly setUp: SetUp;
  readonly isReviewing: boolean;
  readonly review: () => void;
}

/** Somebody was faster: the way to have both changes. */
function Overtaken({ carryOver }: Pick<SetUp, 'carryOver'>) {
  const { text } = useManagerText();
  return (
    <div className={styles.bar} data-overtaken="true" role="status">
      <p>{text('overtaken')}</p>
      <Button className={styles.go ?? ''} onPress={carryOver}>
        {text('carryOver')}
      </Button>
    </div>
  );
}

/** Nothing is changed: what was discarded just now can be had again. */
function Discarded({ bringBack }: Pick<SetUp, 'bringBack'>) {
  const { text } = useManagerText();
  if (!bringBack) return null;
  return (
    <div className={styles.bar}>
      <p role="status">{text('discarded')}</p>
      <Button className={styles.plain ?? ''} onPress={bringBack}>
        {text('bringBack')}
      </Button>
    </div>
  );
}

/** What was changed here and is not applied yet, and the way to it. */
export function DraftBar({ setUp, isReviewing, review }: DraftBarProps) {
  const { text } = useManagerText();
  const { draft, filling, isOvertaken, carryOver, discard } = setUp;
  const count = draft ? worthReading(changesOf(draft)).length : 0;
  const faults = filling?.faults.length ?? 0;
  if (count === 0) return <Discarded bringBack={setUp.bringBack} />;
  if (isOvertaken) return <Overtaken carryOver={carryOver} />;
  return (
    <div className={styles.bar}>
      <p role="status">
        <strong>{text('draftChanges', { count })}</strong>{' '}
        <span>{faults > 0 ? text('draftFaults', { count: faults }) : text('draftKept')}</span>
      </p>
      <Button className={styles.plain ?? ''} onPress={discard}>
        {text('discard')}
      </Button>
      {isReviewing ? null : (
        <Button className={styles.go ?? ''} isDisabled={faults > 0} onPress={review}>
          {text('review')}
        </Button>
      )}
    </div>
  );
}
