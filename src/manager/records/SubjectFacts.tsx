import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import type { AnswerOf } from '../../protocol/answers/answers.ts';
import { Num } from '../../renderer/Num.tsx';
import { keyOr, useManagerText } from '../manager-words.tsx';
import { TrackingNumber } from '../TrackingNumber.tsx';
import { useCentre } from '../use-centre.ts';
import styles from './records.module.css';

type Subject = AnswerOf<'findSubject'>;

function Held({ name, children }: { readonly name: string; readonly children: readonly ReactNode[] }) {
  const { text } = useManagerText();
  return (
    <>
      <dt>{name}</dt>
      <dd>{children.length === 0 ? text('subjectNothing') : <ul>{children}</ul>}</dd>
    </>
  );
}

/** What is held of a citizen, newest first. */
export function SubjectFacts({ subject, erase }: { readonly subject: Subject; readonly erase: () => void }) {
  const { text } = useManagerText();
  const { serviceName, when, day } = useCentre();
  const { name, hasPhone, tokens, bookings, applications } = subject;
  return (
    <>
      <dl className={styles.facts}>
        <dt>{text('subjectName')}</dt>
        <dd>{name === null ? text('subjectNoName') : <bdi>{name}</bdi>}</dd>
        <dt>{text('subjectPhone')}</dt>
        <dd>{text(hasPhone ? 'subjectHasPhone' : 'subjectNoPhone')}</dd>
        <Held name={text('subjectTokens')}>
          {tokens.map((one) => (
            <li key={`${one.serviceDay} ${one.label}`}>
              <Num>{one.label}</Num> {serviceName(one.serviceId)} <small>{day(one.serviceDay)}</small>
            </li>
          ))}
        </Held>
        <Held name={text('subjectBookings')}>
          {bookings.map((one) => (
            <li key={one.sourceId}>
              <Num>{one.sourceId}</Num> {serviceName(one.serviceId)}{' '}
              <small>
                {when(one.slotAt)} · {text(keyOr(`booking_${one.status}`, 'subjectNothing'))}
              </small>
            </li>
          ))}
        </Held>
        <Held name={text('subjectApplications')}>
          {applications.map((one) => (
            <li key={one.trackingNumber}>
              <TrackingNumber number={one.trackingNumber} /> {serviceName(one.serviceId)}{' '}
              <small>
                {when(one.filedAt)} · {text(keyOr(`application_${one.state}`, 'subjectNothing'))}
              </small>
            </li>
          ))}
        </Held>
      </dl>
      <Button className={styles.erase ?? ''} onPress={erase}>
        {text('subjectErase')}
      </Button>
    </>
  );
}
