import { useMemo, useState } from 'react';
import type { CentreFile } from '../../protocol/centre-file.ts';
import { fileFaults } from '../../protocol/set-up/file-faults.ts';
import { useAnswer } from '../use-answer.ts';
import { carriedOver, type Draft } from './draft/draft.ts';
import { keepDraft, keptDraft, useKeptDraft } from './kept-draft.ts';
import { useCentreVersion } from './use-centre-version.ts';
import type { Filling } from './use-draft.ts';

/** The centre as the hub has it and as it is being changed here. */
export function useSetUp() {
  const { value: now, error, again } = useAnswer({ name: 'centreFile', payload: {} }, useCentreVersion());
  const kept = useKeptDraft();
  const draft = useMemo<Draft | undefined>(
    () => kept ?? (now && { base: now.base, before: now.file, file: now.file }),
    [kept, now],
  );
  const [discarded, setDiscarded] = useState<Draft | undefined>();
  const file = draft?.file;
  const faults = useMemo(() => (file ? fileFaults(file) : []), [file]);
  const change = (make: (file: CentreFile) => CentreFile) => {
    const before = keptDraft() ?? draft;
    if (before) keepDraft({ ...before, file: make(before.file) });
  };
  const filling: Filling | undefined = file && { file, faults, change };
  return {
    draft,
    filling,
    error,
    again,
    /** Whether somebody else has changed the centre since this draft was begun. */
    isOvertaken: kept !== undefined && now !== undefined && kept.base !== now.base,
    /** Puts the draft's own changes onto the centre as it is now. */
    carryOver: () => {
      if (kept && now) keepDraft(carriedOver(kept, now));
    },
    discard: () => {
      setDiscarded(keptDraft());
      keepDraft(undefined);
    },
    /** Brings back what was discarded last; undefined when nothing was. */
    bringBack:
      discarded &&
      (() => {
        setDiscarded(undefined);
        keepDraft(discarded);
      }),
  };
}

export type SetUp = ReturnType<typeof useSetUp>;
