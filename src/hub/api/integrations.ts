import { afterDelivery } from '../../domain/integrations/webhook.ts';
import type { AskReply } from '../../protocol/events.ts';
import type { ManagerView } from '../../protocol/views/views.ts';
import { wireError } from '../commands/command-reply.ts';
import { dayDesk } from '../days/day-desk.ts';
import type { Hall } from '../hall.ts';
import { allowances } from '../limits/allowances.ts';
import type { Limits } from '../limits/limits.ts';
import { outsideKey, webhookSecret } from '../webhooks/outside-key.ts';
import { webhookDesk } from '../webhooks/webhook-desk.ts';
import { apiAnswers, type ApiSources } from './api-answers.ts';
import { apiDoor } from './api-door.ts';
import { apiKeys } from './api-keys.ts';

/** As long as the secret of a new address can be read: an answer may get lost, a screen may be left open. */
const SHOWN_MS = 10 * 60_000;

export interface IntegrationOptions {
  readonly folder: string;
  readonly hall: Hall;
  readonly outlook: ApiSources['outlook'];
  readonly reports: ApiSources['reports'];
  readonly limits: Pick<Limits, 'apiKey' | 'wrongKeys'>;
  readonly origins: readonly string[];
  /** Something that the manager sees of it is not what it was. */
  readonly changed: () => void;
}

/** All that programs of others have to do with the hub: the public API, and what addresses are told. */
export function integrationsOf({ folder, hall, outlook, reports, limits, origins, changed }: IntegrationOptions) {
  const { store, clock } = hall;
  const key = outsideKey(folder);
  const days = dayDesk(store.file, folder);
  const webhooks = webhookDesk({ hall, key, changed });
  const keys = apiKeys(store, { perKey: allowances(limits.apiKey), wrong: allowances(limits.wrongKeys) }, () =>
    clock.at(),
  );

  const webhookViews = (): ManagerView['webhooks'] =>
    store.webhooks.inUse().map(({ id, url, events, addedAt }) => {
      const { seq, ...telling } = webhooks.tellingOf(id) ?? afterDelivery(store.head().seq, addedAt);
      return { id, url, events: [...events], addedAt, behind: store.head().seq - seq, ...telling };
    });

  const outside = () => webhookViews().map(({ addedAt: _addedAt, ...webhook }) => webhook);
  return {
    door: apiDoor({ answers: apiAnswers({ hall, outlook, days, reports, key, webhooks: outside }), keys, origins }),
    /** What the manager sees of it. */
    views: (): Pick<ManagerView, 'apiKeys' | 'webhooks'> => ({
      apiKeys: store.apiKeys.inUse().map(({ id, handle, name, scopes, addedAt }) => {
        return { id, handle, name, scopes: [...scopes], addedAt, usedAt: keys.usedAt(handle) };
      }),
      webhooks: webhookViews(),
    }),
    secretOf(webhookId: number): AskReply<'webhookSecret'> {
      const webhook = store.webhooks.get(webhookId);
      if (!webhook || webhook.removedAt !== null) return { ok: false, error: wireError({ code: 'unknownWebhook' }) };
      if (clock.at() - webhook.addedAt > SHOWN_MS) return { ok: false, error: wireError({ code: 'secretShown' }) };
      return { ok: true, value: { secret: webhookSecret(key(), webhook) } };
    },
    /** Something was logged, or the hub has just started. */
    touch: webhooks.touch,
    async stop(): Promise<void> {
      await webhooks.stop();
      await days.stop();
    },
  };
}

export type Integrations = ReturnType<typeof integrationsOf>;
