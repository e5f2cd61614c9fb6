const URDU_ZERO = 0x06f0;
const ARABIC_ZERO = 0x0660;

const latinDigit = (digit: string): string => {
  const code = digit.charCodeAt(0);
  return String(code - (code >= URDU_ZERO ? URDU_ZERO : ARABIC_ZERO));
};

/** A PIN as it was typed, in Latin digits; undefined when it has not six to twelve of them. */
export function readPin(text: string): string | undefined {
  const pin = text.trim().replaceAll(/[\u0660-\u0669\u06f0-\u06f9]/g, latinDigit);
  return /^\d{6,12}$/.test(pin) ? pin : undefined;
}

/** Whether anybody would guess it at once: one part over and over, or a run up or down. */
export function isGuessable(pin: string): boolean {
  const isRepeated = /^(\d{1,3})\1+\d{0,2}$/.test(pin);
  const digits = pin.split('').map(Number);
  const steps = digits.slice(1).map((digit, place) => digit - (digits[place] ?? 0));
  return isRepeated || steps.every((step) => step === 1) || steps.every((step) => step === -1);
}
