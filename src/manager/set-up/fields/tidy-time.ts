const TYPED = /^(\d{1,2})[:.]?(\d{2})$/;

/** A time as people type it: `830`, `8.30`, `8:30` → `08:30`; anything else stays as it is. */
export function tidyTime(text: string): string {
  const [, hour, minute] = TYPED.exec(text.trim()) ?? [];
  return hour === undefined ? text.trim() : `${hour.padStart(2, '0')}:${minute}`;
}
