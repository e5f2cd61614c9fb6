import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { AnswerOf } from '../../../protocol/answers/answers.ts';
import type { WireError } from '../../../protocol/replies.ts';
import { useHub, useHubClient } from '../../../renderer/use-hub.ts';
import { AskTrouble } from '../../AskTrouble.tsx';
import { useManagerText } from '../../manager-words.tsx';
import panel from '../../panel.module.css';
import { useAnswer } from '../../use-answer.ts';
import { Card } from '../Card.tsx';
import type { Draft } from '../draft/draft.ts';
import { keepDraft } from '../kept-draft.ts';
import page from '../set-up.module.css';
import type { SetUp } from '../use-set-up.ts';
import { ChangeList } from './ChangeList.tsx';

/** Applies the draft; what was refused is told. */
function useApply({ draft, again }: SetUp, done: () => void) {
  const client = useHubClient();
  const [isSending, setSending] = useState(false);
  const [refused, setRefused] = useState<WireError | undefined>();
  async function apply({ base, file }: Draft): Promise<void> {
    setSending(true);
    const reply = await client.send('changeCentre', { base, file });
    setSending(false);
    // Whether somebody was faster is told by the centre as it is now.
    again();
    if (!reply.ok) return setRefused(reply.error);
    keepDraft(undefined);
    done();
  }
  return { isSending, refused, apply: () => void (draft && apply(draft)) };
}

function Blocks({ blocks }: { readonly blocks: readonly WireError[] }) {
  const { language, text } = useManagerText();
  return (
    <div className={panel.trouble} role="alert">
      <div>
        <p>{text('blocked')}</p>
        {blocks.map(({ message }) => (
          <p key={message.en}>{message[language]}</p>
        ))}
      </div>
    </div>
  );
}

interface ReviewPageProps {
  readonly setUp: SetUp;
  readonly done: () => void;
  readonly back: () => void;
}

type Checked = AnswerOf<'checkCentre'>;

function Refused({ refused }: { readonly refused: WireError | undefined }) {
  const { language } = useManagerText();
  return refused ? (
    <p className={panel.trouble} role="alert">
      {refused.message[language]}
    </p>
  ) : null;
}

/** What the hub says would change, why it cannot be now, and the button that does it. */
function Review({ checked: { changes, blocks }, setUp, done, back }: ReviewPageProps & { readonly checked: Checked }) {
  const { text } = useManagerText();
  const { isLive } = useHub();
  const { draft, isOvertaken } = setUp;
  const { isSending, refused, apply } = useApply(setUp, done);
  const isBlocked = blocks.length > 0;
  const mayApply = [isLive, !isSending, !isOvertaken, !isBlocked, changes.length > 0].every(Boolean);
  return (
    <>
      {isBlocked ? <Blocks blocks={blocks as readonly WireError[]} /> : null}
      <Refused refused={isOvertaken ? undefined : refused} />
      <Card>
        {changes.length === 0 ? <p>{text('reviewNothing')}</p> : null}
        <ChangeList changes={changes} files={draft ? [draft.file, draft.before] : []} />
      </Card>
      <div className={page.test}>
        <Button className={page.go ?? ''} isDisabled={!mayApply} onPress={apply}>
          {text(isSending ? 'applying' : 'apply')}
        </Button>
        <Button className={page.plain ?? ''} onPress={back}>
          {text('reviewBack')}
        </Button>
      </div>
    </>
  );
}

/** What will change in the running hall, before it does. */
export function ReviewPage(props: ReviewPageProps) {
  const { text } = useManagerText();
  const { draft } = props.setUp;
  const question = draft && ({ name: 'checkCentre', payload: { file: draft.file } } as const);
  const { value, error, again } = useAnswer(question, draft?.base ?? '');
  return (
    <>
      <header>
        <h1>{text('reviewTitle')}</h1>
        <p>{text('reviewHint')}</p>
      </header>
      {value ? <Review {...props} checked={value} /> : <AskTrouble error={error} again={again} />}
    </>
  );
}
