import { randomUUID } from 'node:crypto';
import { extname } from 'node:path';
import { accept, type Decision, refuse } from '../../domain/decision.ts';
import type { Result } from '../../protocol/replies.ts';
import type { LoggedEvent, MediaChange } from '../../store/log/event.ts';
import { type CommandContext, log } from '../context.ts';
import { cleanName } from '../boards/media-kind.ts';
import { mediaChanges, versionOf } from '../set-up/media-versions.ts';
import type { Handler } from './handler.ts';

type Place = Pick<CommandContext, 'store' | 'media'>;

const stands = ({ media }: Place, name: string): boolean => media.has(`/media/${encodeURIComponent(name)}`);

/** The version under a name; one that somebody has put into the folder by hand gets its id now. */
const standing = (place: Place, name: string): string | null =>
  versionOf(place.store, name) ?? (stands(place, name) ? `${randomUUID()}${extname(name).toLowerCase()}` : null);

/** Whether a version is one of a change already: what was only sent is of none. */
const isUsed = ({ store }: Place, version: string): boolean =>
  mediaChanges(store).some(({ before, after }) => before === version || after === version);

const isTwice = (all: readonly (string | null)[]): boolean => {
  const said = all.filter((one) => one !== null);
  return new Set(said).size < said.length;
};

/** Why a version cannot stand under a name. */
function faultOf(context: CommandContext, name: string, upload: string): 'mediaName' | 'mediaGone' | undefined {
  if (extname(upload) !== extname(name) || name !== cleanName(name, extname(name))) return 'mediaName';
  return context.media.kept.has(upload) && !isUsed(context, upload) ? undefined : 'mediaGone';
}

/** The files come to the folder once this is stored: `place` of the boards' media. */
export const changeMediaCommand: Handler<'changeMedia'> = (context, { files }) => {
  if (isTwice(files.map(({ name }) => name)) || isTwice(files.map(({ upload }) => upload))) return refuse('mediaName');
  const changes: MediaChange[] = [];
  for (const { name, upload } of files) {
    const before = standing(context, name);
    if (upload === null && before === null) return refuse('unknownMedia');
    const fault = upload === null ? undefined : faultOf(context, name, upload);
    if (fault) return refuse(fault);
    changes.push({ name, before, after: upload });
  }
  log(context, 'changeMedia', null, { media: changes });
  return accept({});
};

/** Takes back what an event did to the boards' pictures. */
export function undoMedia(context: CommandContext, { seq, payload }: LoggedEvent): Decision<Result> {
  const changes: MediaChange[] = [];
  for (const { name, before, after } of payload.media ?? []) {
    const isThere = after !== null || !stands(context, name);
    if (versionOf(context.store, name) !== after || !isThere) return refuse('setUpMoved', { place: name });
    if (before !== null && !context.media.kept.has(before)) return refuse('mediaGone');
    changes.push({ name, before: after, after: before });
  }
  log(context, 'undoMedia', null, { media: changes, about: { undoes: seq } });
  return accept({});
}
