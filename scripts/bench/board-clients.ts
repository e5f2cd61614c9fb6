import { PROTOCOL_VERSION } from '../../src/protocol/version.ts';
import { connectHub } from '../../src/renderer/hub-client.ts';

// Further boards beside the one that is measured, in a process of their own.
const [url = '', count = '0'] = process.argv.slice(2);
for (let i = 0; i < Number(count); i += 1) {
  connectHub(
    { screen: 'board', version: PROTOCOL_VERSION, device: `bench-board-${i}`, hallId: null, boardId: null },
    url,
  );
}
process.on('disconnect', () => process.exit(0));
