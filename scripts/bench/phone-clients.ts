/** Phones that follow tokens, in a process of their own: `phone-clients.ts COUNT ADDRESS…`. Counts what they hear. */
import { get } from 'node:http';

const [count = '', ...addresses] = process.argv.slice(2);
let open = 0;
let heard = 0;

for (let phone = 0; phone < Number(count); phone += 1) {
  const address = addresses[phone % addresses.length] ?? '';
  get(address, { agent: false }, (answer) => {
    open += 1;
    answer.setEncoding('utf8');
    answer.on('data', (text: string) => (heard += text.split('event: token').length - 1));
  }).on('error', (error) => console.error(`A phone lost its line: ${error.message}`));
}

process.on('message', () => process.send?.({ open, heard }));
process.on('disconnect', () => process.exit(0));
