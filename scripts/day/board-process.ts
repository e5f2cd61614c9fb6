import { PROTOCOL_VERSION } from '../../src/protocol/version.ts';
import type { BoardReport } from './messages.ts';
import { join, takePart } from './participant.ts';

/** The hall boards: they watch, and tell at the end what they saw. */
takePart(async (message) => {
  if (message.kind !== 'boards') throw new Error('Not the boards.');
  const boards: { -readonly [K in keyof BoardReport]: BoardReport[K] }[] = [];
  for (const hallId of message.halls) {
    for (let i = 0; i < message.each; i += 1) {
      const report = { hallId, last: null, wentBack: 0, views: 0 } as (typeof boards)[number];
      const device = `board-${hallId ?? 'all'}-${i}`;
      const client = await join(
        { screen: 'board', version: PROTOCOL_VERSION, device, hallId, boardId: null },
        message.url,
      );
      const see = () => {
        const { views, stamp } = client.getState();
        if (!views.board || !stamp || views.board === report.last?.value) return;
        if (report.last && stamp.seq < report.last.stamp.seq) report.wentBack += 1;
        report.last = { name: 'board', stamp, value: views.board };
        report.views += 1;
      };
      client.subscribe(see);
      see();
      boards.push(report);
    }
  }
  return { tick: async () => ({ nextAt: null, open: 0 }), report: () => boards };
});
