import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { type FileStaff, staffChanges } from '../../../domain/people/file-staff.ts';
import type { WireError } from '../../../protocol/replies.ts';
import { peopleText } from '../../../renderer/people/people-text.ts';
import { useHub } from '../../../renderer/use-hub.ts';
import { useManagerText } from '../../manager-words.tsx';
import { usePeople } from '../../people/use-people.ts';
import { useMay } from '../../use-may.ts';
import fields from '../fields/fields.module.css';
import { Fact } from '../review/Fact.tsx';
import { Refused } from './Refused.tsx';
import review from '../review/review.module.css';

/** The staff that came with a file, and what taking them over would change: they are no part of the draft either. */
export function StaffOfFile({ file }: { readonly file: readonly FileStaff[] }) {
  const { language, text } = useManagerText();
  const { you, isLive } = useHub();
  const { isKnown, staff, send } = usePeople();
  const mayImport = useMay()('importStaff');
  const [isSending, setSending] = useState(false);
  const [trouble, setTrouble] = useState<WireError | undefined>();
  if (!isKnown) return null;
  const { joins, changes } = staffChanges(staff, file, you?.name ?? null);
  const takeOver = async () => {
    setSending(true);
    const reply = await send('importStaff', { staff: [...file] });
    setTrouble(reply.ok ? undefined : reply.error);
    setSending(false);
  };
  const fact = (how: 'importStaffJoins' | 'importStaffBecomes', name: string, role: FileStaff['role']) => {
    const said = text(how, { role: peopleText[language](`role_${role}`) });
    return <Fact key={name} of={text('page.people')} name={name} how={said} isGone={false} />;
  };
  const isSame = joins.length + changes.length === 0;
  return (
    <>
      <p>
        {text('importStaff', { count: file.length })} {text(isSame ? 'importStaffSame' : 'importStaffMore')}
      </p>
      <ul className={review.changes}>
        {joins.map(({ name, role }) => fact('importStaffJoins', name, role))}
        {changes.map(({ of, role }) => fact('importStaffBecomes', of.name, role))}
      </ul>
      {isSame || !mayImport ? null : (
        <Button className={fields.add ?? ''} isDisabled={!isLive || isSending} onPress={() => void takeOver()}>
          <UserPlus aria-hidden="true" width="1em" height="1em" /> {text('importStaffGo')}
        </Button>
      )}
      <Refused error={trouble} />
    </>
  );
}
