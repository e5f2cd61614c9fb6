import { PROTOCOL_VERSION } from '../../src/protocol/version.ts';
import { operatorAt } from './operator.ts';
import { join, takePart } from './participant.ts';
import { randomFrom } from '../../src/domain/random.ts';

/** The operators of the centre, each with a console of its own. */
takePart(async (message) => {
  if (message.kind !== 'operators') throw new Error('Not the operators.');
  const { counters, url, seed, opensAt } = message;
  const operators = await Promise.all(
    counters.map(async (plan) => {
      const handshake = {
        screen: 'operator',
        version: PROTOCOL_VERSION,
        device: `console-${plan.id}`,
        counterId: plan.id,
      } as const;
      return operatorAt(plan, await join(handshake, url), opensAt, randomFrom(seed * 1000 + plan.id));
    }),
  );
  return {
    async tick(at) {
      await Promise.all(operators.filter((one) => one.nextAt() <= at).map((one) => one.act(at)));
      const here = operators.filter((one) => !one.isGone());
      const nextAt = here.length === 0 ? null : Math.min(...here.map((one) => one.nextAt()));
      return { nextAt, open: operators.filter((one) => one.isBusy()).length };
    },
    closing: () => operators.forEach((one) => one.close()),
  };
});
