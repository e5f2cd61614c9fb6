import { type SubmitEvent, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { TextField } from 'react-aria-components/TextField';
import { readCnic } from '../../domain/person/cnic.ts';
import type { ManagerView } from '../../protocol/views/views.ts';
import { useHub } from '../../renderer/use-hub.ts';
import { useManagerText } from '../manager-words.tsx';
import { Panel } from '../Panel.tsx';
import panel from '../panel.module.css';
import { useCentre } from '../use-centre.ts';
import { useMay } from '../use-may.ts';
import { EraseQuestion } from './EraseQuestion.tsx';
import styles from './records.module.css';
import { SubjectFacts } from './SubjectFacts.tsx';
import { useAsk } from './use-ask.ts';

function LastNight({ forgotten }: Pick<ManagerView['keeping'], 'forgotten'>) {
  const { text } = useManagerText();
  const { when } = useCentre();
  if (!forgotten) return null;
  const { at, persons, commands, faults, calls } = forgotten;
  return <p className={styles.soft}>{text('forgottenLast', { persons, commands, faults, calls, when: when(at) })}</p>;
}

/** Looks for what is held of one citizen, and ends it. The number is asked for once, and kept nowhere. */
function Search({ forgotten }: Pick<ManagerView['keeping'], 'forgotten'>) {
  const { language, text } = useManagerText();
  const { isLive } = useHub();
  const { isAsking, reply, ask, forget } = useAsk<'findSubject'>();
  const [cnic, setCnic] = useState('');
  const [step, setStep] = useState<'look' | 'asking' | 'erased'>('look');
  const isWhole = readCnic(cnic) !== undefined;
  const change = (text_: string) => {
    setCnic(text_);
    setStep('look');
    forget();
  };
  const find = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setStep('look');
    if (isWhole) void ask({ name: 'findSubject', payload: { cnic } });
  };
  const erased = () => {
    setCnic('');
    forget();
    setStep('erased');
  };
  return (
    <>
      <form className={styles.form} onSubmit={find}>
        <TextField value={cnic} onChange={change} maxLength={20}>
          <Label>{text('subjectCnic')}</Label>
          <Input autoComplete="off" inputMode="numeric" dir="ltr" />
        </TextField>
        <Button type="submit" className={panel.plain ?? ''} isDisabled={!isLive || !isWhole || isAsking}>
          {text('subjectFind')}
        </Button>
      </form>
      <p role="status">
        {step === 'erased' ? text('subjectErased') : reply?.ok === false && reply.error.message[language]}
      </p>
      {reply?.ok ? (
        <SubjectFacts subject={reply.value} erase={() => setStep('asking')} />
      ) : (
        <LastNight forgotten={forgotten} />
      )}
      {step === 'asking' ? <EraseQuestion cnic={cnic} close={() => setStep('look')} erased={erased} /> : null}
    </>
  );
}

/** Everything that is held of one citizen, for who may ask for it. */
export function SubjectPanel(props: Pick<ManagerView['keeping'], 'forgotten'>) {
  const { text } = useManagerText();
  const may = useMay();
  return (
    <Panel title={text('subjectTitle')} more={text('subjectMore')}>
      {may('findSubject') ? (
        <Search {...props} />
      ) : (
        <>
          <p>{text('subjectByManager')}</p>
          <LastNight {...props} />
        </>
      )}
    </Panel>
  );
}
