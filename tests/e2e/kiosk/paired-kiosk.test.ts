import { describe, expect, it } from 'vitest';
import { hubWithKiosk } from '../../support/alone.ts';
import { lahore } from '../../support/lahore.ts';
import { lookAgain, lookAt } from '../../support/look-at.ts';
import { inShell, ORIGIN } from '../../support/in-shell.ts';
import { networked } from '../../support/networked.ts';
import { pause } from '../../support/pause.ts';
import { CHROMIUM, SIZES, useBrowser } from '../../support/pages.ts';

describe.skipIf(!CHROMIUM)('a kiosk on a paired machine', () => {
  const { open } = useBrowser();

  it('gives a token through the shell’s socket, with no network of its own', { timeout: 60_000 }, async () => {
    const net = await networked();
    const { code, paired } = await net.begin();
    await net.grant(code, 'kiosk', '1');
    const page = await open('about:blank', SIZES.kiosk, { reducedMotion: 'reduce' });
    const elsewhere = await inShell(page, await paired);
    await page.goto(`${ORIGIN}/kiosk/?kiosk=1`);
    const inMain = page.getByRole('main').getByRole('button');
    for (const button of [
      page.getByRole('button', { name: 'English' }),
      inMain.first(),
      inMain.first(),
      page.getByRole('button', { name: 'Print my token' }),
    ]) {
      await button.click();
      await pause();
    }
    await page.getByText('A-001').first().waitFor();
    expect(elsewhere).toEqual([]);
    expect(page.errors).toEqual([]);
  });

  it(
    'goes on when its hub is gone, says how long it can, and is live again by itself',
    { timeout: 90_000 },
    async () => {
      const hub = await hubWithKiosk({ centre: lahore() });
      const page = await open('about:blank', SIZES.kiosk, { reducedMotion: 'reduce' });
      await inShell(page, await hub.pairKiosk());
      await page.goto(`${ORIGIN}/kiosk/?kiosk=1`);
      const inMain = page.getByRole('main').getByRole('button');
      const notice = page.getByText('works on its own just now');
      await page.getByRole('button', { name: 'English' }).click();
      await inMain.first().waitFor();
      expect(await notice.count()).toBe(0);
      // What it needs to go on is asked for in the first seconds.
      await expect.poll(() => page.getByText('cannot print now').count()).toBe(0);
      await hub.stopHub();
      await notice.waitFor();
      expect(await notice.textContent()).toContain('200 tokens left');
      await lookAt(page, 'kiosk-alone-groups-en');
      await page.setViewportSize(SIZES.kioskLandscape);
      await lookAt(page, 'kiosk-alone-groups-landscape-en');
      await page.setViewportSize(SIZES.kiosk);
      await pause();
      await page.getByRole('button', { name: 'I have an appointment' }).click();
      await page.getByText('only appointments can be checked in').waitFor();
      expect(await inMain.count()).toBe(1);
      await lookAt(page, 'kiosk-alone-ways-en');
      await pause();
      await page.getByRole('button', { name: 'Start over' }).click();
      for (const button of [inMain.first(), inMain.first()]) {
        await pause();
        await button.click();
      }
      await lookAt(page, 'kiosk-alone-confirm-en');
      await pause();
      await page.getByRole('button', { name: 'اردو' }).click();
      await lookAgain(page, 'kiosk-alone-confirm-ur');
      await page.getByRole('button', { name: 'میرا ٹوکن پرنٹ کریں' }).click();
      await page
        .getByText(/^[A-Z]1-001$/)
        .first()
        .waitFor();
      // Its slip is drawn and kept by this machine.
      const slip = page.getByRole('main').locator('img').first();
      await expect
        .poll(() => slip.evaluate((image: { naturalHeight: number }) => image.naturalHeight))
        .toBeGreaterThan(100);
      await lookAt(page, 'kiosk-alone-token-ur');
      await hub.startAgain({ centre: lahore() });
      await expect.poll(() => page.getByText('خود ٹوکن دے رہا ہے').count(), { timeout: 15_000 }).toBe(0);
      expect(page.errors.filter((line) => !line.includes('502'))).toEqual([]);
    },
  );
});
