import { epochStore } from './standby/epoch-store.ts';
import { inServiceStore } from './standby/in-service-store.ts';
import { leaseStore } from './alone/lease-store.ts';
import { apiKeyStore } from './integrations/api-key-store.ts';
import { aliasStore } from './bookings/alias-store.ts';
import { applicationStore } from './application-store.ts';
import { appointmentStore } from './bookings/appointment-store.ts';
import { callStore } from './call-store.ts';
import { commandStore } from './command-store.ts';
import { counterStore } from './counter-store.ts';
import type { Db } from './database.ts';
import { dayStore } from './day-store.ts';
import { feedStore } from './bookings/feed-store.ts';
import { feedbackStore } from './feedback-store.ts';
import { hallStore } from './hall-store.ts';
import { keepingStore } from './keeping/keeping-store.ts';
import { personStore } from './bookings/person-store.ts';
import { restoredStore } from './snapshots/restored-store.ts';
import { slipStore } from './slip-store.ts';
import { sessionStore } from './people/session-store.ts';
import { staffCardStore } from './staff-card-store.ts';
import { deviceStore } from './people/device-store.ts';
import { staffSecretStore } from './people/staff-secret-store.ts';
import { staffStore } from './people/staff-store.ts';
import { tokenStore } from './token-store.ts';
import { acknowledgementStore } from './wall/acknowledgement-store.ts';
import { wallReads } from './wall/wall-reads.ts';
import { tokenList } from './integrations/token-list.ts';
import { webhookStore } from './integrations/webhook-store.ts';

export type Tables = ReturnType<typeof tablesOf>;

/** One store per thing, over one open database. */
export const tablesOf = (db: Db) => ({
  tokens: tokenStore(db),
  counters: counterStore(db),
  days: dayStore(db),
  hall: hallStore(db),
  calls: callStore(db),
  slips: slipStore(db),
  applications: applicationStore(db),
  appointments: appointmentStore(db),
  aliases: aliasStore(db),
  persons: personStore(db),
  feeds: feedStore(db),
  devices: deviceStore(db),
  leases: leaseStore(db),
  epochs: epochStore(db),
  inService: inServiceStore(db),
  staff: staffStore(db),
  staffSecrets: staffSecretStore(db),
  sessions: sessionStore(db),
  staffCards: staffCardStore(db),
  feedback: feedbackStore(db),
  acknowledgements: acknowledgementStore(db),
  wall: wallReads(db),
  apiKeys: apiKeyStore(db),
  webhooks: webhookStore(db),
  listTokens: tokenList(db),
  commands: commandStore(db),
  restored: restoredStore(db),
  keeping: keepingStore(db),
});
