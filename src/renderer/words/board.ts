/** Words of the hall displays; both languages stand side by side. */
export const BOARD_WORDS = {
  en: {
    nowCalling: 'Now calling',
    noCalls: 'Calls appear here',
    noCounters: 'Counters open soon',
    token: 'Token',
    counter: 'Counter',
    free: 'free',
    onBreak: 'break',
    closed: 'closed',
    soundOff: 'Touch for sound',
  },
  ur: {
    nowCalling: 'اب بلایا جا رہا ہے',
    noCalls: 'بلاوے یہاں نظر آئیں گے',
    noCounters: 'کاؤنٹر جلد کھلیں گے',
    token: 'ٹوکن',
    counter: 'کاؤنٹر',
    free: 'فارغ',
    onBreak: 'وقفہ',
    closed: 'بند',
    soundOff: 'آواز کے لیے چھوئیں',
  },
} as const;
