import { expect, it } from 'vitest';
import { NUMBER_GAP } from '../../../src/hub/standby/take-over.ts';
import { screenMachine } from '../../support/alone.ts';
import { hubWithStandby } from '../../support/standby.ts';
import { tcpProxy } from '../../support/tcp-proxy.ts';
import { kiosk, wishFor } from '../../support/test-hub.ts';

const IN_TIME = { timeout: 40_000, interval: 100 };
/** More than the gap: without a word of a screen the new hub would give some of them again. */
const GIVEN = NUMBER_GAP + 10;

it(
  'goes on above the numbers that a screen has seen and the copy has not, by so much as may have been given since',
  { timeout: 120_000 },
  async () => {
    let link: Awaited<ReturnType<typeof tcpProxy>> | undefined;
    const { hub, standby, pairAs, takeOver, asHub, stopHub } = await hubWithStandby({}, async (url) => {
      link = await tcpProxy({ port: Number(new URL(url).port) });
      return `https://127.0.0.1:${link.port}`;
    });
    const board = screenMachine(await pairAs('board', 'hall'), { screen: 'board', hallId: 'hall', boardId: null });
    let seen: Readonly<Record<string, number>> = {};
    board.hearMarks((_stamp, { numbers }) => (seen = numbers));
    const local = kiosk(hub);
    await local.done('issue', wishFor('domicile'));
    await expect.poll(() => standby.state().behind, IN_TIME).toBe(0);
    await expect.poll(() => standby.state().screens.some(({ isHere }) => isHere), IN_TIME).toBe(true);
    await expect.poll(() => seen['A'], IN_TIME).toBe(1);
    link?.refuse(true);
    for (let given = 1; given < GIVEN; given += 1) await local.done('issue', wishFor('domicile'));
    await expect.poll(() => seen['A'], IN_TIME).toBe(GIVEN);
    await stopHub();
    await expect.poll(() => standby.state().waiting, IN_TIME).toBe(1);
    expect(await takeOver({})).toMatchObject({ ok: true });
    const { hub: next } = await asHub();
    expect((await kiosk(next).done('issue', wishFor('domicile'))).label).toBe(`A-${GIVEN + NUMBER_GAP + 1}`);
  },
);
