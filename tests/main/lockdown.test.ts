import { describe, expect, it, vi } from 'vitest';
import { isMaintenanceKey } from '../../src/main/ask-hub.ts';
import { keepLoaded } from '../../src/main/keep-alive.ts';
import { isDeniedAtKiosk, type KeyInput } from '../../src/main/key-chords.ts';
import { LEFT_EXIT_CODE, MAINTAIN_CHANNEL, offerExit } from '../../src/main/maintenance-exit.ts';
import { runShell } from '../../src/main/shell.ts';
import { standIn } from '../support/electron/electron-port.ts';
import { ROOT, testFolder } from '../support/folder.ts';
import { join, testHub } from '../support/test-hub.ts';

const HUB = 'http://127.0.0.1:4810';

/** A key as it is written: `Control+Shift+KeyI`. */
function pressed(chord: string): KeyInput {
  const parts = chord.split('+');
  const code = parts.at(-1) ?? '';
  const has = (name: string) => parts.slice(0, -1).includes(name);
  const key = /^(Key|Digit)./.test(code) ? code.slice(-1).toLowerCase() : code;
  return { code, key, control: has('Control'), alt: has('Alt'), meta: has('Meta') };
}

const DENIED =
  `Alt+F4 Alt+Tab Alt+Escape Alt+Space Alt+ArrowLeft Alt+ArrowRight Alt+Home Alt+Enter Alt+KeyD Alt+KeyF Alt+AltLeft
  Control+KeyW Control+KeyR Control+Shift+KeyR Control+KeyQ Control+KeyT Control+KeyN Control+Shift+KeyN Control+KeyP
  Control+KeyO Control+KeyS Control+KeyU Control+KeyF Control+KeyG Control+KeyH Control+KeyJ Control+KeyL Control+KeyD
  Control+Equal Control+Minus Control+Digit0 Control+NumpadAdd Control+NumpadSubtract Control+Shift+KeyI
  Control+Shift+KeyJ Control+Shift+KeyC Control+Shift+Escape Control+Escape Control+Alt+Delete Control+Alt+F1
  Control+Alt+BracketRight Meta+Control+BracketRight Control+BracketLeft Control+Digit5 Control+KeyJ
  Control+Tab Control+F4 Control+Shift+Delete Control+PageDown Meta+KeyD Meta+KeyE Meta+KeyL Meta+KeyR Meta+Tab
  Meta+ArrowUp Meta+KeyI Meta+KeyQ Meta+KeyW MetaLeft MetaRight F1 F3 F5 F6 F7 F10 F11 F12 F15 F24 ContextMenu
  PrintScreen ScrollLock Pause Power Sleep WakeUp BrowserBack BrowserForward BrowserHome BrowserRefresh BrowserSearch
  LaunchMail LaunchApp1 LaunchApplication2 MediaPlayPause AudioVolumeMute AudioVolumeUp`.split(/\s+/);

const ALLOWED = `Tab Enter NumpadEnter Space Escape ArrowUp ArrowDown ArrowLeft ArrowRight F13 F14 Backspace Delete
  KeyA KeyZ Digit0 Digit9 Numpad5 Minus Slash Shift+KeyA Shift+Tab ShiftLeft Home End
  Control+Backslash Control+BracketRight Control+Shift+Digit6`.split(/\s+/);

describe('the keys of a kiosk', () => {
  it('are kept from the page and from Chromium where they do anything but move, choose or read', () => {
    expect(DENIED.filter((chord) => !isDeniedAtKiosk(pressed(chord)))).toEqual([]);
    expect(ALLOWED.filter((chord) => isDeniedAtKiosk(pressed(chord)))).toEqual([]);
    // Some keyboards tell no code.
    expect(isDeniedAtKiosk({ ...pressed(''), key: 'BrowserHome' })).toBe(true);
  });
});

async function kioskShell() {
  const electron = standIn(testFolder());
  const options = { args: ['--mode=kiosk', `--hub=${HUB}`, '--place=2'], root: ROOT, findHub: async () => undefined };
  await runShell(electron.port, options);
  const isPrevented = (
    of: 'contents' | 'ofWindow' | 'ofSession',
    name: string,
    more: object = {},
    ...args: object[]
  ) => {
    const preventDefault = vi.fn<() => void>();
    const handler = electron[of].get(name) as ((event: object, ...args: object[]) => void) | undefined;
    handler?.({ preventDefault, ...more }, ...args);
    return preventDefault.mock.calls.length === 1;
  };
  return { ...electron, isPrevented };
}

const saving = (page: string, file: string) => [{ getURL: () => file }, { getURL: () => page }] as const;

describe('a file', () => {
  // Every download was denied, also the manager's reports on the hub's own machine.
  it('is saved from the manager’s page of the hub on this machine alone, and only that hub’s own', async () => {
    const { isPrevented } = await kioskShell();
    const isDenied = (page: string, file: string) =>
      isPrevented('ofSession', 'will-download', {}, ...saving(page, file));
    const manager = `${HUB}/manager/`;
    for (const file of [`${HUB}/reports/day.pdf?ticket=x`, `blob:${HUB}/5f1c`])
      expect(isDenied(manager, file)).toBe(false);
    for (const file of ['http://evil.example/a.exe', 'blob:http://evil.example/5f1c', 'file:///etc/passwd', 'x'])
      expect([file, isDenied(manager, file)]).toEqual([file, true]);
    for (const page of [`${HUB}/kiosk/`, 'http://evil.example/manager/', `http://10.0.0.2:4810/manager/`, ''])
      expect([page, isDenied(page, `${page}report.csv`)]).toEqual([page, true]);
  });
});

