import { contextBridge, ipcRenderer } from 'electron';

if (location.protocol === 'file:') {
  // The first-run page, which is a file of the app itself.
  addEventListener('DOMContentLoaded', () => {
    const form = document.querySelector('form');
    form?.addEventListener('submit', (event) => {
      event.preventDefault();
      ipcRenderer.send('choose-mode', Object.fromEntries(new FormData(form, event.submitter)));
    });
  });
} else {
  // A kiosk's maintenance screen asks for an end of the app, which asks the hub itself whether the key is good.
  contextBridge.exposeInMainWorld('markazShell', {
    maintain: (what: string, key: string): Promise<unknown> => ipcRenderer.invoke('maintain', { what, key }),
  });
  // The hub's screens hear what this machine's readers read and how they do, and nothing else.
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
