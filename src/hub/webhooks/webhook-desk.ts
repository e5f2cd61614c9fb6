import type { Telling, Webhook } from '../../domain/integrations/webhook.ts';
import { teller, type TellerOptions } from './teller.ts';

/** Tells the addresses that a manager has set of tokens: at least once each, in order, over restarts. */
export function webhookDesk(options: TellerOptions) {
  const { store } = options.hall;
  const stopping = new AbortController();
  const running = new Map<number, { readonly telling: () => Telling; readonly done: Promise<void> }>();
  /** Addresses for which something came while they were being told. */
  const again = new Set<number>();

  function tell(webhook: Webhook): void {
    if (running.has(webhook.id)) return void again.add(webhook.id);
    const { telling, run } = teller(options, webhook, stopping.signal);
    const done = run()
      .catch((error: unknown) => console.error('An address could not be told:', error))
      .finally(() => {
        running.delete(webhook.id);
        if (again.delete(webhook.id) && !stopping.signal.aborted) touch();
      });
    running.set(webhook.id, { telling, done });
  }

  function touch(): void {
    for (const webhook of store.webhooks.inUse()) tell(webhook);
  }

  return {
    /** Something was logged. */
    touch,
    /** How the telling of an address goes. */
    tellingOf: (id: number): Telling | undefined => running.get(id)?.telling() ?? store.webhooks.tellingOf(id),
    async stop(): Promise<void> {
      stopping.abort();
      await Promise.all([...running.values()].map(({ done }) => done));
    },
  };
}
