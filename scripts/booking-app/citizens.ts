import type { Random } from '../../src/domain/random.ts';
import type { Language } from '../../src/domain/token.ts';
import type { Words } from '../../src/domain/words.ts';

const MEN: readonly Words[] = [
  { en: 'Muhammad Ali', ur: 'محمد علی' },
  { en: 'Ahmed Raza', ur: 'احمد رضا' },
  { en: 'Bilal', ur: 'بلال' },
  { en: 'Usman', ur: 'عثمان' },
  { en: 'Imran', ur: 'عمران' },
  { en: 'Ghulam Mustafa', ur: 'غلام مصطفیٰ' },
  { en: 'Hamza', ur: 'حمزہ' },
  { en: 'Nadeem', ur: 'ندیم' },
  { en: 'Tariq', ur: 'طارق' },
  { en: 'Zafar Iqbal', ur: 'ظفر اقبال' },
  { en: 'Rana Asif', ur: 'رانا آصف' },
  { en: 'Allah Ditta', ur: 'اللہ دتہ' },
];
const WOMEN: readonly Words[] = [
  { en: 'Ayesha', ur: 'عائشہ' },
  { en: 'Fatima', ur: 'فاطمہ' },
  { en: 'Sana', ur: 'ثناء' },
  { en: 'Rukhsana', ur: 'رخسانہ' },
  { en: 'Shazia', ur: 'شازیہ' },
  { en: 'Nasreen', ur: 'نسرین' },
  { en: 'Maryam', ur: 'مریم' },
  { en: 'Saima', ur: 'صائمہ' },
  { en: 'Kausar', ur: 'کوثر' },
  { en: 'Zainab', ur: 'زینب' },
];
const FAMILIES: readonly Words[] = [
  { en: 'Butt', ur: 'بٹ' },
  { en: 'Cheema', ur: 'چیمہ' },
  { en: 'Gondal', ur: 'گوندل' },
  { en: 'Bhatti', ur: 'بھٹی' },
  { en: 'Chaudhry', ur: 'چوہدری' },
  { en: 'Malik', ur: 'ملک' },
  { en: 'Awan', ur: 'اعوان' },
  { en: 'Mirza', ur: 'مرزا' },
  { en: 'Sheikh', ur: 'شیخ' },
  { en: 'Warraich', ur: 'وڑائچ' },
  { en: 'Khokhar', ur: 'کھوکھر' },
  { en: 'Siddiqui', ur: 'صدیقی' },
];
/** Tehsils of the Punjab, as a CNIC begins: Lahore most often. */
const TEHSILS = ['35202', '35202', '35201', '35202', '34101', '33100', '36302', '37405', '38403', '31202', '35404'];
const NETWORKS = ['300', '301', '302', '306', '307', '312', '321', '322', '331', '333', '345'];

export interface Citizen {
  readonly name: string;
  readonly cnic: string;
  readonly phone: string;
  readonly language: Language;
}

const digits = (value: number, length: number): string => String(Math.floor(value)).padStart(length, '0');

/** Spreads running numbers over all seven digits, each still one of its own. */
const spread = (number: number): number => (number * 7_654_321 + 1_234_567) % 10_000_000;

/** Somebody from the Punjab; `number` (below ten million) makes the CNIC one of its own. The last digit tells men (odd) from women. */
export function citizenOf(random: Random, number: number): Citizen {
  const one = <T>(list: readonly T[]): T => random.pick(list, () => 1);
  const isWoman = random.chance(0.42);
  const language: Language = random.chance(0.8) ? 'ur' : 'en';
  const [given, family] = [one(isWoman ? WOMEN : MEN), one(FAMILIES)];
  const last = 2 * Math.floor(random.between(0, 5)) + (isWoman ? 0 : 1);
  return {
    name: `${given[language]} ${family[language]}`,
    cnic: `${one(TEHSILS)}-${digits(spread(number), 7)}-${last}`,
    phone: `0${one(NETWORKS)}${digits(random.between(0, 10_000_000), 7)}`,
    language,
  };
}
