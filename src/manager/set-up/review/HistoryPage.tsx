import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { AnswerOf } from '../../../protocol/answers.ts';
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
import { Card } from '../Card.tsx';
import { useFaultText } from '../fields/FaultText.tsx';
import { useCentreVersion } from '../use-centre-version.ts';
import { useFilling } from '../use-draft.ts';
import { ChangeList } from './ChangeList.tsx';
import { type ChangeReader, placeWords } from './change-words.ts';
import styles from './review.module.css';

type Made = AnswerOf<'setUpHistory'>['entries'][number];

const SEPARATOR = ' · ';

/** Why a change cannot be taken back, with the names of things in place of the hub's paths. */
function useRefusalText(reader: ChangeReader): (error: WireError, made: Made, now: CentreFile) => string {
  const said = useFaultText();
  const wouldBe = (fault: FileFault): string =>
    `${placeWords(fault.path.map(String), reader).join(SEPARATOR)}: ${said(fault)}`;
  return ({ code, details, message }, { changes, media }, now) => {
    const { text, language } = reader;
    const place = String(details?.['place']);
    // Of pictures it is the name of a file, of the centre a path.
    const placeText = media.length > 0 ? place : placeWords(place.split(SEPARATOR), reader).join(SEPARATOR);
    if (code === 'setUpMoved') return text('takeBackMoved', { place: placeText });
    const [fault] = code === 'badSetUp' ? fileFaults(revert(now as unknown as FileValue, changes as FileChange[])) : [];
    return fault ? text('takeBackBad', { fault: wouldBe(fault) }) : message[language];
  };
}

/** What became of pictures and videos of the boards. */
function MediaList({ media }: Pick<Made, 'media'>) {
  const { text } = useManagerText();
  return (
    <ul className={styles.changes}>
      {media.map(({ name, how }) => (
        <li key={name} className={styles.change}>
          <p className={styles.place}>
            <span>{text('media_title')}</span>
            <span>
              <bdi>{name}</bdi>
            </span>
            <em data-kind={how}>{text(`media_${how}`)}</em>
          </p>
        </li>
      ))}
    </ul>
  );
}

interface EntryProps {
  readonly made: Made;
  readonly isFirst: boolean;
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
function Entry({ made, isFirst, changed }: EntryProps) {
  const { language, text } = useManagerText();
  const { isLive } = useHub();
  const { when } = useCentre();
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
            {made.kind === 'undoSetUp' || made.kind === 'undoMedia' ? ` · ${text('wasTakenBack')}` : ''}
          </small>
        </h4>
        {isFirst ? null : (
          <Button className={panel.plain ?? ''} isDisabled={!isLive || isSending} onPress={takeBack}>
            {text('takeBack')}
          </Button>
        )}
      </div>
      {refused === undefined ? null : (
        <p className={panel.trouble} role="alert">
          {refusedText(refused.error, made, refused.now)}
        </p>
      )}
      {isFirst ? <p>{text('firstSetUp')}</p> : null}
      <ChangeList changes={made.changes as FileChange[]} files={files} />
      <MediaList media={made.media} />
    </Card>
  );
}

/** Every change of the centre and of the boards' pictures, the newest first. */
export function HistoryPage() {
  const { value, error, again } = useAnswer({ name: 'setUpHistory', payload: {} }, useCentreVersion());
  if (!value) return <AskTrouble error={error} again={again} />;
  return value.entries.map((made) => (
    <Entry key={made.seq} made={made} isFirst={made.changes.length + made.media.length === 0} changed={again} />
  ));
}
