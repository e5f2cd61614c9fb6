import type { RefusalCode } from '../domain/decision.ts';
import type { Words } from '../domain/words.ts';
import { LINK_ERRORS } from './link-errors.ts';
import { SET_UP_ERRORS } from './set-up/set-up-errors.ts';

/** What can go wrong between a screen and the hub before or beside the rules of the queue. */
export const WIRE_CODES = [
  'badHandshake',
  'oldProtocol',
  'badCommand',
  'unknownCommand',
  'tooLarge',
  'tooMany',
  'secretShown',
  'ackMissing',
  'unknownPrinter',
  'notAllowed',
  'notPaired',
  'pairingOver',
  'notSignedIn',
  'wrongPin',
  'waitForPin',
  'pinLocked',
  'wrongRole',
  'managerExists',
  'samePin',
  'pinToChange',
  'pinKnown',
  'commandIdReused',
  'restoreNotHere',
  'unknownSnapshot',
  'snapshotFailed',
  'hubFailed',
  'hubDiskFull',
  'tooLate',
  'standingBy',
  'noMajority',
  'otherEpoch',
  'aloneCannot',
  'noAnswer',
  'reportsBeingMade',
  'reportFailed',
  'unknownDay',
  'replayFailed',
  'mediaKind',
  'mediaTooLarge',
] as const;
export type WireCode = (typeof WIRE_CODES)[number];
export type ErrorCode = RefusalCode | WireCode;

