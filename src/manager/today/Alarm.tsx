import { TriangleAlert } from 'lucide-react';
import type { ManagerView } from '../../protocol/views/views.ts';
import { digits } from '../../renderer/text.ts';
import { useManagerText } from '../manager-words.tsx';
import { useCentre } from '../use-centre.ts';
import styles from './alarm.module.css';

type Line = ManagerView['unserved'][number];

/** More counters than these are not read at a glance. */
const NAMED = 6;

/** Lines of one stage that differ only in their class or channel are one thing to who opens a counter. */
function byStage(lines: readonly Line[]): readonly Line[] {
  const stages = new Map<string, Line>();
  for (const line of lines) {
    const key = `${line.serviceId} ${line.stageId}`;
    stages.set(key, { ...line, waiting: line.waiting + (stages.get(key)?.waiting ?? 0) });
  }
  return [...stages.values()].toSorted((a, b) => b.waiting - a.waiting);
}

function UnservedLine({ line }: { readonly line: Line }) {
  const { language, text } = useManagerText();
  const { serviceName, stageName } = useCentre();
  const named = line.counters.slice(0, NAMED).map((id) => digits(id, language));
  const counters = named.join(language === 'ur' ? '، ' : ', ') + (line.counters.length > NAMED ? ' …' : '');
  return (
    <li>
      <strong>{text('alarmWaiting', { count: line.waiting })}</strong>
      <span>
        {serviceName(line.serviceId)} · {stageName(line.stageId)}
      </span>
      <small>{line.counters.length === 0 ? text('alarmNoCounter') : text('alarmCounters', { counters })}</small>
    </li>
  );
}

/** Lines that no open counter serves: the one way in which somebody waits for ever. */
export function Alarm({ lines }: { readonly lines: readonly Line[] }) {
  const { text } = useManagerText();
  if (lines.length === 0) return null;
  return (
    <section className={styles.alarm} role="alert">
      <h2>
        <TriangleAlert aria-hidden="true" width="1.3em" height="1.3em" /> {text('alarmTitle')}
        <small>{text('alarmMore')}</small>
      </h2>
      <ul>
        {byStage(lines).map((line) => (
          <UnservedLine key={`${line.serviceId} ${line.stageId}`} line={line} />
        ))}
      </ul>
    </section>
  );
}
