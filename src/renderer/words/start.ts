/** Words of the page that leads to every screen. */
export const START_WORDS = {
  en: {
    intro: 'Open each screen on its own machine, or all of them here.',
    waiting: 'Looking for the hub …',
    kiosks: 'Token kiosks',
    kiosk: 'Kiosk {{id}}',
    consoles: 'Consoles',
    operator: 'Operator',
    manager: 'Manager',
    boards: 'Hall boards',
    wholeCentre: 'Whole centre',
    counterDisplays: 'Counter displays',
    counterDisplay: 'Display over counter {{id}}',
  },
  ur: {
    intro: 'ہر اسکرین اس کی اپنی مشین پر کھولیں، یا سب یہیں۔',
    waiting: 'مرکزی نظام کی تلاش جاری ہے …',
    kiosks: 'ٹوکن کیوسک',
    kiosk: 'کیوسک {{id}}',
    consoles: 'کنسول',
    operator: 'آپریٹر',
    manager: 'منیجر',
    boards: 'ہال بورڈ',
    wholeCentre: 'پورا مرکز',
    counterDisplays: 'کاؤنٹر ڈسپلے',
    counterDisplay: 'کاؤنٹر {{id}} کا ڈسپلے',
  },
} as const;
