import { type SubmitEvent, useState, useSyncExternalStore } from 'react';
import { Button } from 'react-aria-components/Button';
import type { Language } from '../../domain/token.ts';
import { APPROVED_BY } from '../../protocol/roles.ts';
import type { WireError } from '../../protocol/replies.ts';
import { QuestionFrame } from '../QuestionFrame.tsx';
import { useHubClient } from '../use-hub.ts';
import type { ApprovalDesk, Asked } from './approvals.ts';
import { NameChoice } from './NameChoice.tsx';
import { peopleText } from './people-text.ts';
import { PinField } from './PinField.tsx';
import styles from './people.module.css';
import { useStaff } from './use-sign-in.ts';

type Approver = NonNullable<ReturnType<typeof useStaff>>[number];

/** Somebody gives their second PIN for a command. */
function useApproval({ command, answer }: Asked) {
  const client = useHubClient();
  const [trouble, setTrouble] = useState<WireError | undefined>();
  const approve = async (staffId: number, secondPin: string) => {
    const reply = await client.ask({ name: 'approve', payload: { staffId, secondPin, command } });
    setTrouble(reply.ok ? undefined : reply.error);
    if (reply.ok) answer(reply.value.approval);
  };
  return { trouble, approve };
}

interface ApprovalFormProps {
  readonly asked: Asked;
  readonly approvers: readonly Approver[];
  readonly language: Language;
}

function ApprovalForm({ asked, approvers, language }: ApprovalFormProps) {
  const text = peopleText[language];
  const { trouble, approve } = useApproval(asked);
  const only = approvers.length === 1 ? approvers[0] : undefined;
  const [staffId, choose] = useState<number | null>(only?.id ?? null);
  const [secondPin, setSecondPin] = useState('');
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (staffId !== null) void approve(staffId, secondPin);
    setSecondPin('');
  };
  return (
    <form className={styles.form} onSubmit={onSubmit}>
      <p>{text('approveMore')}</p>
      {only ? (
        <p className={styles.only}>
          <bdi>{only.name}</bdi>
        </p>
      ) : (
        <NameChoice label={text('approver')} staff={approvers} language={language} chosen={staffId} choose={choose} />
      )}
      <PinField label={text('secondPin')} value={secondPin} onChange={setSecondPin} autoFocus={only !== undefined} />
      <p className={styles.trouble} role="alert">
        {trouble?.message[language]}
      </p>
      <div className={styles.pair}>
        <Button type="submit" className={styles.go ?? ''} isDisabled={staffId === null || secondPin === ''}>
          {text('approveGo')}
        </Button>
        <Button className={styles.plain ?? ''} onPress={() => asked.answer(undefined)}>
          {text('cancel')}
        </Button>
      </div>
    </form>
  );
}

/** The form, once it is known who may approve it. */
function Approval({ asked, language }: Omit<ApprovalFormProps, 'approvers'>) {
  const staff = useStaff();
  const roles = APPROVED_BY[asked.command] ?? [];
  if (!staff) return <p>{peopleText[language]('asking')}</p>;
  const approvers = staff.filter(({ role, canApprove }) => canApprove && roles.includes(role));
  return <ApprovalForm asked={asked} approvers={approvers} language={language} />;
}

/** Asks for a second PIN when a command of this page needs one. */
export function ApprovalDialog({ desk, language }: { readonly desk: ApprovalDesk; readonly language: Language }) {
  const asked = useSyncExternalStore(desk.subscribe, desk.asked);
  return (
    <QuestionFrame
      title={peopleText[language]('approveTitle')}
      isOpen={asked !== undefined}
      close={() => asked?.answer(undefined)}
    >
      {asked ? <Approval asked={asked} language={language} /> : null}
    </QuestionFrame>
  );
}
