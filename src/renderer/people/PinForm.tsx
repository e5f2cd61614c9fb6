import { type SubmitEvent, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { Language } from '../../domain/token.ts';
import { useScan } from '../scan/use-scan.ts';
import { useHub } from '../use-hub.ts';
import { isTypedTwice, NewPin, NO_PIN } from './NewPin.tsx';
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

/** Their own PINs, of somebody for whom others chose some: how many, once the hub has asked for them. */
function useOwnPins() {
  const [count, ask] = useState(0);
  const [pin, setPin] = useState(NO_PIN);
  const [secondPin, setSecondPin] = useState(NO_PIN);
  return {
    count,
    ask,
    pin,
    setPin,
    secondPin,
    setSecondPin,
    isWhole: count === 0 || (isTypedTwice(pin) && (count === 1 || isTypedTwice(secondPin))),
    newPins: count === 0 ? null : { pin: pin.once, secondPin: count === 1 ? null : secondPin.once },
  };
}

type OwnPins = ReturnType<typeof useOwnPins>;

/** Who signs in and with what: a name and a PIN, or a card, which may need a PIN besides. */
function useWish(screen: PeopleScreen) {
  const { signIn, trouble, isAsking } = useSignIn(screen);
  const [staffId, setStaffId] = useState<number | null>(null);
  const [card, setCard] = useState<string | null>(null);
  const [pin, setPin] = useState('');
  const own = useOwnPins();
  const byName = staffId === null ? undefined : { staffId };
  const who = card === null ? byName : { card };
  useScan((read) => {
    setPin('');
    setCard(read);
    void signIn({ who: { card: read }, pin: null, newPins: null });
  }, true);
  return {
    staffId,
    setStaffId,
    hasCard: card !== null,
    pin,
    setPin,
    own,
    isAsking,
    canGo: who !== undefined && pin !== '' && own.isWhole && !isAsking,
    // A card that needs a PIN besides is no wrong one yet; PINs that are to be chosen are asked for in words of their own.
    says(cardOf: string, language: Language): string | undefined {
      if (trouble?.code === 'pinToChange') return undefined;
      return card !== null && trouble?.code === 'wrongPin' && pin === '' ? cardOf : trouble?.message[language];
    },
    async go(): Promise<void> {
      const wrong = who && (await signIn({ who, pin, newPins: own.newPins }));
      if (wrong?.code === 'pinToChange') own.ask(Number(wrong.details?.['pins'] ?? 1));
      else if (wrong && own.newPins === null) setPin('');
    },
  };
}

/** The fields for their own PINs. */
function OwnPinFields({ own, language }: { readonly own: OwnPins; readonly language: Language }) {
  if (own.count === 0) return null;
  return (
    <>
      <p role="status">{peopleText[language]('ownPins')}</p>
      <NewPin which="newPin" language={language} typed={own.pin} onChange={own.setPin} />
      {own.count === 1 ? null : (
        <NewPin which="secondPin" language={language} typed={own.secondPin} onChange={own.setSecondPin} />
      )}
    </>
  );
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
      <OwnPinFields own={wish.own} language={language} />
      <p className={styles.trouble} role="alert">
        {wish.says(text('cardOf'), language)}
      </p>
      <Button type="submit" className={styles.go ?? ''} isDisabled={!isLive || !wish.canGo}>
        {text(wish.isAsking ? 'asking' : wish.own.count === 0 ? 'go' : 'ownGo')}
      </Button>
      <small>{text('orCard')}</small>
    </form>
  );
}
