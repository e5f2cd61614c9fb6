import { z } from 'zod';
import { SPEECH_LANGUAGES } from '../../domain/speech-language.ts';
import { LANGUAGES } from '../../domain/token.ts';
import { at, goTo, status, wait } from './view-parts.ts';

const calledToken = z.object({
  seq: z.int().describe('number of the call; grows with every call and recall'),
  label: z.string(),
  counterId: z.int(),
  language: z.enum(LANGUAGES).describe('of its citizen'),
  serviceId: z.string(),
  at,
});

export const boardView = z.object({
  hallId: z.string().nullable(),
  speaks: z.array(z.enum(SPEECH_LANGUAGES)).describe('the languages of its calls, in order'),
  volume: z.number().describe('of voice and media, 0 to 1'),
  night: z
    .object({ fromMinute: z.int(), toMinute: z.int() })
    .nullable()
    .describe('when it is dim, in minutes after local midnight; it may run over midnight'),
  media: z
    .array(z.object({ address: z.string(), kind: z.enum(['picture', 'video']) }))
    .describe('what stands beside the calls, in turn'),
  calls: z
    .array(calledToken)
    .describe('the newest 24 calls of the last ten minutes, newest first; at least the last one of the day'),
  counters: z.array(
    z.object({ id: z.int(), status, label: z.string().nullable(), state: z.enum(['called', 'serving']).nullable() }),
  ),
  waiting: z.int(),
  moves: z
    .array(z.object({ label: z.string(), at, goTo }))
    .describe('tokens that walked on to another stage a moment ago, newest first'),
  waits: z.array(z.object({ serviceId: z.string(), wait })).describe('what somebody who comes now would wait'),
});

/** What only grows longer with every call goes by itself and more rarely, so that a call reaches the hall in few bytes. */
export const boardCallsView = z.object({
  calls: z.array(calledToken).describe('the calls of the last ten minutes, 150 at most, newest first'),
});

export const counterDisplayView = z.object({
  counterId: z.int(),
  status,
  label: z.string().nullable(),
  state: z.enum(['called', 'serving']).nullable(),
  serviceId: z.string().nullable(),
  callSeq: z.int().nullable().describe('number of the last call here, so that a recall can be seen'),
});
