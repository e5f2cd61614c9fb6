import { type ReactNode, type SubmitEvent, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { WireError } from '../../protocol/replies.ts';
import form from '../../renderer/people/people.module.css';
import { peopleText } from '../../renderer/people/people-text.ts';
import { useManagerText } from '../manager-words.tsx';

type Outcome = { readonly ok: true } | { readonly ok: false; readonly error: WireError };

interface PeopleFormProps {
  readonly go: string;
  readonly isWhole: boolean;
  readonly submit: () => Promise<Outcome>;
  readonly close: () => void;
  readonly children: ReactNode;
}

/** A form that closes when the hub has said yes, and says why not else. */
export function PeopleForm({ go, isWhole, submit, close, children }: PeopleFormProps) {
  const { language } = useManagerText();
  const [trouble, setTrouble] = useState<WireError | undefined>();
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isWhole) void submit().then((reply) => (reply.ok ? close() : setTrouble(reply.error)));
  };
  return (
    <form className={form.form} onSubmit={onSubmit}>
      {children}
      <p className={form.trouble} role="alert">
        {trouble?.message[language]}
      </p>
      <div className={form.pair}>
        <Button type="submit" className={form.go ?? ''} isDisabled={!isWhole}>
          {go}
        </Button>
        <Button className={form.plain ?? ''} onPress={close}>
          {peopleText[language]('cancel')}
        </Button>
      </div>
    </form>
  );
}
