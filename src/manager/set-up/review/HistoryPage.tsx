import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { CentreFile } from '../../../protocol/centre-file.ts';
import type { WireError } from '../../../protocol/replies.ts';
import type { FileChange, FileValue } from '../../../protocol/set-up/file-changes.ts';
import { revert } from '../../../protocol/set-up/file-changes.ts';
import { type FileFault, fileFaults } from '../../../protocol/set-up/file-faults.ts';
import { useHub, useHubClient } from '../../../renderer/use-hub.ts';
import { AskTrouble } from '../../AskTrouble.tsx';
import { useManagerText } from '../../manager-words.tsx';
import panel from '../../panel.module.css';
import { useAnswer } from '../../use-answer.ts';
import { useCentre } from '../../use-centre.ts';
import { useMay } from '../../use-may.ts';
import { Card } from '../Card.tsx';
import { useFaultText } from '../fields/FaultText.tsx';
import { useCentreVersion } from '../use-centre-version.ts';
import { useFilling } from '../use-draft.ts';
import { type ChangeReader, placeWords } from './change-words.ts';
import { type Made, MadeFacts } from './MadeFacts.tsx';
import styles from './review.module.css';

const SEPARATOR = ' · ';

/** Why a change cannot be taken back, with the names of things in place of the hub's paths. */
function useRefusalText(reader: ChangeReader): (error: WireError, made: Made, now: CentreFile) => string {
  const said = useFaultText();
  const wouldBe = (fault: FileFault): string =>
    `${placeWords(fault.path.map(String), reader).join(SEPARATOR)}: ${said(fault)}`;
  return ({ code, details, message }, { changes, kind }, now) => {
    const { text, language } = reader;
    const place = String(details?.['place']);
    // Of the centre it is a path, else a name.
    const isName = kind !== 'changeCentre' && kind !== 'undoSetUp';
    const placeText = isName ? place : placeWords(place.split(SEPARATOR), reader).join(SEPARATOR);
    if (code === 'setUpMoved') return text('takeBackMoved', { place: placeText });
    const [fault] = code === 'badSetUp' ? fileFaults(revert(now as unknown as FileValue, changes as FileChange[])) : [];
    return fault ? text('takeBackBad', { fault: wouldBe(fault) }) : message[language];
  };
}

interface EntryProps {
  readonly made: Made;
  readonly changed: () => void;
}

function useTakeBack(made: Made, changed: () => void) {
  const client = useHubClient();
  const [isSending, setSending] = useState(false);
  const [refused, setRefused] = useState<{ readonly error: WireError; readonly now: CentreFile } | undefined>();
  const takeBack = async () => {
    setSending(true);
    const now = await client.ask({ name: 'centreFile', payload: {} });
    const reply = now.ok ? await client.send('undoSetUp', { seq: made.seq, base: now.value.base }) : now;
    setSending(false);
    setRefused(reply.ok || !now.ok ? undefined : { error: reply.error, now: now.value.file });
    changed();
  };
  return { isSending, refused, takeBack: () => void takeBack() };
}

/** One change: who made it, when, what it was, and the way to take it back. */
function Entry({ made, changed }: EntryProps) {
  const { language, text } = useManagerText();
  const { isLive } = useHub();
  const { when } = useCentre();
  const may = useMay();
  const { file } = useFilling();
  const files = [file];
  const { isSending, refused, takeBack } = useTakeBack(made, changed);
  const refusedText = useRefusalText({ language, text, files });
  return (
    <Card>
      <div className={styles.made}>
        <h4>
          <bdi>{made.actor === 'hub' ? text('byHub') : made.actor}</bdi>
          <small>
            {when(made.at)}
            {made.kind.startsWith('undo') ? ` · ${text('wasTakenBack')}` : ''}
          </small>
        </h4>
        {made.canTakeBack && may('undoSetUp') ? (
          <Button className={panel.plain ?? ''} isDisabled={!isLive || isSending} onPress={takeBack}>
            {text('takeBack')}
          </Button>
        ) : null}
      </div>
      {refused === undefined ? null : (
        <p className={panel.trouble} role="alert">
          {refusedText(refused.error, made, refused.now)}
        </p>
      )}
      {made.kind === 'setUp' && made.changes.length === 0 ? <p>{text('firstSetUp')}</p> : null}
      <MadeFacts made={made} files={files} />
    </Card>
  );
}

/** The pages before the first one, as far as somebody has looked back; anew when something has changed since. */
function useEarlier(last: Made | undefined) {
  const client = useHubClient();
  const [earlier, setEarlier] = useState<{
    readonly of: number;
    readonly entries: Made[];
    readonly hasMore: boolean;
  }>();
  const isOf = earlier !== undefined && earlier.of === last?.seq;
  const entries = isOf ? earlier.entries : [];
  const more = async () => {
    const beforeSeq = entries.at(-1)?.seq ?? last?.seq ?? null;
    const reply = await client.ask({ name: 'setUpHistory', payload: { beforeSeq } });
    if (!reply.ok) return;
    setEarlier({ of: last?.seq ?? 0, entries: [...entries, ...reply.value.entries], hasMore: reply.value.hasMore });
  };
  return { entries, hasMore: isOf ? earlier.hasMore : undefined, more: () => void more() };
}

/** Every change of the centre, of the boards' pictures, of the people and devices, the newest first. */
export function HistoryPage() {
  const { text } = useManagerText();
  const { value, error, again } = useAnswer({ name: 'setUpHistory', payload: { beforeSeq: null } }, useCentreVersion());
  const earlier = useEarlier(value?.entries.at(-1));
  if (!value) return <AskTrouble error={error} again={again} />;
  return (
    <>
      {[...value.entries, ...earlier.entries].map((made) => (
        <Entry key={made.seq} made={made} changed={again} />
      ))}
      {(earlier.hasMore ?? value.hasMore) ? (
        <Button className={panel.plain ?? ''} onPress={earlier.more}>
          {text('historyEarlier')}
        </Button>
      ) : null}
    </>
  );
}
