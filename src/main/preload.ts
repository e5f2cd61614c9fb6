import { ipcRenderer } from 'electron';

// Only the first-run page, which is a file of the app itself, gets anything from here.
if (location.protocol === 'file:') {
  addEventListener('DOMContentLoaded', () => {
    const form = document.querySelector('form');
    form?.addEventListener('submit', (event) => {
      event.preventDefault();
      ipcRenderer.send('choose-mode', Object.fromEntries(new FormData(form, event.submitter)));
    });
  });
}
