import { type SubmitEvent, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { TextField } from 'react-aria-components/TextField';
import { TOKEN_NEWS, type TokenNews } from '../../domain/integrations/token-news.ts';
import type { ManagerView } from '../../protocol/views/views.ts';
import { useHub, useHubClient } from '../../renderer/use-hub.ts';
import { useManagerText } from '../manager-words.tsx';
import { Empty, Panel } from '../Panel.tsx';
import panel from '../panel.module.css';
import { useCentre } from '../use-centre.ts';
import { type Send, useSend } from '../use-send.ts';
import { Choices } from './Choices.tsx';
import { useMay } from '../use-may.ts';
import styles from './integrations.module.css';
import { ShownOnce } from './ShownOnce.tsx';

type Webhook = ManagerView['webhooks'][number];

/** What a gateway for messages needs. */
const USUAL: readonly TokenNews[] = ['token.issued', 'token.called', 'token.recalled', 'token.noShow'];

function AddWebhook({ send, show }: { readonly send: Send; readonly show: (secret: string) => void }) {
  const { text } = useManagerText();
  const { isLive } = useHub();
  const client = useHubClient();
  const [url, setUrl] = useState('');
  const [events, setEvents] = useState(USUAL);
  const isWhole = url.trim() !== '' && events.length > 0;
  const add = async () => {
    const reply = await send('addWebhook', { url: url.trim(), events: [...events] });
    if (!reply.ok || reply.result.webhookId === undefined) return;
    const { webhookId } = reply.result;
    const asked = await client.ask({ name: 'webhookSecret', payload: { webhookId } });
    if (asked.ok) show(asked.value.secret);
    setUrl('');
    setEvents(USUAL);
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isWhole) void add();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField value={url} onChange={setUrl} maxLength={500}>
        <Label>{text('webhookUrl')}</Label>
        <Input autoComplete="off" dir="ltr" placeholder="https://" />
      </TextField>
      <Button type="submit" className={panel.plain ?? ''} isDisabled={!isLive || !isWhole}>
        {text('webhookAdd')}
      </Button>
      <Choices
        title={text('webhookEvents')}
        all={TOKEN_NEWS}
        chosen={events}
        nameOf={(news) => text(`news.${news}`)}
        change={setEvents}
      />
    </form>
  );
}

/** How an address does, in words and as one of three looks. */
function useStanding({ deliveredAt, failingSinceAt, trouble, deadAt }: Webhook) {
  const { text } = useManagerText();
  const { when } = useCentre();
  const why = trouble ?? '';
  if (deadAt !== null) return { look: 'dead', said: text('webhookDead', { when: when(deadAt), trouble: why }) };
  if (failingSinceAt !== null)
    return { look: 'failing', said: text('webhookFailing', { when: when(failingSinceAt), trouble: why }) };
  const said = deliveredAt === null ? text('webhookNew') : text('webhookGood', { when: when(deliveredAt) });
  return { look: 'good', said };
}

function WebhookRow({ webhook, send }: { readonly webhook: Webhook; readonly send: Send }) {
  const { text } = useManagerText();
  const { isLive } = useHub();
  const may = useMay();
  const { look, said } = useStanding(webhook);
  const { id, url, events, deadAt } = webhook;
  return (
    <li>
      <div>
        <strong>
          <bdi dir="ltr">{url}</bdi>
        </strong>
        <small>{events.map((news) => text(`news.${news}`)).join(' · ')}</small>
        <small className={styles.standing} data-look={look}>
          {said}
        </small>
      </div>
      {deadAt === null || !may('restartWebhook') ? null : (
        <Button
          className={panel.plain ?? ''}
          aria-label={text('webhookRestartOf', { url })}
          isDisabled={!isLive}
          onPress={() => void send('restartWebhook', { webhookId: id })}
        >
          {text('webhookRestart')}
        </Button>
      )}
      {may('removeWebhook') ? (
        <Button
          className={panel.plain ?? ''}
          aria-label={text('webhookRemoveOf', { url })}
          isDisabled={!isLive}
          onPress={() => void send('removeWebhook', { webhookId: id })}
        >
          {text('webhookRemove')}
        </Button>
      ) : null}
    </li>
  );
}

/** The addresses that are told of tokens, and how they take it. */
export function WebhooksPanel({ webhooks }: { readonly webhooks: readonly Webhook[] }) {
  const { language, text } = useManagerText();
  const may = useMay();
  const { trouble, send } = useSend();
  const [shown, setShown] = useState<string | undefined>();
  return (
    <Panel title={text('webhooksTitle')} more={text('webhooksMore')}>
      {may('addWebhook') ? <AddWebhook send={send} show={setShown} /> : null}
      <p className={styles.trouble} role="status">
        {trouble?.message[language]}
      </p>
      {shown === undefined ? null : (
        <ShownOnce what="secretOfWebhook" secret={shown} done={() => setShown(undefined)} />
      )}
      {webhooks.length === 0 ? (
        <Empty>{text('noWebhooks')}</Empty>
      ) : (
        <ul className={styles.list}>
          {webhooks.map((webhook) => (
            <WebhookRow key={webhook.id} webhook={webhook} send={send} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
