/** Phones that follow tokens, in a process of their own: `phones.ts COUNT ADDRESS…`. Asked, how much they have heard. */
import { get } from 'node:http';

const [count = '', ...addresses] = process.argv.slice(2);
let heard = 0;

const opened = Array.from(
  { length: Number(count) },
  (_, phone) =>
    new Promise((resolve, reject) => {
      get(addresses[phone % addresses.length] ?? '', { agent: false }, (answer) => {
        if (answer.statusCode !== 200) return reject(new Error(`A phone was answered ${answer.statusCode}.`));
        answer.setEncoding('utf8');
        answer.on('data', (text: string) => (heard += text.split('event: token').length - 1));
        resolve(undefined);
      }).on('error', reject);
    }),
);
await Promise.all(opened);
process.on('message', () => process.send?.({ heard }));
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
