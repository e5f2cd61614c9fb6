import { accept, refuse } from '../../domain/decision.ts';
import { afterDelivery, isWebhookUrl } from '../../domain/integrations/webhook.ts';
import { log } from '../context.ts';
import type { Handler } from './handler.ts';

export const addApiKeyCommand: Handler<'addApiKey'> = (context, { handle, name, scopes, secretHash }) => {
  const { store, now } = context;
  if (store.apiKeys.byHandle(handle)) return refuse('apiKeyTaken');
  const id = store.apiKeys.nextId();
  const apiKey = { id, handle, name, scopes: [...new Set(scopes)], secretHash, addedAt: now.at, revokedAt: null };
  log(context, 'addApiKey', null, { apiKey });
  return accept({ apiKeyId: id });
};

export const revokeApiKeyCommand: Handler<'revokeApiKey'> = (context, { apiKeyId }) => {
  const apiKey = context.store.apiKeys.get(apiKeyId);
  if (!apiKey || apiKey.revokedAt !== null) return refuse('unknownApiKey');
  log(context, 'revokeApiKey', null, { apiKey: { ...apiKey, revokedAt: context.now.at } });
  return accept({});
};

export const addWebhookCommand: Handler<'addWebhook'> = (context, { url, events }) => {
  const { store, now } = context;
  if (!isWebhookUrl(url)) return refuse('badWebhookUrl');
  const id = store.webhooks.nextId();
  log(context, 'addWebhook', null, {
    webhook: { id, url, events: [...new Set(events)], addedAt: now.at, removedAt: null },
  });
  store.webhooks.keepTelling(id, { ...afterDelivery(store.head().seq, now.at), deliveredAt: null });
  return accept({ webhookId: id });
};

export const removeWebhookCommand: Handler<'removeWebhook'> = (context, { webhookId }) => {
  const webhook = context.store.webhooks.get(webhookId);
  if (!webhook || webhook.removedAt !== null) return refuse('unknownWebhook');
  log(context, 'removeWebhook', null, { webhook: { ...webhook, removedAt: context.now.at } });
  return accept({});
};

export const restartWebhookCommand: Handler<'restartWebhook'> = (context, { webhookId }) => {
  const { webhooks } = context.store;
  const webhook = webhooks.get(webhookId);
  const telling = webhooks.tellingOf(webhookId);
  if (!webhook || webhook.removedAt !== null || !telling) return refuse('unknownWebhook');
  log(context, 'restartWebhook', null, { webhook });
  webhooks.keepTelling(webhookId, { ...telling, failures: 0, failingSinceAt: null, trouble: null, deadAt: null });
  return accept({});
};
