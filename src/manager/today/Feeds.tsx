import { CircleCheck, CircleDashed, CircleOff, TriangleAlert } from 'lucide-react';
import type { ManagerView } from '../../protocol/views/views.ts';
import { keyOr, type ManagerText, useManagerText } from '../manager-words.tsx';
import { Panel } from '../Panel.tsx';
import { useCentre } from '../use-centre.ts';
import styles from './today.module.css';

type Feed = ManagerView['feeds'][number];

const ICONS = { off: CircleOff, starting: CircleDashed, up: CircleCheck, down: TriangleAlert } as const;

function stateText({ state, upAt, downSinceAt }: Feed, text: ManagerText, when: (at: number) => string): string {
  const at = state === 'down' ? downSinceAt : upAt;
  return text(`feedState.${state}`, { time: at === null ? '' : when(at) });
}

function FeedRow({ feed }: { readonly feed: Feed }) {
  const { text } = useManagerText();
  const { when } = useCentre();
  const Icon = ICONS[feed.state];
  return (
    <li data-state={feed.state}>
      <Icon aria-hidden="true" width="18px" height="18px" />
      <p>
        <span>{text(keyOr(`feedName.${feed.name}`, 'feedName.csv'))}</span>
        <strong>{stateText(feed, text, when)}</strong>
      </p>
      {feed.state === 'down' ? (
        <p>
          {text(keyOr(`trouble.${feed.trouble}`, 'trouble.other'))} <bdi lang="en">{feed.detail}</bdi>
          <small>{text('hallWorks')}</small>
        </p>
      ) : null}
    </li>
  );
}

/** Each way in which bookings come, with its state in words and since when. */
export function Feeds({ feeds }: { readonly feeds: readonly Feed[] }) {
  const { text } = useManagerText();
  return (
    <Panel title={text('feedsTitle')}>
      <ul className={styles.feeds}>
        {feeds.map((feed) => (
          <FeedRow key={feed.name} feed={feed} />
        ))}
      </ul>
    </Panel>
  );
}
