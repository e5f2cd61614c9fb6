import { OctagonAlert, TriangleAlert } from 'lucide-react';
import type { WallView } from '../../protocol/wall/wall-view.ts';
import { minutesOf } from '../../renderer/clock-text.ts';
import { Num } from '../../renderer/Num.tsx';
import { digits } from '../../renderer/text.ts';
import { useManagerText } from '../manager-words.tsx';
import { useCentre } from '../use-centre.ts';
import { useDeskName } from './use-desk-name.ts';
import styles from './desks.module.css';

type Desk = WallView['desks'][number];
type Level = WallView['alarms'][number]['level'];

/** The waits of somebody who comes now, without their unit. */
function rangeText({ wait }: Desk, language: 'en' | 'ur'): string {
  if (!wait) return '–';
  const { fromMinutes, toMinutes, isOpenEnded } = wait;
  const to = language === 'ur' ? ' تا ' : '–';
  return `${digits(fromMinutes, language)}${to}${digits(toMinutes, language)}${isOpenEnded ? '+' : ''}`;
}

function Longest({ head, queueAt }: { readonly head: NonNullable<Desk['head']>; readonly queueAt: number }) {
  const { language, text } = useManagerText();
  const { stageName } = useCentre();
  const waitedMs = Math.max(0, queueAt - head.waitingSince);
  const [waited, target] = [minutesOf(waitedMs), Math.round(head.targetMs / 60_000)];
  const share = waitedMs / head.targetMs;
  return (
    <td title={text('atStage', { stage: stageName(head.stageId) })} data-late={share >= 1}>
      <span className={styles.bar} aria-hidden="true">
        <i style={{ inlineSize: `${Math.min(1, share) * 100}%` }} />
      </span>
      <span aria-label={text('waitedOf', { waited, target })} role="img">
        <b>{digits(waited, language)}</b> / {digits(target, language)}
      </span>
    </td>
  );
}

function Row({ desk, queueAt, level }: { desk: Desk; queueAt: number; level: Level | undefined }) {
  const { language, text } = useManagerText();
  const deskName = useDeskName();
  const { id, waiting, head, isServed } = desk;
  const Icon = level === 'urgent' ? OctagonAlert : TriangleAlert;
  return (
    <tr data-level={level} data-nobody={waiting === 0}>
      <th scope="row" title={deskName(id)}>
        {level === undefined ? null : <Icon aria-label={text(`level_${level}`)} width="1.1em" height="1.1em" />}
        {deskName(id)}
      </th>
      <td>
        <Num>{digits(waiting, language)}</Num>
      </td>
      {head ? <Longest head={head} queueAt={queueAt} /> : <td>–</td>}
      <td>{isServed ? rangeText(desk, language) : text('noCounterOpen')}</td>
    </tr>
  );
}

interface DeskRowsProps {
  readonly desks: readonly Desk[];
  readonly queueAt: number;
  readonly levels: ReadonlyMap<string, Level>;
}

/** Who waits for each service, and at the desks that many share, against what was promised; times in minutes. */
export function DeskRows({ desks, queueAt, levels }: DeskRowsProps) {
  const { text } = useManagerText();
  const heads = ['serviceHead', 'waitingHead', 'longestHead', 'newcomerHead'] as const;
  return (
    <table className={styles.desks}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {text(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {desks.map((desk) => (
          <Row key={desk.id} desk={desk} queueAt={queueAt} level={levels.get(desk.id)} />
        ))}
      </tbody>
    </table>
  );
}
