import { useEffect, useState } from 'react';
import type { AnswerOf } from '../../protocol/answers/answers.ts';
import type { Question } from '../../protocol/commands.ts';
import type { AskReply } from '../../protocol/events.ts';
import type { WireError } from '../../protocol/replies.ts';
import { useHub, useHubClient } from '../use-hub.ts';
import { keepSession, type PeopleScreen } from './session-key.ts';

type Member = AnswerOf<'whoCanSignIn'>['staff'][number];
type Wish = Question<'signIn'>['payload'];

/** Who uses this kind of screen; undefined until the hub has said so. */
export function useStaff(): readonly Member[] | undefined {
  const client = useHubClient();
  const { isLive, views } = useHub();
  const [staff, set] = useState<readonly Member[] | undefined>();
  const how = views.centre?.signIn;
  useEffect(() => {
    if (!isLive) return undefined;
    let isWanted = true;
    void client.ask({ name: 'whoCanSignIn', payload: {} }).then((reply) => {
      if (isWanted && reply.ok) set(reply.value.staff);
    });
    return () => {
      isWanted = false;
    };
  }, [client, isLive, how]);
  return staff;
}

/** Signing in at a screen: once it is done the page connects anew, as that person's. */
export function useSignIn(screen: PeopleScreen) {
  const client = useHubClient();
  const [isAsking, setAsking] = useState(false);
  const [trouble, setTrouble] = useState<WireError | undefined>();
  /** Gives what stood in the way. */
  const follow = async (asked: Promise<AskReply<'signIn'>>): Promise<WireError | undefined> => {
    setAsking(true);
    const reply = await asked;
    setAsking(false);
    setTrouble(reply.ok ? undefined : reply.error);
    if (!reply.ok) return reply.error;
    keepSession(screen, reply.value.session);
    location.reload();
    return undefined;
  };
  return {
    isAsking,
    trouble,
    signIn: (wish: Wish) => follow(client.ask({ name: 'signIn', payload: wish })),
    makeFirst: (payload: Question<'makeFirstManager'>['payload']) =>
      follow(client.ask({ name: 'makeFirstManager', payload })),
  };
}
