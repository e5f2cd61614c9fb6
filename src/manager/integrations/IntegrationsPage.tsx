import type { ManagerView } from '../../protocol/views/views.ts';
import styles from './integrations.module.css';
import { KeysPanel } from './KeysPanel.tsx';
import { WebhooksPanel } from './WebhooksPanel.tsx';

/** The programs of others: which may ask, and which are told. */
export const IntegrationsPage = ({ view }: { readonly view: ManagerView }) => (
  <div className={styles.page}>
    <KeysPanel apiKeys={view.apiKeys} />
    <WebhooksPanel webhooks={view.webhooks} />
  </div>
);
