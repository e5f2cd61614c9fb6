import { Lock } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import type { AnswerOf } from '../../protocol/answers/answers.ts';
import { useHub } from '../../renderer/use-hub.ts';
import { peopleText } from '../../renderer/people/people-text.ts';
import { useManagerText } from '../manager-words.tsx';
import panel from '../panel.module.css';
import { useCentre } from '../use-centre.ts';
import styles from './people.module.css';
import type { PeopleWish } from './PeopleQuestion.tsx';

export type Person = AnswerOf<'people'>['staff'][number];

interface PeopleTableProps {
  readonly staff: readonly Person[];
  readonly mayChange: boolean;
  readonly wish: (wish: PeopleWish) => void;
}

/** What is special about somebody, in words. */
function State({ person }: { readonly person: Person }) {
  const { text } = useManagerText();
  const approves = person.role === 'supervisor' || person.role === 'manager';
  return (
    <>
      {person.lockedAt === null ? null : (
        <strong className={styles.locked}>
          <Lock aria-hidden="true" width="1em" height="1em" /> {text('peopleLocked')}
        </strong>
      )}
      {person.hasPin ? null : <strong className={styles.locked}>{text('peopleNoPin')}</strong>}
      {approves && person.hasPin && !person.hasSecondPin ? <span>{text('peopleNoSecond')}</span> : null}
      {person.cards > 0 ? <span>{text('peopleCards', { count: person.cards })}</span> : null}
    </>
  );
}

function Actions({ person, wish }: { readonly person: Person; readonly wish: PeopleTableProps['wish'] }) {
  const { text } = useManagerText();
  const { isLive } = useHub();
  const kinds = ['change', 'newPin', 'card', 'remove'] as const;
  const WORDS = {
    change: 'peopleChange',
    newPin: 'peopleNewPin',
    card: 'peopleCard',
    remove: 'peopleRemove',
    unlock: 'peopleUnlock',
  } as const;
  return [...(person.lockedAt === null ? [] : (['unlock'] as const)), ...kinds].map((kind) => (
    <Button
      key={kind}
      className={panel.plain ?? ''}
      isDisabled={!isLive}
      aria-label={text(`${WORDS[kind]}Of`, { name: person.name })}
      onPress={() => wish({ kind, person })}
    >
      {text(WORDS[kind])}
    </Button>
  ));
}

/** Everybody of the staff, with what a manager can do about them. */
export function PeopleTable({ staff, mayChange, wish }: PeopleTableProps) {
  const { language, text } = useManagerText();
  const { when } = useCentre();
  return (
    <table className={styles.people}>
      <thead>
        <tr>
          <th scope="col">{text('peopleName')}</th>
          <th scope="col">{text('peopleRole')}</th>
          <th scope="col">{text('peopleSeen')}</th>
          <th scope="col">{text('peopleState')}</th>
          {mayChange ? <td /> : null}
        </tr>
      </thead>
      <tbody>
        {staff.map((person) => (
          <tr key={person.id}>
            <th scope="row">
              <bdi>{person.name}</bdi>
            </th>
            <td>{peopleText[language](`role_${person.role}`)}</td>
            <td>{person.signedInAt === null ? text('peopleNever') : when(person.signedInAt)}</td>
            <td className={styles.state}>
              <State person={person} />
            </td>
            {mayChange ? (
              <td className={styles.actions}>
                <Actions person={person} wish={wish} />
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
