import type { WallView } from '../../../protocol/wall/wall-view.ts';
import { keyOr, useManagerText } from '../../manager-words.tsx';
import { said } from '../../../renderer/text.ts';
import { useCentre } from '../../use-centre.ts';
import { useDeskName } from '../use-desk-name.ts';

type Alarm = WallView['alarms'][number];

const PRINTER_WORDS = {
  away: 'printerAway',
  offline: 'printerOffline',
  paperOut: 'printerPaperOut',
  coverOpen: 'printerCoverOpen',
  fault: 'printerFault',
  fonts: 'printerFonts',
  paperLow: 'printerLow',
} as const;
const printerWord = (detail: string | null) =>
  PRINTER_WORDS[(detail ?? 'fault') as keyof typeof PRINTER_WORDS] ?? 'printerFault';

/** What an alarm says: its kind, and what exactly is wrong where. */
export function useAlarmText() {
  const { language, text } = useManagerText();
  const { centre } = useCentre();
  const deskName = useDeskName();
  const placeName = (place: string): string => {
    const [kind, first = '', second = ''] = place.split(':');
    if (kind === 'kiosk') return text('atKiosk', { number: Number(first) });
    if (kind === 'counter') return text('atCounter', { number: Number(first) });
    const hall = said(centre?.halls.find(({ id }) => id === first)?.name, language);
    return second === '' ? text('boardOfHall', { hall }) : text('boardNamed', { name: second });
  };
  const more: { readonly [Kind in Alarm['kind']]: (alarm: Alarm) => string } = {
    unserved: ({ subject, count }) => `${deskName(subject)} · ${text('alarmLine', { count: count ?? 0 })}`,
    longWait: ({ subject }) => deskName(subject),
    longLine: ({ subject, detail, count }) =>
      `${deskName(subject)} · ${text(detail === 'late' ? 'alarmLate' : 'alarmLine', { count: count ?? 0 })}`,
    idleCounter: ({ subject }) => text('alarmIdle', { number: Number(subject) }),
    printer: ({ subject, detail }) => `${placeName(subject)} ${text(printerWord(detail))}`,
    feedDown: ({ subject }) => text(keyOr(`feedName.${subject}`, 'feedName.csv')),
    deviceLost: ({ subject }) => text('alarmDevice', { place: placeName(subject) }),
    snapshotOld: () => text('alarmSnapshot'),
    notMerged: ({ subject, detail, count }) =>
      text('alarmNotMerged', { place: placeName(subject), label: detail ?? '', n: count ?? 0 }),
    logBroken: ({ detail }) => text('alarmLogBroken', { seq: Number(detail) }),
    logContradicted: ({ count }) => text('alarmLogContradicted', { count: count ?? 0 }),
  };
  return (alarm: Alarm) => ({ title: text(`alarmKind.${alarm.kind}`), more: more[alarm.kind](alarm) });
}