/** What people read for each code. `{name}` is filled from the error's details. */
export const ERROR_WORDS: Readonly<Record<ErrorCode, Words>> = {
  unknownService: { en: 'There is no such service here.', ur: 'یہ خدمت یہاں موجود نہیں۔' },
  unknownClass: { en: 'There is no such priority class.', ur: 'یہ ترجیحی درجہ موجود نہیں۔' },
  unknownCounter: { en: 'There is no such counter.', ur: 'یہ کاؤنٹر موجود نہیں۔' },
  unknownToken: { en: 'There is no such token.', ur: 'یہ ٹوکن موجود نہیں۔' },
  serviceClosed: { en: 'This service is closed now.', ur: 'یہ خدمت اس وقت بند ہے۔' },
  centreClosed: { en: 'The centre is closed now.', ur: 'مرکز اس وقت بند ہے۔' },
  dayCapReached: {
    en: 'All tokens of today for this service are given out.',
    ur: 'اس خدمت کے آج کے تمام ٹوکن ختم ہو چکے ہیں۔',
  },
  nobodyWaiting: { en: 'Nobody is waiting for this counter.', ur: 'اس کاؤنٹر کے لیے کوئی منتظر نہیں۔' },
  wrongState: {
    en: 'The token has moved on, so this cannot be done to it now.',
    ur: 'ٹوکن کی حالت بدل چکی ہے، اس لیے یہ عمل اب ممکن نہیں۔',
  },
  wrongCounter: { en: 'This token is with counter {holder}.', ur: 'یہ ٹوکن کاؤنٹر {holder} کے پاس ہے۔' },
  counterClosed: { en: 'Counter {counter} is closed.', ur: 'کاؤنٹر {counter} بند ہے۔' },
  counterOnBreak: { en: 'Counter {counter} is on a break.', ur: 'کاؤنٹر {counter} پر وقفہ ہے۔' },
  counterBusy: {
    en: 'Finish, park or send on the current token first.',
    ur: 'پہلے موجودہ ٹوکن مکمل کریں، روکیں یا آگے بھیجیں۔',
  },
  counterFree: { en: 'No token is open at this counter.', ur: 'اس کاؤنٹر پر کوئی ٹوکن نہیں۔' },
  recallTooSoon: { en: 'Recall again in {seconds} s.', ur: '{seconds} سیکنڈ بعد دوبارہ پکاریں۔' },
  recallLimit: {
    en: 'Called {most} times more already. Mark a no-show, or requeue.',
    ur: '{most} بار دوبارہ پکارا جا چکا ہے۔ غیر حاضر لگائیں یا قطار میں واپس بھیجیں۔',
  },
  badCard: { en: 'That is not the number of a card.', ur: 'یہ کسی کارڈ کا نمبر نہیں۔' },
  cardTaken: { en: 'This is the card of {name} already.', ur: 'یہ کارڈ پہلے ہی {name} کا ہے۔' },
  unknownCard: { en: 'This card or code is not known here.', ur: 'یہ کارڈ یا کوڈ یہاں معلوم نہیں۔' },
  unknownPrinter: { en: 'There is no such printer.', ur: 'ایسا کوئی پرنٹر نہیں۔' },
  postponeLimit: {
    en: 'You have asked for more time {most} times already.',
    ur: 'آپ {most} بار مزید وقت لے چکے ہیں۔',
  },
  reprintRefused: {
    en: 'This slip cannot be printed again here. Note the number, or ask the staff.',
    ur: 'یہ پرچی یہاں دوبارہ پرنٹ نہیں ہو سکتی۔ نمبر لکھ لیں یا عملے سے کہیں۔',
  },
  undoNothing: { en: 'There is nothing to take back.', ur: 'واپس لینے کو کچھ نہیں۔' },
  undoTooLate: {
    en: 'Too late to take it back ({seconds} s). Call this token again instead.',
    ur: 'واپس لینے کا وقت ({seconds} سیکنڈ) گزر گیا۔ اس ٹوکن کو دوبارہ بلائیں۔',
  },
  undoCounterBusy: {
    en: 'Another token is already here. Call the earlier one again later.',
    ur: 'یہاں دوسرا ٹوکن آ چکا ہے۔ پچھلے کو بعد میں دوبارہ بلائیں۔',
  },
  undoTokenMoved: { en: 'Somebody else has moved that token.', ur: 'وہ ٹوکن کسی اور نے آگے بڑھا دیا ہے۔' },
  sameDestination: { en: 'The token is there already.', ur: 'ٹوکن پہلے ہی وہاں ہے۔' },
  reasonMissing: { en: 'Give a reason.', ur: 'وجہ لکھیں۔' },
  badIdentity: {
    en: 'That is not a CNIC. It has thirteen digits.',
    ur: 'یہ شناختی کارڈ نمبر نہیں۔ اس میں تیرہ ہندسے ہوتے ہیں۔',
  },
  identityMissing: {
    en: 'This service needs your CNIC. Scan the card or type the number.',
    ur: 'اس خدمت کے لیے شناختی کارڈ ضروری ہے۔ کارڈ اسکین کریں یا نمبر لکھیں۔',
  },
  personCapReached: {
    en: 'You have all the tokens that one person can have for this service today ({cap}).',
    ur: 'ایک فرد آج اس خدمت کے لیے {cap} سے زیادہ ٹوکن نہیں لے سکتا، اور وہ آپ کو مل چکے ہیں۔',
  },
  closesBefore: {
    en: 'So many wait for this service that it would close before your turn. Please come again on the next working day, in the morning.',
    ur: 'اس خدمت کے لیے اتنے لوگ منتظر ہیں کہ آپ کی باری سے پہلے مرکز بند ہو جائے گا۔ براہ کرم اگلے دن صبح تشریف لائیں۔',
  },
  unknownStage: { en: 'The journey has no such earlier stage.', ur: 'اس کارروائی میں ایسا کوئی پچھلا مرحلہ نہیں۔' },
  stageNotOptional: { en: 'This stage cannot be left out.', ur: 'یہ مرحلہ چھوڑا نہیں جا سکتا۔' },
  unknownBooking: {
    en: 'No appointment was found with that. Check it, or take a token without an appointment.',
    ur: 'اس سے کوئی اپائنٹمنٹ نہیں ملی۔ دوبارہ دیکھ لیں، یا بغیر اپائنٹمنٹ کے ٹوکن لیں۔',
  },
  bookingTooEarly: {
    en: 'You are early: check-in begins at {from}, for your slot at {slot}.',
    ur: 'آپ جلدی آ گئے ہیں: حاضری {from} بجے سے لگے گی، آپ کا وقت {slot} بجے ہے۔',
  },
  bookingOtherDay: {
    en: 'Your appointment is on another day: {day}.',
    ur: 'آپ کی اپائنٹمنٹ کسی اور دن کی ہے: {day}۔',
  },
  bookingOtherCentre: {
    en: 'This appointment is at another centre ({centre}).',
    ur: 'یہ اپائنٹمنٹ دوسرے مرکز ({centre}) کی ہے۔',
  },
  bookingCancelled: {
    en: 'This appointment was cancelled. You can take a token without one.',
    ur: 'یہ اپائنٹمنٹ منسوخ ہو چکی ہے۔ آپ اس کے بغیر ٹوکن لے سکتے ہیں۔',
  },
  bookingUsed: {
    en: 'You are checked in already. Your token is {label}.',
    ur: 'آپ کی حاضری پہلے ہی لگ چکی ہے۔ آپ کا ٹوکن {label} ہے۔',
  },
  tooManyTries: {
    en: 'Too many tries here. Wait a minute, or ask the staff.',
    ur: 'یہاں بہت زیادہ کوششیں ہو چکی ہیں۔ ایک منٹ انتظار کریں یا عملے سے پوچھیں۔',
  },
  unknownApplication: {
    en: 'There is no application with that number. Check it digit by digit.',
    ur: 'اس نمبر کی کوئی درخواست نہیں۔ ایک ایک ہندسہ دوبارہ دیکھیں۔',
  },
  applicationMoved: {
    en: 'The application has left that stage already.',
    ur: 'درخواست اس مرحلے سے پہلے ہی آگے جا چکی ہے۔',
  },
  applicationNotReady: {
    en: 'Your application is still being worked on ({stageName}). It is due on {day}.',
    ur: 'آپ کی درخواست پر ابھی کام ہو رہا ہے ({stageName})۔ {day} تک متوقع ہے۔',
  },
  applicationOver: { en: 'This application is over.', ur: 'یہ درخواست مکمل ہو چکی ہے۔' },
  noPaperSeries: { en: 'This centre has no paper tokens.', ur: 'اس مرکز میں کاغذی ٹوکن نہیں۔' },
  paperUsed: { en: 'Paper token {label} was entered already.', ur: 'کاغذی ٹوکن {label} پہلے ہی درج ہو چکا ہے۔' },
  paperTimeWrong: {
    en: 'The time must be of today and not ahead.',
    ur: 'وقت آج کا ہونا چاہیے اور آنے والا نہیں۔',
  },
  ...SET_UP_ERRORS,
  ...LINK_ERRORS,
  alarmOver: { en: 'This alarm is over already.', ur: 'یہ انتباہ پہلے ہی ختم ہو چکا ہے۔' },
  secretShown: {
    en: 'This secret is no longer shown. Remove the address and add it again for a new one.',
    ur: 'یہ خفیہ کلید اب نہیں دکھائی جاتی۔ نئی کلید کے لیے پتا ہٹا کر دوبارہ شامل کریں۔',
  },
  apiKeyTaken: { en: 'There is a key with this handle already.', ur: 'اس نشان کی کلید پہلے سے موجود ہے۔' },
  unknownApiKey: { en: 'There is no such key.', ur: 'ایسی کوئی کلید نہیں۔' },
  badWebhookUrl: {
    en: 'An address begins with https:// or http://, and holds no name and password.',
    ur: 'پتا https:// یا http:// سے شروع ہوتا ہے، اور اس میں نام اور پاس ورڈ نہیں ہوتے۔',
  },
  unknownWebhook: { en: 'There is no such address.', ur: 'ایسا کوئی پتا نہیں۔' },
  notAllowed: { en: 'This screen may not do that.', ur: 'اس اسکرین کو اس کی اجازت نہیں۔' },
  notDemoClock: {
    en: 'The clock of this hub is real and cannot be set.',
    ur: 'اس نظام کی گھڑی اصلی ہے، بدلی نہیں جا سکتی۔',
  },
  clockNotBehind: {
    en: 'The clock is not behind the last event, so there is nothing to confirm.',
    ur: 'گھڑی پیچھے نہیں، تصدیق کی ضرورت نہیں۔',
  },
  unknownSubject: {
    en: 'Nothing is held of anybody with that CNIC.',
    ur: 'اس شناختی کارڈ نمبر والے کسی فرد کا کچھ محفوظ نہیں۔',
  },
  restoreNotHere: {
    en: 'This hub cannot restart itself. Stop it, and run: npm run restore.',
    ur: 'یہ مرکزی نظام خود دوبارہ نہیں چل سکتا۔ اسے بند کر کے npm run restore چلائیں۔',
  },
  unknownSnapshot: { en: 'That snapshot is there no longer.', ur: 'وہ نقل اب موجود نہیں۔' },
  snapshotFailed: {
    en: 'No snapshot could be taken. Look whether the disk of the hub is full.',
    ur: 'نقل نہیں بن سکی۔ دیکھیں کہ مرکزی مشین کی ڈسک بھری ہوئی تو نہیں۔',
  },
  mediaKind: {
    en: 'This is no picture or video that a board can show. PNG, JPEG, WebP, MP4 and WebM can be shown.',
    ur: 'یہ ایسی تصویر یا ویڈیو نہیں جو بورڈ دکھا سکے۔ PNG، JPEG، WebP، MP4 اور WebM دکھائی جا سکتی ہیں۔',
  },
  mediaTooLarge: {
    en: 'This file is too large: at most {most} MB.',
    ur: 'یہ فائل بہت بڑی ہے: زیادہ سے زیادہ {most} MB۔',
  },
  mediaName: {
    en: 'This name cannot be used. Give the file a short one, of letters and digits.',
    ur: 'یہ نام استعمال نہیں ہو سکتا۔ فائل کا نام مختصر رکھیں، حروف اور ہندسوں سے۔',
  },
  mediaGone: {
    en: 'The file itself is kept no longer. Put it on the boards anew.',
    ur: 'یہ فائل اب محفوظ نہیں رہی۔ اسے بورڈ پر دوبارہ لگائیں۔',
  },
  unknownMedia: { en: 'There is no such picture or video.', ur: 'ایسی کوئی تصویر یا ویڈیو نہیں۔' },
  reportsBeingMade: {
    en: 'The figures of past days are being made, which is done once: {percent} % so far.',
    ur: 'پچھلے دنوں کے اعداد بنائے جا رہے ہیں، یہ ایک بار ہوتا ہے: اب تک {percent} فیصد۔',
  },
  reportFailed: {
    en: 'The report could not be made. Ask again, and tell the technician if it stays so.',
    ur: 'رپورٹ نہیں بن سکی۔ دوبارہ پوچھیں، اور نہ بنے تو ٹیکنیشن کو بتائیں۔',
  },
  unknownDay: { en: 'Nothing is in the log of that day.', ur: 'اس دن کا کوئی اندراج نہیں۔' },
  replayFailed: {
    en: 'The day could not be played. Ask again, and tell the technician if it stays so.',
    ur: 'دن دوبارہ نہیں چل سکا۔ پھر کوشش کریں، اور نہ چلے تو ٹیکنیشن کو بتائیں۔',
  },
};

/** The sentence for a code with its details filled in. */
export function errorSentence(
  error: { readonly code: ErrorCode; readonly details?: Readonly<Record<string, string | number>> | undefined },
  language: 'en' | 'ur',
): string {
  return ERROR_WORDS[error.code][language].replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    String(error.details?.[name] ?? ''),
  );
}
