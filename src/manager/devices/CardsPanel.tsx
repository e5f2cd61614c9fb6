import { type SubmitEvent, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { TextField } from 'react-aria-components/TextField';
import type { ManagerView } from '../../protocol/views/views.ts';
import { useHub } from '../../renderer/use-hub.ts';
import { useManagerText } from '../manager-words.tsx';
import { Empty, Panel } from '../Panel.tsx';
import panel from '../panel.module.css';
import { useCentre } from '../use-centre.ts';
import { type Send, useSend } from '../use-send.ts';
import { useMay } from '../use-may.ts';
import styles from './cards.module.css';

type Card = ManagerView['staffCards'][number];

/** A name and a card: the reader types the number into its field, and its Enter adds it. */
function AddCard({ send }: { readonly send: Send }) {
  const { text } = useManagerText();
  const { isLive } = useHub();
  const [name, setName] = useState('');
  const [card, setCard] = useState('');
  const isWhole = name.trim() !== '' && card.trim() !== '';
  const add = async () => {
    const { ok } = await send('enrolCard', { name: name.trim(), card: card.trim() });
    if (ok) setName('');
    setCard('');
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isWhole) void add();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField value={name} onChange={setName} maxLength={60}>
        <Label>{text('cardName')}</Label>
        <Input autoComplete="off" />
      </TextField>
      <TextField value={card} onChange={setCard} maxLength={64}>
        <Label>{text('cardNumber')}</Label>
        <Input type="password" autoComplete="off" dir="ltr" />
      </TextField>
      <Button type="submit" className={panel.plain ?? ''} isDisabled={!isLive || !isWhole}>
        {text('cardAdd')}
      </Button>
    </form>
  );
}

function CardRow({ card: { id, name, addedAt }, send }: { readonly card: Card; readonly send: Send }) {
  const { text } = useManagerText();
  const { isLive } = useHub();
  const may = useMay();
  const { when } = useCentre();
  return (
    <li>
      <strong>
        <bdi>{name}</bdi>
      </strong>
      <small>{text('cardSince', { when: when(addedAt) })}</small>
      {may('removeCard') ? (
        <Button
          className={panel.plain ?? ''}
          aria-label={text('cardRemoveOf', { name })}
          isDisabled={!isLive}
          onPress={() => void send('removeCard', { cardId: id })}
        >
          {text('cardRemove')}
        </Button>
      ) : null}
    </li>
  );
}

/** The cards by which staff are known. Their numbers are not kept, so that they cannot be shown. */
export function CardsPanel({ cards }: { readonly cards: readonly Card[] }) {
  const { language, text } = useManagerText();
  const may = useMay();
  const { trouble, send } = useSend();
  return (
    <Panel title={text('cardsTitle')} more={text('cardsMore')}>
      {may('enrolCard') ? <AddCard send={send} /> : null}
      <p className={styles.trouble} role="alert">
        {trouble?.message[language]}
      </p>
      {cards.length === 0 ? (
        <Empty>{text('noCards')}</Empty>
      ) : (
        <ul className={styles.cards}>
          {cards.map((card) => (
            <CardRow key={card.id} card={card} send={send} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
