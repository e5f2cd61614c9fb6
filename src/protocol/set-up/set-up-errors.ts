import type { Words } from '../../domain/words.ts';

/** What people read who sign in, approve, pair a machine, or set the centre up, for each code. */
export const SET_UP_ERRORS = {
  approvalNeeded: {
    en: 'This needs the second PIN of somebody who may approve it.',
    ur: 'اس کے لیے کسی مجاز فرد کا دوسرا پن درکار ہے۔',
  },
  notSignedIn: { en: 'Nobody is signed in here. Sign in first.', ur: 'یہاں کوئی سائن ان نہیں۔ پہلے سائن ان کریں۔' },
  wrongPin: { en: 'That is not the right PIN.', ur: 'پن درست نہیں۔' },
  waitForPin: {
    en: 'Too many wrong PINs. Try again in {seconds} s.',
    ur: 'کئی بار غلط پن دیا گیا۔ {seconds} سیکنڈ بعد دوبارہ کوشش کریں۔',
  },
  pinLocked: {
    en: 'Locked after {most} wrong PINs. A manager can let you in again.',
    ur: '{most} بار غلط پن کے بعد بند ہے۔ منیجر دوبارہ کھول سکتا ہے۔',
  },
  wrongRole: { en: 'Your role does not use this screen.', ur: 'آپ کا عہدہ یہ اسکرین استعمال نہیں کرتا۔' },
  managerExists: { en: 'This centre has its manager already.', ur: 'اس مرکز کا منیجر پہلے سے موجود ہے۔' },
  unknownStaff: { en: 'There is nobody of that name among the staff.', ur: 'عملے میں اس نام کا کوئی نہیں۔' },
  nameTaken: { en: 'Somebody of the staff has that name already.', ur: 'عملے میں یہ نام پہلے سے موجود ہے۔' },
  lastManager: {
    en: 'This is the only manager: make another one first.',
    ur: 'یہ واحد منیجر ہے: پہلے دوسرا منیجر بنائیں۔',
  },
  badPin: { en: 'A PIN has 6 to 12 digits.', ur: 'پن میں ۶ سے ۱۲ ہندسے ہوتے ہیں۔' },
  guessablePin: {
    en: 'Anybody would guess that PIN. Take one without runs and repeats.',
    ur: 'یہ پن کوئی بھی بوجھ لے گا۔ ایسا لیں جس میں ترتیب یا تکرار نہ ہو۔',
  },
  pinToChange: {
    en: 'Somebody else chose this PIN. Choose your own where you sign in.',
    ur: 'یہ پن کسی اور نے چنا تھا۔ سائن ان کرتے ہوئے اپنا پن چنیں۔',
  },
  pinKnown: {
    en: 'Somebody else knows this PIN. Choose another one.',
    ur: 'یہ پن کوئی اور جانتا ہے۔ دوسرا چنیں۔',
  },
  samePin: {
    en: 'The second PIN must be another one than the first.',
    ur: 'دوسرا پن پہلے پن سے مختلف ہونا چاہیے۔',
  },
  wrongPairingCode: {
    en: 'No machine shows that code now. After five wrong codes every machine has to show a new one.',
    ur: 'اس وقت کوئی مشین یہ کوڈ نہیں دکھا رہی۔ پانچ غلط کوڈ کے بعد ہر مشین کو نیا کوڈ دکھانا ہو گا۔',
  },
  unknownDevice: { en: 'There is no such device.', ur: 'ایسا کوئی آلہ نہیں۔' },
  notOnNetwork: {
    en: 'This hub answers its own machine alone: start it with --lan to pair devices.',
    ur: 'یہ مرکزی نظام صرف اپنی مشین کو جواب دیتا ہے: آلات جوڑنے کے لیے اسے ‎--lan کے ساتھ چلائیں۔',
  },
  notPaired: {
    en: 'This machine is not paired with this hub, or for another place.',
    ur: 'یہ مشین اس مرکزی نظام سے نہیں جڑی، یا کسی اور جگہ کے لیے جڑی ہے۔',
  },
  pairingOver: { en: 'This code is over. Ask for a new one.', ur: 'یہ کوڈ ختم ہو چکا ہے۔ نیا لیں۔' },
  centreChanged: {
    en: 'Somebody else has changed the centre meanwhile. Look at it anew, then make your change again.',
    ur: 'اس دوران کسی اور نے مرکز کی ترتیب بدل دی ہے۔ دوبارہ دیکھیں، پھر اپنی تبدیلی کریں۔',
  },
  centreIdFixed: {
    en: 'The id of a centre never changes: its tokens and its log carry it.',
    ur: 'مرکز کی شناخت کبھی نہیں بدلتی: اس کے ٹوکن اور ریکارڈ پر یہی درج ہے۔',
  },
  serviceInUse: {
    en: 'The service {serviceName} cannot be removed: {tokens} tokens, {bookings} bookings and {applications} applications still belong to it. Close it for new tokens instead.',
    ur: 'خدمت {serviceName} ہٹائی نہیں جا سکتی: {tokens} ٹوکن، {bookings} بکنگ اور {applications} درخواستیں ابھی اس کی ہیں۔ اسے نئے ٹوکنوں کے لیے بند کر دیں۔',
  },
  stageInUse: {
    en: 'The stage {stageName} of {serviceName} cannot be removed: {applications} applications are at it.',
    ur: '{serviceName} کا مرحلہ {stageName} ہٹایا نہیں جا سکتا: {applications} درخواستیں اسی مرحلے پر ہیں۔',
  },
  counterInUse: {
    en: 'Counter {counter} is still in use. Close it, and send on the tokens that are bound to it or parked there.',
    ur: 'کاؤنٹر {counter} ابھی استعمال میں ہے۔ اسے بند کریں اور اس کے روکے یا مخصوص ٹوکن آگے بھیجیں۔',
  },
  dayInUse: {
    en: 'The time zone and the start of the service day can only change while nobody waits ({tokens} tokens are open).',
    ur: 'وقت کا خطہ اور دن کا آغاز تبھی بدل سکتے ہیں جب کوئی منتظر نہ ہو ({tokens} ٹوکن کھلے ہیں)۔',
  },
  setUpMoved: {
    en: 'The same thing was changed again since ({place}). Take that change back first.',
    ur: 'یہی چیز بعد میں دوبارہ بدلی گئی ہے ({place})۔ پہلے وہ تبدیلی واپس لیں۔',
  },
  unknownSetUp: { en: 'There is no such change.', ur: 'ایسی کوئی تبدیلی نہیں۔' },
  badSetUp: {
    en: 'The centre would not hold together after that: {place}: {fault}.',
    ur: 'اس کے بعد مرکز کی ترتیب درست نہ رہے گی: {place}: {fault}۔',
  },
} as const satisfies Readonly<Record<string, Words>>;
