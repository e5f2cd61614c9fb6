import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PushCode } from '../../protocol/push-codes.ts';
import type { AppointmentFeed, FeedDesk, FeedTrouble } from './feed.ts';
import { answerDelivery, type Verdict } from './push/push-answer.ts';
import { isInWindow, isSigned, readMark } from './push/push-signature.ts';
import { readBody } from './push/read-body.ts';
import { deliveryTaker } from './push/take-delivery.ts';

export interface PushFeedOptions {
  /** What the signatures are made with; never empty. */
  readonly secret: string;
  readonly desk: FeedDesk;
  /** Epoch ms of the hub's clock. */
  readonly nowAt: () => number;
  readonly mostBytes?: number;
  readonly bodyTimeoutMs?: number;
}

export interface PushFeed extends AppointmentFeed {
  /** Answers a request of the webhook; whoever listens decides at which address. */
  handle(req: IncomingMessage, res: ServerResponse): void;
}

/** What a refusal says of the feed; a replay says nothing. */
const TROUBLES: Readonly<Record<PushCode, FeedTrouble | null>> = {
  badSignature: 'badSignature',
  timestampOutside: 'badSignature',
  replayed: null,
  tooLarge: 'tooLarge',
  notJson: 'notJson',
  badRequest: 'badAnswer',
  notStored: 'notStored',
};

function tellDesk(desk: FeedDesk, verdict: Verdict): void {
  if (typeof verdict !== 'string') return desk.isUp();
  const trouble = TROUBLES[verdict];
  if (trouble) desk.isDown(trouble, verdict);
}

/** Takes signed deliveries of changed bookings. */
export function pushFeed(options: PushFeedOptions): PushFeed {
  const { secret, desk, nowAt, mostBytes = 1_048_576, bodyTimeoutMs = 10_000 } = options;
  if (secret === '') throw new Error('A push feed without a secret would take what anybody sends.');
  const taker = deliveryTaker(desk, nowAt);
  let isOpen = false;

  /** What the delivery comes to; null when its sender went away. */
  async function judge(req: IncomingMessage): Promise<Verdict | null> {
    const body = await readBody(req, mostBytes, bodyTimeoutMs);
    if (body === 'gone') return null;
    if (body === 'tooLarge') return body;
    const mark = req.method === 'POST' ? readMark(req.headers) : 'badRequest';
    if (typeof mark === 'string') return mark;
    if (!isInWindow(mark, nowAt())) return 'timestampOutside';
    if (!isSigned(mark, body, secret)) return 'badSignature';
    return isOpen ? taker.take(mark, body) : 'notStored';
  }

  async function serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const verdict = await judge(req);
    if (verdict === null) return;
    answerDelivery(res, verdict);
    tellDesk(desk, verdict);
  }

  return {
    name: 'push',
    start() {
      isOpen = true;
    },
    async stop() {
      isOpen = false;
      await taker.settled();
    },
    handle: (req, res) => void serve(req, res),
  };
}
