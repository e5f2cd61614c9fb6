import { type SubmitEvent, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { Language } from '../../domain/token.ts';
import { useScan } from '../scan/use-scan.ts';
import { useHub } from '../use-hub.ts';
import { NameChoice } from './NameChoice.tsx';
import { peopleText } from './people-text.ts';
import { PinField } from './PinField.tsx';
import styles from './people.module.css';
import type { PeopleScreen } from './session-key.ts';
import { useSignIn, useStaff } from './use-sign-in.ts';

interface PinFormProps {
  readonly screen: PeopleScreen;
  readonly language: Language;
}

/** Who signs in and with what: a name and a PIN, or a card, which may need a PIN besides. */
function useWish(screen: PeopleScreen) {
  const { signIn, trouble, isAsking } = useSignIn(screen);
  const [staffId, setStaffId] = useState<number | null>(null);
  const [card, setCard] = useState<string | null>(null);
  const [pin, setPin] = useState('');
  const byName = staffId === null ? undefined : { staffId };
  const who = card === null ? byName : { card };
  useScan((read) => {
    setPin('');
    setCard(read);
    void signIn({ who: { card: read }, pin: null });
  }, true);
  return {
    staffId,
    setStaffId,
    hasCard: card !== null,
    pin,
    setPin,
    isAsking,
    canGo: who !== undefined && pin !== '' && !isAsking,
    // A card that needs a PIN besides is no wrong one yet.
    says: (text: string, language: Language) =>
      card !== null && trouble?.code === 'wrongPin' && pin === '' ? text : trouble?.message[language],
    async go(): Promise<void> {
      if (who && !(await signIn({ who, pin }))) setPin('');
    },
  };
}

/** Who one is and what one knows; or a card, which says the first and for an operator is enough. */
export function PinForm({ screen, language }: PinFormProps) {
  const text = peopleText[language];
  const staff = useStaff();
  const { isLive } = useHub();
  const wish = useWish(screen);
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void wish.go();
  };
  if (staff?.length === 0) return <p>{text('nobodyYet')}</p>;
  const { staffId, setStaffId, pin, setPin } = wish;
  return (
    <form className={styles.form} onSubmit={onSubmit}>
      {wish.hasCard ? null : (
        <NameChoice label={text('name')} staff={staff ?? []} language={language} chosen={staffId} choose={setStaffId} />
      )}
      <PinField label={text('pin')} value={pin} onChange={setPin} />
      <p className={styles.trouble} role="alert">
        {wish.says(text('cardOf'), language)}
      </p>
      <Button type="submit" className={styles.go ?? ''} isDisabled={!isLive || !wish.canGo}>
        {text(wish.isAsking ? 'asking' : 'go')}
      </Button>
      <small>{text('orCard')}</small>
    </form>
  );
}
