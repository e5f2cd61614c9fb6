/** Boards of an echo: `echo-boards.ts URL COUNT`. Asked, how many views they have heard so far. */
import { io } from 'socket.io-client';

const [url = '', count = '1'] = process.argv.slice(2);
let heard = 0;
for (let i = 0; i < Number(count); i += 1) {
  const socket = io(url, { transports: ['websocket'], forceNew: true, auth: { screen: 'board' } });
  socket.on('view', () => (heard += 1));
  await new Promise((resolve) => socket.once('connect', () => resolve(undefined)));
}
process.on('message', () => process.send?.({ heard }));
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
