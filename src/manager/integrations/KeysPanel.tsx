import { type SubmitEvent, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { TextField } from 'react-aria-components/TextField';
import { type Scope, SCOPES } from '../../domain/integrations/api-key.ts';
import type { ManagerView } from '../../protocol/views/views.ts';
import { useHub } from '../../renderer/use-hub.ts';
import { useManagerText } from '../manager-words.tsx';
import { Empty, Panel } from '../Panel.tsx';
import panel from '../panel.module.css';
import { useCentre } from '../use-centre.ts';
import { type Send, useSend } from '../use-send.ts';
import { Choices } from './Choices.tsx';
import { useMay } from '../use-may.ts';
import styles from './integrations.module.css';
import { newApiKey } from './new-api-key.ts';
import { ShownOnce } from './ShownOnce.tsx';

type Key = ManagerView['apiKeys'][number];

function AddKey({ send, show }: { readonly send: Send; readonly show: (key: string) => void }) {
  const { text } = useManagerText();
  const { isLive } = useHub();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly Scope[]>([]);
  const isWhole = name.trim() !== '' && scopes.length > 0;
  const add = async () => {
    const { key, handle, secretHash } = await newApiKey();
    const { ok } = await send('addApiKey', { handle, secretHash, name: name.trim(), scopes: [...scopes] });
    if (!ok) return;
    show(key);
    setName('');
    setScopes([]);
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isWhole) void add();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField value={name} onChange={setName} maxLength={60}>
        <Label>{text('apiKeyName')}</Label>
        <Input autoComplete="off" />
      </TextField>
      <Button type="submit" className={panel.plain ?? ''} isDisabled={!isLive || !isWhole}>
        {text('apiKeyAdd')}
      </Button>
      <Choices
        title={text('apiKeyScopes')}
        all={SCOPES}
        chosen={scopes}
        nameOf={(scope) => text(`scope.${scope}`)}
        change={setScopes}
      />
    </form>
  );
}

function KeyRow({ apiKey, send }: { readonly apiKey: Key; readonly send: Send }) {
  const { text } = useManagerText();
  const { isLive } = useHub();
  const may = useMay();
  const { when } = useCentre();
  const { id, handle, name, scopes, addedAt, usedAt } = apiKey;
  return (
    <li>
      <div>
        <strong>
          <bdi>{name}</bdi>
        </strong>{' '}
        <code dir="ltr">mk_{handle}_…</code>
        <small>{scopes.map((scope) => text(`scope.${scope}`)).join(' · ')}</small>
        <small>
          {text('apiKeySince', { when: when(addedAt) })} ·{' '}
          {usedAt === null ? text('apiKeyUnused') : text('apiKeyUsed', { when: when(usedAt) })}
        </small>
      </div>
      {may('revokeApiKey') ? (
        <Button
          className={panel.plain ?? ''}
          aria-label={text('apiKeyRevokeOf', { name })}
          isDisabled={!isLive}
          onPress={() => void send('revokeApiKey', { apiKeyId: id })}
        >
          {text('apiKeyRevoke')}
        </Button>
      ) : null}
    </li>
  );
}

/** The keys by which programs of others ask the hub. A key itself is kept nowhere, so that it cannot be shown again. */
export function KeysPanel({ apiKeys }: { readonly apiKeys: readonly Key[] }) {
  const { language, text } = useManagerText();
  const may = useMay();
  const { trouble, send } = useSend();
  const [shown, setShown] = useState<string | undefined>();
  return (
    <Panel title={text('apiKeysTitle')} more={text('apiKeysMore')}>
      {may('addApiKey') ? <AddKey send={send} show={setShown} /> : null}
      <p className={styles.trouble} role="status">
        {trouble?.message[language]}
      </p>
      {shown === undefined ? null : <ShownOnce what="secretOfKey" secret={shown} done={() => setShown(undefined)} />}
      {apiKeys.length === 0 ? (
        <Empty>{text('noApiKeys')}</Empty>
      ) : (
        <ul className={styles.list}>
          {apiKeys.map((apiKey) => (
            <KeyRow key={apiKey.id} apiKey={apiKey} send={send} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
