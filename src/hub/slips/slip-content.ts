import type { Application } from '../../domain/journeys/application.ts';
import { type Centre, countersFor, findService, type Service, stageNameOf } from '../../domain/centre.ts';
import { labelOf } from '../../domain/numbering.ts';
import { classesLeft } from '../../domain/target.ts';
import type { Token } from '../../domain/token.ts';
import { trackingBarcode, writeTrackingNumber } from '../../domain/journeys/tracking-number.ts';
import { shownRange } from '../../domain/wait-words.ts';
import type { CitizenSlip, SlipContent } from '../../slip/slip-content.ts';
import type { Slip } from '../../store/log/event.ts';

const NOWHERE = { en: '', ur: '' };

/** What a slip is about. */
export interface SlipFacts {
  readonly centre: Centre;
  readonly token: Token;
  readonly application: Application | undefined;
  readonly ahead: number | null;
  /** Whether another slip of this token may be about. */
  readonly isDuplicate: boolean;
  /** Where the token can be followed; null where phones reach no hub. */
  readonly url: string | null;
}

function hallOf(centre: Centre, { kioskId, counterId }: Pick<Slip, 'kioskId' | 'counterId'>) {
  const place = [...centre.kiosks, ...centre.counters].find((one) => one.id === (kioskId ?? counterId));
  return centre.halls.find((hall) => hall.id === place?.hallId)?.name ?? NOWHERE;
}

function trackingOf(application: Application | undefined): CitizenSlip['tracking'] {
  if (!application) return null;
  const { trackingNumber } = application;
  return { number: writeTrackingNumber(trackingNumber), barcode: trackingBarcode(trackingNumber) };
}

function waitOf({ forecastP50Ms, forecastP90Ms }: Token) {
  if (forecastP50Ms === null) return null;
  return shownRange({ p50Ms: forecastP50Ms, p90Ms: forecastP90Ms ?? Number.POSITIVE_INFINITY });
}

function goToOf(centre: Centre, { state, serviceId, stageId }: Token): CitizenSlip['goTo'] {
  if (state !== 'waiting') return null;
  return { stage: stageNameOf(centre, stageId), counters: countersFor(centre, serviceId, stageId) };
}

const languagesOf = ({ centre: { slipLanguages }, token }: SlipFacts): SlipContent['languages'] =>
  slipLanguages === 'citizen' ? token.language : slipLanguages;

/** What the slip of a token says beside what every slip does. */
function tokenSlip({ centre, token, application, ahead, isDuplicate }: SlipFacts, service: Service | undefined) {
  return {
    classes: classesLeft(centre, token.classes).map((one) => one.name),
    // Whose application is filed has shown them.
    papers: application ? [] : (service?.papers ?? []),
    ahead,
    wait: waitOf(token),
    slotAt: token.slotAt,
    isDuplicate,
  };
}

/** What a slip says. */
export function slipContent(slip: Pick<Slip, 'kind' | 'kioskId' | 'counterId'>, facts: SlipFacts): CitizenSlip {
  const { centre, token, application, url } = facts;
  // A visit may be at its next service already when the slip of what it filed is made.
  const about = slip.kind === 'tracking' && application ? application : undefined;
  const service = findService(centre, about?.serviceId ?? token.serviceId);
  const head = {
    languages: languagesOf(facts),
    centre: centre.name,
    hall: hallOf(centre, slip),
    service: service?.name ?? NOWHERE,
    label: labelOf(token),
    at: about?.filedAt ?? token.issuedAt,
    timeZone: centre.timeZone,
    islamicDays: centre.islamicDays,
    goTo: goToOf(centre, token),
    tracking: trackingOf(application),
    url,
  };
  return slip.kind === 'tracking'
    ? { kind: 'tracking', ...head }
    : { kind: 'token', ...head, ...tokenSlip(facts, service) };
}
