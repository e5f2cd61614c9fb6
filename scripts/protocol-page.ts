import { z } from 'zod';
import { ANSWERS } from '../src/protocol/answers/answers.ts';
import { COMMANDS, envelopeSchema, QUESTIONS } from '../src/protocol/commands.ts';
import { ERROR_WORDS } from '../src/protocol/error-codes.ts';
import { handshakeSchema } from '../src/protocol/handshake.ts';
import { APPROVED_BY, MAY_ASK, MAY_SEND } from '../src/protocol/roles.ts';
import { MOST_PAYLOAD_BYTES, PROTOCOL_VERSION, PULSE_MS, SILENCE_MS } from '../src/protocol/version.ts';
import { tokenView, VIEWS } from '../src/protocol/views/views.ts';

function schemaBlock(schema: z.ZodType): string {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema);
  return `\`\`\`json\n${JSON.stringify(rest, null, 1)}\n\`\`\``;
}

/** The kinds of screens, and in brackets the roles of who is at it. */
const waysText = (ways: (typeof MAY_SEND)['issue']): string =>
  ways.map(({ screen, roles }) => `${screen} (${roles.join(', ')})`).join(', ');

function commandSection(name: keyof typeof COMMANDS): string {
  const schema = COMMANDS[name];
  const by = waysText(MAY_SEND[name]);
  const approved = APPROVED_BY[name] ? ` Needs the second PIN of: ${APPROVED_BY[name].join(', ')}.` : '';
  return `### ${name}\n\n${schema.description ?? ''} Sent by: ${by}.${approved}\n\n${schemaBlock(schema)}`;
}

function questionSection(name: keyof typeof QUESTIONS): string {
  const schema = QUESTIONS[name];
  const text = `### ${name}\n\n${schema.description ?? ''} Asked by: ${waysText(MAY_ASK[name])}.`;
  return `${text}\n\n${schemaBlock(schema)}\n\nThe answer:\n\n${schemaBlock(ANSWERS[name])}`;
}

const viewSection = (name: keyof typeof VIEWS): string => `### ${name}\n\n${schemaBlock(VIEWS[name])}`;

const errorRow = ([code, words]: [string, { en: string; ur: string }]): string =>
  `| \`${code}\` | ${words.en} | ${words.ur} |`;

/** The page that describes the wire, made from the schemas that the hub itself checks with. */
export function protocolPage(): string {
  const commands = Object.keys(COMMANDS) as (keyof typeof COMMANDS)[];
  const questions = Object.keys(QUESTIONS) as (keyof typeof QUESTIONS)[];
  const views = Object.keys(VIEWS) as (keyof typeof VIEWS)[];
  return `# The protocol between screens and hub

Made from the schemas in \`src/protocol\` by \`npm run protocol-doc\`; a test holds it to them. Version ${PROTOCOL_VERSION}.

Screens speak Socket.IO over WebSocket. A screen says in its handshake who it is; a command carries nothing of that.
A command is the event \`command\` with an envelope and an acknowledgement callback. It is done at most once for its
id: a repeat gets the stored reply. The hub pushes the event \`view\` (name, stamp, value) whenever a value changes, and
\`pulse\` every ${PULSE_MS / 1000} s: a stamp,
and what a witness keeps beside it (the hub's id, the service day, the last number of each series). A stamp holds \`seq\` and \`hash\` of the log's last event, \`at\` (epoch ms) and \`queueAt\`
(queue clock, ms). A screen that has heard nothing for ${SILENCE_MS / 1000} s says so. A command of more than ${MOST_PAYLOAD_BYTES} bytes is
refused; a message of more than a million bytes ends the connection. What cannot be answered (an unknown event, a
command without a callback) comes back as the event \`refused\`.

## Handshake

${schemaBlock(handshakeSchema)}

## Envelope

${schemaBlock(envelopeSchema)}

A reply is \`{ ok: true, id, seq, result }\` or \`{ ok: false, id, error: { code, details?, message: { en, ur } } }\`.

## Commands

${commands.map(commandSection).join('\n\n')}

## Questions

A screen asks by the event \`ask\` with a name, a payload and a callback. Nothing is changed by it. The answer is
\`{ ok: true, value }\` or \`{ ok: false, error }\`.

${questions.map(questionSection).join('\n\n')}

## Views

${views.map(viewSection).join('\n\n')}

## The page of a token

On the listener of phones alone. \`GET /api/tokens/{key}\` gives \`{ centre, token }\`, \`GET /api/tokens/{key}/events\` the
same as server-sent events: \`centre\` once, \`token\` whenever it is not what it was, \`pulse\` every four seconds, \`gone\`
when the code is dead. \`POST /api/tokens/{key}/\` with \`later\`, \`back\`, \`leave\`, \`good\`, \`fair\` or \`bad\` gives
\`{ ok: true }\`, or 409 with the error. The view \`centre\` stands above; \`token\` is

${schemaBlock(tokenView)}

## Errors

| code | English | Urdu |
|---|---|---|
${Object.entries(ERROR_WORDS).map(errorRow).join('\n')}
`;
}
