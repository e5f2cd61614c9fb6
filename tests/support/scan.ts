import type { Page } from 'playwright';

/** How a reader types GS, which parts the fields of a card. */
const GS = { key: ']', code: 'BracketRight', ctrlKey: true };

/** The keys of a reader that types, all within a moment. */
export const scan = (page: Page, text: string) =>
  page.evaluate(`for (const sign of [...${JSON.stringify(text)}, 'Enter']) {
    const target = document.activeElement ?? document.body;
    const press = sign === '\\x1d' ? ${JSON.stringify(GS)} : sign === '\\t' ? { key: 'Tab' } : { key: sign };
    for (const kind of ['keydown', 'keyup']) {
      target.dispatchEvent(new KeyboardEvent(kind, { ...press, bubbles: true, cancelable: true }));
    }
  }`);

/** A reader's keys are this far apart. */
const PACE_S = 0.005;

/**
 * The same through the browser's own keyboard, so that a field in focus has the digits typed into it. Every key bears
 * the time at which a reader sends it, and all are sent at once: a machine under load would have them further apart.
 */
export async function scanDigits(page: Page, digits: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const startS = Date.now() / 1_000;
  const keys = digits
    .split('')
    .map((key) => ({ key, code: `Digit${key}`, text: key, windowsVirtualKeyCode: key.charCodeAt(0) }));
  const enter = { key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 };
  await Promise.all(
    [...keys, enter].flatMap(({ text, ...key }, index) => {
      const timestamp = startS + index * PACE_S;
      return [
        session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key, text, timestamp }),
        session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key, timestamp }),
      ];
    }),
  );
  await session.detach();
}
