import type { Centre } from '../../domain/centre.ts';
import { accept, type Decision, refuse } from '../../domain/decision.ts';
import { centreFileSchema } from '../../protocol/centre-file.ts';
import { centreOfFile } from '../../protocol/set-up/centre-of-file.ts';
import type { Result } from '../../protocol/replies.ts';
import { type FileValue, movedSince, revert } from '../../protocol/set-up/file-changes.ts';
import { fileOfCentre } from '../../protocol/set-up/file-of-centre.ts';
import { rehome } from '../cases/rehome.ts';
import { type CommandContext, log } from '../context.ts';
import { setUpBlocks } from '../set-up/blocks.ts';
import { centreBase } from '../set-up/centre-base.ts';
import { setUpChange } from '../set-up/history.ts';
import type { Handler } from './handler.ts';
import { undoMedia } from './media-commands.ts';
import { undoStaff } from './people-commands.ts';

/** Sets the centre up anew where nothing keeps it from being done; whoever stands in a stage that is gone begins anew. */
function change(context: CommandContext, kind: string, centre: Centre, undoes?: number): Decision<Result> {
  const [block] = setUpBlocks(context.store, context.centre, centre, context.now.at);
  if (block) return { ok: false, error: block };
  if (centreBase(centre) === centreBase(context.centre)) return accept({});
  log(context, kind, null, { hall: { centre }, ...(undoes === undefined ? {} : { about: { undoes } }) });
  rehome({ ...context, centre });
  return accept({});
}

export const changeCentreCommand: Handler<'changeCentre'> = (context, { file, base }) =>
  base === centreBase(context.centre) ? change(context, 'changeCentre', centreOfFile(file)) : refuse('centreChanged');

/** Takes a change of the centre back. */
function undoCentre(context: CommandContext, seq: number): Decision<Result> {
  const changes = setUpChange(context.store, seq);
  if (!changes) return refuse('unknownSetUp');
  const file = fileOfCentre(context.centre) as unknown as FileValue;
  const [moved] = movedSince(file, changes);
  if (moved) return refuse('setUpMoved', { place: moved.path.join(' · ') });
  const parsed = centreFileSchema.safeParse(revert(file, changes));
  if (parsed.success) return change(context, 'undoSetUp', centreOfFile(parsed.data), seq);
  const [issue] = parsed.error.issues;
  return refuse('badSetUp', { place: issue?.path.join(' · ') ?? '', fault: issue?.message ?? '' });
}

export const undoSetUpCommand: Handler<'undoSetUp'> = (context, { seq, base }) => {
  const [ofBoards] = context.store.medias(seq, 1);
  if (ofBoards?.seq === seq) return undoMedia(context, ofBoards);
  const [ofPeople] = context.store.people(seq, 1);
  if (ofPeople?.seq === seq) return undoStaff(context, ofPeople);
  return base === centreBase(context.centre) ? undoCentre(context, seq) : refuse('centreChanged');
};
