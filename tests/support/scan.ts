import type { Page } from 'playwright';

/** The keys of a reader that types, all within a moment. */
export const scan = (page: Page, text: string) =>
  page.evaluate(`for (const key of [...${JSON.stringify(text)}, 'Enter']) {
    const target = document.activeElement ?? document.body;
    for (const kind of ['keydown', 'keyup']) {
      target.dispatchEvent(new KeyboardEvent(kind, { key, bubbles: true, cancelable: true }));
    }
  }`);
