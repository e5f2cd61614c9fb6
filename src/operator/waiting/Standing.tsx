import type { CounterView } from '../../protocol/views/views.ts';
import { Pictogram } from '../../renderer/pictograms.tsx';
import { said } from '../../renderer/text.ts';
import { useHub } from '../../renderer/use-hub.ts';
import { ClassChips } from '../current/ClassChips.tsx';
import { SlotChip } from '../current/SlotChip.tsx';
import { useOperatorText } from '../operator-words.tsx';
import styles from './standing.module.css';

type Row = CounterView['next'][number];

/** Several classes, or one beside a slot: by their pictograms, because the words have no room. */
function ClassSigns({ ids }: { readonly ids: readonly string[] }) {
  const { language } = useOperatorText();
  const known = useHub().views.centre?.classes ?? [];
  const classes = known.filter(({ id }) => ids.includes(id));
  const names = classes.map(({ name }) => said(name, language)).join(' · ');
  return (
    <span className={styles.signs} title={names}>
      <span className="visually-hidden">{names}</span>
      {classes.map(({ id, pictogram }) => (
        <Pictogram key={id} name={pictogram} />
      ))}
    </span>
  );
}

/** Why somebody stands where they stand: bound to this counter, by appointment, by class. */
export function Standing({ row: { isBound, slotAt, classes } }: { readonly row: Row }) {
  const { text } = useOperatorText();
  if (isBound) return <span className={styles.bound}>{text('forYou')}</span>;
  if (slotAt === null && classes.length <= 1) return <ClassChips classes={classes} />;
  return (
    <>
      {slotAt === null ? null : <SlotChip slotAt={slotAt} />}
      {classes.length === 0 ? null : <ClassSigns ids={classes} />}
    </>
  );
}
