import type { Words } from '../../words.ts';
import type { Channel, Phase } from '../day-facts.ts';
import type { Grouping } from './grouping.ts';

/** What figures are added up by, as people read it. */
export const GROUPING_WORDS: Readonly<Record<Grouping, Words>> = {
  day: { en: 'Day', ur: 'دن' },
  week: { en: 'Week from', ur: 'ہفتہ، از' },
  month: { en: 'Month', ur: 'مہینہ' },
  service: { en: 'Service', ur: 'خدمت' },
  stage: { en: 'Stage', ur: 'مرحلہ' },
  hour: { en: 'Hour', ur: 'گھنٹہ' },
  counter: { en: 'Counter', ur: 'کاؤنٹر' },
  operator: { en: 'Operator', ur: 'عملہ' },
  class: { en: 'Priority', ur: 'ترجیح' },
  channel: { en: 'Came by', ur: 'آمد کا ذریعہ' },
};

/** How citizens came into the hall. */
export const CHANNEL_WORDS: Readonly<Record<Channel, Words>> = {
  walkIn: { en: 'Walk-in', ur: 'بغیر اپائنٹمنٹ' },
  appointment: { en: 'Appointment', ur: 'اپائنٹمنٹ' },
  paper: { en: 'Paper token', ur: 'کاغذی ٹوکن' },
  withoutToken: { en: 'Without a token', ur: 'بغیر ٹوکن' },
  collected: { en: 'For an application', ur: 'درخواست کے لیے' },
};

/** What a counter does. */
export const PHASE_WORDS: Readonly<Record<Phase, Words>> = {
  free: { en: 'Nobody to call', ur: 'کوئی منتظر نہیں' },
  idle: { en: 'Idle while people waited', ur: 'خالی جبکہ لوگ منتظر' },
  called: { en: 'Called', ur: 'پکار' },
  serving: { en: 'Serving', ur: 'خدمت میں' },
  onBreak: { en: 'Break', ur: 'وقفہ' },
};

/** The days of the week, Monday first. */
export const WEEKDAY_WORDS: readonly Words[] = [
  { en: 'Mon', ur: 'پیر' },
  { en: 'Tue', ur: 'منگل' },
  { en: 'Wed', ur: 'بدھ' },
  { en: 'Thu', ur: 'جمعرات' },
  { en: 'Fri', ur: 'جمعہ' },
  { en: 'Sat', ur: 'ہفتہ' },
  { en: 'Sun', ur: 'اتوار' },
];