describe('the window of a kiosk', () => {
  it('takes no chord, no download, no dropped file and no zoom, and closes with the app alone', async () => {
    const { isPrevented, ofApp, contents, asked } = await kioskShell();
    expect(isPrevented('contents', 'before-input-event', {}, pressed('Alt+F4'))).toBe(true);
    expect(isPrevented('contents', 'before-input-event', {}, pressed('Enter'))).toBe(false);
    expect(isPrevented('ofSession', 'will-download', {}, ...saving(`${HUB}/kiosk/`, `${HUB}/slips/1.png`))).toBe(true);
    for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
      expect([name, isPrevented('contents', name, { url: 'file:///home/kiosk/dropped.html' })]).toEqual([name, true]);
      expect([name, isPrevented('contents', name, { url: `${HUB}/kiosk/` })]).toEqual([name, false]);
    }
    expect(isPrevented('contents', 'will-attach-webview')).toBe(true);
    (contents.get('did-finish-load') as () => void)();
    (contents.get('zoom-changed') as () => void)();
    expect(asked.zooms).toEqual([1, [1, 1], 1]);
    expect(asked.windows[0]?.webPreferences).toMatchObject({ devTools: false, navigateOnDragDrop: false });
    expect(isPrevented('ofWindow', 'close')).toBe(true);
    (ofApp.get('before-quit') as () => void)();
    expect(isPrevented('ofWindow', 'close')).toBe(false);
  });

  it('comes back when its hub was not there yet, when its page has died, and when it hangs', async () => {
    vi.useFakeTimers();
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { port, asked, contents } = standIn(testFolder());
    asked.failing = 2;
    await keepLoaded(port.createWindow({}), `${HUB}/kiosk/`);
    expect(asked.urls).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked.urls).toHaveLength(3);
    const gone = contents.get('render-process-gone') as (event: object, details: object) => void;
    gone({}, { reason: 'crashed' });
    gone({}, { reason: 'oom' });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked.urls).toHaveLength(4);
    gone({}, { reason: 'clean-exit' });
    (contents.get('unresponsive') as () => void)();
    await vi.advanceTimersByTimeAsync(10_000);
    expect([asked.urls.length, asked.crashed]).toEqual([4, 1]);
    expect(told).toHaveBeenCalledTimes(2);
    vi.useRealTimers();
  });
});

type Maintain = (event: object, wish: unknown) => Promise<boolean>;
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('the way out of a kiosk', () => {
  it('opens for a key that the hub itself knows, asked by the kiosk’s own page, and for nothing else', async () => {
    const hub = await testHub({ maintenanceCode: '471147' });
    const { port, asked, ipc } = standIn(testFolder());
    const window = port.createWindow({});
    offerExit(port, window, () => ({ url: hub.url, kioskId: 1 }));
    const maintain = ipc.get(MAINTAIN_CHANNEL) as unknown as Maintain;
    const own = { sender: window.webContents, senderFrame: { url: `${hub.url}/kiosk/?kiosk=1` } };
    const leave = { what: 'leave', key: '471147' };
    const refused: [object, unknown][] = [
      [{ ...own, sender: {} }, leave],
      [{ ...own, senderFrame: { url: 'http://evil.example/' } }, leave],
      [{ ...own, senderFrame: { url: `${hub.url}.evil.example/` } }, leave],
      [{ ...own, senderFrame: null }, leave],
      [own, { ...leave, what: 'shutdown' }],
      [own, { ...leave, key: '' }],
      [own, { ...leave, key: ['471147'] }],
      [own, null],
      [own, { ...leave, key: '471148' }],
    ];
    for (const [event, wish] of refused) expect([wish, await maintain(event, wish)]).toEqual([wish, false]);
    await turn();
    expect(asked.exits).toEqual([]);
    expect(await maintain(own, leave)).toBe(true);
    expect(await maintain(own, { ...leave, what: 'restart' })).toBe(true);
    await turn();
    expect(asked.exits).toEqual([LEFT_EXIT_CODE, 'relaunch', 0]);
  });

  it('opens with a staff card, does not open while the hub is away, and cannot be tried out', async () => {
    const hub = await testHub({ maintenanceCode: '471147' });
    const place = { url: hub.url, kioskId: 1 };
    await join(hub, { screen: 'manager', name: 'Sana' }).done('enrolCard', { name: 'Ali', card: '04A1B2C3D4' });
    expect(await isMaintenanceKey(place, '04a1b2c3d4')).toBe(true);
    expect(await isMaintenanceKey({ ...place, kioskId: 9 }, '471147')).toBe(false);
    for (let code = 0; code < 6; code += 1) expect(await isMaintenanceKey(place, `00000${code}`)).toBe(false);
    // Five wrong ones a minute, over as many connections as one likes: then the right one waits, too.
    expect(await isMaintenanceKey(place, '471147')).toBe(false);
    await hub.close();
    expect(await isMaintenanceKey(place, '04A1B2C3D4')).toBe(false);
  });
});
