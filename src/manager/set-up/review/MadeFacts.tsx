import type { AnswerOf } from '../../../protocol/answers/answers.ts';
import type { CentreFile } from '../../../protocol/centre-file.ts';
import type { FileChange } from '../../../protocol/set-up/file-changes.ts';
import { peopleText } from '../../../renderer/people/people-text.ts';
import { keyOr, useManagerText } from '../../manager-words.tsx';
import { ChangeList } from './ChangeList.tsx';
import { Fact } from './Fact.tsx';
import styles from './review.module.css';

/** A change that somebody made, as the hub tells of it. */
export type Made = AnswerOf<'setUpHistory'>['entries'][number];

/** Whether something went by it, by the kind of the event. */
const TAKES_AWAY = /^(?:remove|revoke|lock)/;

/** On which page of the manager what an event is about is seen to. */
function pageOf(kind: Made['kind']): 'page.people' | 'page.devices' | 'page.integrations' {
  if (kind.endsWith('Device')) return 'page.devices';
  return kind.endsWith('ApiKey') || kind.endsWith('Webhook') ? 'page.integrations' : 'page.people';
}

/** What a change changed: of the centre, of the boards' pictures, of the people and devices. */
export function MadeFacts({ made, files }: { readonly made: Made; readonly files: readonly CentreFile[] }) {
  const { language, text } = useManagerText();
  const { kind, changes, media, about } = made;
  const role = about?.role ? peopleText[language](`role_${about.role}`) : '';
  return (
    <>
      <ChangeList changes={changes as FileChange[]} files={files} />
      <ul className={styles.changes}>
        {media.map(({ name, how }) => (
          <Fact key={name} of={text('media_title')} name={name} how={text(`media_${how}`)} isGone={how === 'removed'} />
        ))}
        {about ? (
          <Fact
            of={text(pageOf(kind))}
            name={about.name}
            how={text(keyOr(`made_${kind}`, 'nothing'), { role })}
            isGone={TAKES_AWAY.test(kind)}
          />
        ) : null}
      </ul>
    </>
  );
}
