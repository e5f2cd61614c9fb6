import { Check, OctagonAlert, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { WallView } from '../../../protocol/wall/wall-view.ts';
import type { WireError } from '../../../protocol/replies.ts';
import { useHub, useHubClient } from '../../../renderer/use-hub.ts';
import { useManagerText } from '../../manager-words.tsx';
import { useCentre } from '../../use-centre.ts';
import { useMay } from '../../use-may.ts';
import styles from './alarms.module.css';
import { useAlarmText } from './use-alarm-text.ts';

type Alarm = WallView['alarms'][number];

/** One alarm: what is wrong where and since when, and that somebody has seen it. Of the past nothing can be seen to. */
export function AlarmCard({ alarm, isPast = false }: { readonly alarm: Alarm; readonly isPast?: boolean }) {
  const { language, text } = useManagerText();
  const { when } = useCentre();
  const may = useMay();
  const client = useHubClient();
  const { isLive } = useHub();
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<WireError | undefined>();
  const { title, more } = useAlarmText()(alarm);
  const { key, level, sinceAt, seen } = alarm;
  const Icon = level === 'urgent' ? OctagonAlert : TriangleAlert;
  const acknowledge = async () => {
    setSending(true);
    const reply = await client.send('acknowledgeAlarm', { key, level });
    setSending(false);
    setError(reply.ok || reply.error.code === 'alarmOver' ? undefined : reply.error);
  };
  return (
    <li className={styles.alarm} data-level={level} data-seen={seen !== null}>
      <Icon aria-hidden="true" width="1.4em" height="1.4em" />
      <p>
        <strong>{title}</strong>
        <small>
          <span className="visually-hidden">{text(`level_${level}`)}, </span>
          {error?.message[language] ??
            (seen
              ? text('alarmSeenBy', { name: seen.by, time: when(seen.at) })
              : text('alarmSince', { time: when(sinceAt) }))}
        </small>
        <span title={more}>{more}</span>
      </p>
      {seen === null && !isPast && may('acknowledgeAlarm') ? (
        <Button
          aria-label={text('acknowledge', { alarm: `${title}, ${more}` })}
          isDisabled={!isLive || isSending}
          onPress={() => void acknowledge()}
        >
          <Check aria-hidden="true" width="1.1em" height="1.1em" /> {text('alarmSeen')}
        </Button>
      ) : null}
    </li>
  );
}
