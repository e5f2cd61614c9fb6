import { Barcode, CalendarClock, Clock, type LucideIcon, MapPin } from 'lucide-react';
import type { ReactNode } from 'react';
import { waitText } from '../../domain/wait-words.ts';
import { writeTrackingNumber } from '../../domain/journeys/tracking-number.ts';
import { clockText } from '../../renderer/clock-text.ts';
import { said } from '../../renderer/text.ts';
import { useHub } from '../../renderer/use-hub.ts';
import type { TokenPageValue } from '../kiosk-page.ts';
import { type KioskText, useKioskText } from '../kiosk-words.tsx';
import { counterRunsText } from '../../domain/counter-runs.ts';
import styles from './facts.module.css';

interface FactProps {
  readonly icon: LucideIcon;
  readonly name: Parameters<KioskText>[0];
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

function Fact({ icon: Icon, name, isWide = false, children }: FactProps) {
  const { text } = useKioskText();
  return (
    <div className={`${styles.fact} ${isWide ? styles.wide : ''}`}>
      <dt>
        <Icon aria-hidden="true" width="1.2em" height="1.2em" /> {text(name)}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

function WhereTo({ goTo }: { readonly goTo: NonNullable<TokenPageValue['result']['goTo']> }) {
  const { language, text } = useKioskText();
  const { centre } = useHub().views;
  const { stageId, counters } = goTo;
  return (
    <Fact icon={MapPin} name="goTo" isWide>
      {said(centre?.stages.find(({ id }) => id === stageId)?.name, language)}
      {counters.length === 0 ? null : (
        <span className={styles.counters}>
          {text('counters', { count: counters.length })} <span className="num">{counterRunsText(counters)}</span>
        </span>
      )}
    </Fact>
  );
}

/** What the citizen of a token needs to know now: how long, when, where, and the number of the application. */
export function TokenFacts({ page: { result } }: { readonly page: TokenPageValue }) {
  const { language } = useKioskText();
  const zone = useHub().views.centre?.timeZone ?? 'UTC';
  const { wait, slotAt, goTo, trackingNumber } = result;
  return (
    <dl className={styles.facts}>
      {slotAt === undefined ? null : (
        <Fact icon={CalendarClock} name="yourSlot">
          {clockText(slotAt, zone, language)}
        </Fact>
      )}
      {wait ? (
        <Fact icon={Clock} name={slotAt === undefined ? 'expectedWait' : 'waitFromSlot'}>
          {waitText(wait, language)}
        </Fact>
      ) : null}
      {goTo ? <WhereTo goTo={goTo} /> : null}
      {trackingNumber === undefined ? null : (
        <Fact icon={Barcode} name="trackingNumber" isWide>
          <span className="num">{writeTrackingNumber(trackingNumber)}</span>
        </Fact>
      )}
    </dl>
  );
}
