import { createHash, timingSafeEqual } from 'node:crypto';
import type { PrintOutcome } from '../../../hardware/printers/printer.ts';
import type { AskReply } from '../../protocol/events.ts';
import type { Question } from '../../protocol/commands.ts';
import type { ErrorCode } from '../../protocol/error-codes.ts';
import type { Store } from '../../store/store.ts';
import { wireError } from '../commands/command-reply.ts';
import type { SlipPlace } from '../context.ts';
import { staffOfCard } from '../people/staff-cards.ts';
import type { Sender } from '../sender.ts';
import { placeOfTries, triesByDevice } from '../people/tries.ts';
import type { HubReaders } from './readers.ts';
import type { KioskPrinters } from '../slips/kiosk-printer.ts';
import type { SlipPrinters } from '../slips/printers.ts';
import { lastSlipOf } from '../views/counter-view.ts';

export interface DeviceDesk {
  readonly store: Pick<Store, 'staffCards' | 'personKey' | 'slips' | 'tokens'>;
  readonly printers: Pick<SlipPrinters, 'all'>;
  readonly readers: Pick<HubReaders, 'all' | 'tell'>;
  readonly machines: Pick<KioskPrinters, 'hear'>;
  /** Prints a test slip; undefined where there is no such printer. */
  readonly test: (place: SlipPlace) => Promise<PrintOutcome | undefined>;
  /** Opens the maintenance screen of every kiosk; null where cards alone do. */
  readonly maintenanceCode: string | null;
  readonly nowMs: () => number;
}

type Answered<Name extends 'testPrinter' | 'maintenance' | 'staffOfCard' | 'tellReaders' | 'tellPrinter'> = Promise<
  AskReply<Name>
>;

const no = (code: ErrorCode): { ok: false; error: ReturnType<typeof wireError> } => ({
  ok: false,
  error: wireError({ code }),
});

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();
const isSame = (a: string, b: string): boolean => timingSafeEqual(digestOf(a), digestOf(b));

/** Answers what concerns the devices and who may see to them. Who only tries cards and codes is stopped. */
export function deviceQuestions({ store, printers, readers, machines, test, maintenanceCode, nowMs }: DeviceDesk) {
  const tries = triesByDevice();

  /** What a key opens, at most so many wrong ones a minute. */
  function tried<T>(sender: Sender, open: () => T | undefined): { ok: true; value: T } | ReturnType<typeof no> {
    const at = placeOfTries(sender);
    if (!tries.mayTry(at, nowMs())) return no('tooManyTries');
    const value = open();
    if (value !== undefined) return { ok: true, value };
    tries.hasFailed(at, nowMs());
    return no('unknownCard');
  }

  const isKey = (key: string): true | undefined =>
    (maintenanceCode !== null && isSame(key, maintenanceCode)) || staffOfCard(store, key) ? true : undefined;

  return {
    async testPrinter({ place }: Question<'testPrinter'>['payload']): Answered<'testPrinter'> {
      const outcome = await test(place);
      return outcome === undefined ? no('unknownPrinter') : { ok: true, value: { outcome } };
    },
    async staffOfCard(sender: Sender, { card }: Question<'staffOfCard'>['payload']): Answered<'staffOfCard'> {
      const found = tried(sender, () => staffOfCard(store, card));
      return found.ok ? { ok: true, value: { name: found.value.name } } : found;
    },
    async tellReaders(sender: Sender, { readers: own }: Question<'tellReaders'>['payload']): Answered<'tellReaders'> {
      readers.tell(sender, own);
      return { ok: true, value: {} };
    },
    async tellPrinter(sender: Sender, { kind, status }: Question<'tellPrinter'>['payload']): Answered<'tellPrinter'> {
      if (sender.screen !== 'kiosk' || sender.deviceId === null) return no('notPaired');
      machines.hear(sender.kioskId, kind, status);
      return { ok: true, value: {} };
    },
    /** The devices of the kiosk that asks. */
    async maintenance(sender: Sender, { key, test: isTest }: Question<'maintenance'>['payload']) {
      const kioskId = sender.screen === 'kiosk' ? sender.kioskId : 0;
      const opened = tried(sender, () => isKey(key));
      if (!opened.ok) return opened;
      const outcome = isTest ? ((await test({ kioskId })) ?? null) : null;
      const printer = printers.all().find((one) => one.kioskId === kioskId);
      if (!printer) return no('unknownPrinter');
      const own = readers.all().filter((one) => one.kioskId === kioskId);
      const value = { printer: { ...printer, slip: lastSlipOf(store, printer) }, readers: own, outcome };
      return { ok: true, value } as const;
    },
  };
}

export type DeviceQuestions = ReturnType<typeof deviceQuestions>;
