import { Eye } from 'lucide-react';
import { useState } from 'react';
import { AskTrouble } from '../AskTrouble.tsx';
import { useManagerText } from '../manager-words.tsx';
import { useMay } from '../use-may.ts';
import { DraftBar } from './DraftBar.tsx';
import { FaultLine } from './fields/FaultText.tsx';
import { ReadOnlyContext, useReadOnly } from './read-only.ts';
import { ReviewPage } from './review/ReviewPage.tsx';
import { SECTION_GROUPS, type SectionName, SHOWN_FIELDS } from './sections.ts';
import styles from './set-up.module.css';
import { SideList } from './SideList.tsx';
import { FillingContext, useFilling } from './use-draft.ts';
import { useSetUp } from './use-set-up.ts';

const SECTIONS = SECTION_GROUPS.flatMap(({ sections }) => sections);

function SectionBody({ name }: { readonly name: SectionName }) {
  const { text } = useManagerText();
  const { faults } = useFilling();
  const Body = SECTIONS.find((one) => one.name === name)?.Body;
  return (
    <>
      <header>
        <h1>{text(`section_${name}`)}</h1>
        <p>{text(`section_hint_${name}`)}</p>
      </header>
      {useReadOnly() ? (
        <p className={styles.readOnly} role="note">
          <Eye aria-hidden="true" width="1.2em" height="1.2em" /> {text('setUpReadOnly')}
        </p>
      ) : null}
      <FaultLine fault={faults.find(({ path }) => !SHOWN_FIELDS.has(String(path[0])))} />
      {Body ? <Body /> : null}
    </>
  );
}

/** Where the centre is set up: a draft of the whole, in sections, that is looked at before it is applied. */
export function SetUpPage() {
  const setUp = useSetUp();
  const may = useMay();
  const { draft, filling, error, again } = setUp;
  const [here, go] = useState<SectionName | 'review'>('centre');
  if (!draft || !filling) return <AskTrouble error={error} again={again} />;
  return (
    <FillingContext value={filling}>
      <ReadOnlyContext value={!may('changeCentre')}>
        <div className={styles.page}>
          <SideList draft={draft} here={here === 'review' ? undefined : here} go={go} />
          <div className={styles.column}>
            {/* What scrolls can be scrolled by keyboard, also where nothing in it takes the focus. */}
            <div className={styles.scroll} tabIndex={0} key={here}>
              <div className={styles.body}>
                {here === 'review' ? (
                  <ReviewPage setUp={setUp} done={() => go('history')} back={() => go('centre')} />
                ) : (
                  <SectionBody key={here} name={here} />
                )}
              </div>
            </div>
            <DraftBar setUp={setUp} isReviewing={here === 'review'} review={() => go('review')} />
          </div>
        </div>
      </ReadOnlyContext>
    </FillingContext>
  );
}
