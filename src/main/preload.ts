import { contextBridge, ipcRenderer } from 'electron';

/** What the pairing page is to show; `isEntered` once a manager has entered the code. */
interface ShownHere {
  readonly code?: string;
  readonly words?: readonly string[];
  readonly trouble?: string;
  readonly isEntered?: boolean;
}

/** The first-run page and the pairing page, which are files of the app itself. */
function ownPage(): void {
  addEventListener('DOMContentLoaded', () => {
    document.getElementById('same')?.addEventListener('click', () => ipcRenderer.send('words-same'));
    const form = document.querySelector('form');
    form?.addEventListener('submit', (event) => {
      event.preventDefault();
      ipcRenderer.send('choose-mode', Object.fromEntries(new FormData(form, event.submitter)));
    });
  });
  ipcRenderer.on('pairing', (_event, shown: ShownHere) => {
    const put = (id: string, text: string) => document.getElementById(id)?.replaceChildren(text);
    put('code', shown.code ?? '······');
    put('trouble', shown.trouble ?? '');
    const items = (shown.words ?? []).map((word) => Object.assign(document.createElement('li'), { textContent: word }));
    document.getElementById('words')?.replaceChildren(...items);
    document.getElementById('same')?.toggleAttribute('hidden', shown.isEntered !== true);
  });
}

/** The hub's screens: what they may ask of the machine that they stand on. */
function screen(): void {
  // A kiosk's maintenance screen asks for an end of the app, which asks the hub itself whether the key is good.
  contextBridge.exposeInMainWorld('markazShell', {
    maintain: (what: string, key: string): Promise<unknown> => ipcRenderer.invoke('maintain', { what, key }),
  });
  // They hear what this machine's readers read and how they do, and nothing else.
  contextBridge.exposeInMainWorld('markazReaders', {
    hear: (listener: (text: string) => void) => {
      ipcRenderer.on('read', (_event, text: unknown) => {
        if (typeof text === 'string') listener(text);
      });
    },
    watch: (listener: (readers: unknown) => void) => {
      ipcRenderer.on('readers', (_event, readers: unknown) => listener(readers));
      ipcRenderer.send('readers');
    },
  });
}

/** A paired machine's page has no network: its socket lives in the shell. */
function linked(): void {
  contextBridge.exposeInMainWorld('markazLink', {
    open: (handshake: unknown) => ipcRenderer.send('link-open', handshake),
    hear: (listener: (name: string, args: readonly unknown[]) => void) => {
      ipcRenderer.on('link-heard', (_event, name: string, args: readonly unknown[]) => listener(name, args));
    },
    ask: (kind: string, body: unknown, withinMs: number): Promise<unknown> =>
      ipcRenderer.invoke('link-ask', kind, body, withinMs),
    connect: () => ipcRenderer.send('link-connect'),
    close: () => ipcRenderer.send('link-close'),
  });
}

if (location.protocol === 'file:') ownPage();
else screen();
if (location.protocol === 'markaz:') linked();
