import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useHub } from '../../renderer/use-hub.ts';
import { useManagerText } from '../manager-words.tsx';
import { Empty, Panel } from '../Panel.tsx';
import panel from '../panel.module.css';
import { useMay } from '../use-may.ts';
import styles from './people.module.css';
import { PeopleQuestion, type PeopleWish } from './PeopleQuestion.tsx';
import { PeopleTable } from './PeopleTable.tsx';
import { usePeople } from './use-people.ts';

/** The staff: who may sign in, in which role, and how they are let in again. */
export function PeoplePage() {
  const { text } = useManagerText();
  const { you, isLive } = useHub();
  const { staff, send } = usePeople();
  const [wish, setWish] = useState<PeopleWish | undefined>();
  const mayChange = useMay()('addStaff');
  if (typeof you?.name !== 'string') {
    return (
      <Panel title={text('peopleTitle')}>
        <Empty>{text('peopleDemo')}</Empty>
      </Panel>
    );
  }
  const ask = (kind: 'add' | 'ownPin') => (
    <Button className={panel.plain ?? ''} isDisabled={!isLive} onPress={() => setWish({ kind })}>
      {text(kind === 'add' ? 'peopleAdd' : 'ownPin')}
    </Button>
  );
  return (
    <div className={styles.page}>
      <p>
        {mayChange ? ask('add') : null}
        {ask('ownPin')}
      </p>
      <Panel title={text('peopleTitle')} more={text('peopleMore')}>
        <PeopleTable staff={staff} mayChange={mayChange} wish={setWish} />
      </Panel>
      <PeopleQuestion wish={wish} close={() => setWish(undefined)} send={send} />
    </div>
  );
}
