const SENTENCES = {
  foreignStore: 'is not a Markaz store. Nothing was changed. Name another data folder with --data.',
  damagedStore:
    'is damaged. Nothing was changed. Put back the newest good snapshot: npm run restore -- --data DIR --from newest. It keeps this store aside.',
  emptyStore:
    'is empty or has lost events that were there before. Nothing was changed. Put back the newest good snapshot: npm run restore -- --data DIR --from newest. It keeps this store aside.',
  newerStore: 'was written by a newer Markaz. Nothing was changed. Start that version, or a newer one.',
  otherCentre: 'belongs to another centre. Nothing was changed. Name another data folder with --data.',
  keyMissing: 'lacks a key beside it (keys/). Nothing was changed. Put the key file back from where it was kept.',
  inUse: 'is in use by another hub. Stop that one first, or name another data folder with --data.',
  badSnapshot: 'cannot be put back. Nothing was changed. Name another snapshot with --from.',
  superseded:
    'was taken over by another hub. Nothing was changed. To follow that one, start anew in an empty folder with --standby-of. Only where that one is gone for good: npm run take-over -- --data DIR.',
  unwritable: 'cannot be written. Name a folder that this user may write, with --data.',
} as const;

export type StoreRefusalCode = keyof typeof SENTENCES;

/** Why a store was not opened: a code, a sentence that says what to do next, and the values behind it. */
export class StoreRefusal extends Error {
  readonly code: StoreRefusalCode;
  readonly details: Readonly<Record<string, string | number>>;

  constructor(code: StoreRefusalCode, details: { readonly file: string } & Readonly<Record<string, string | number>>) {
    const rest = Object.entries(details).filter(([name]) => name !== 'file');
    const values = rest.map(([name, value]) => `${name} ${value}`).join(', ');
    super(`${code}: ${details.file} ${SENTENCES[code]}${values ? ` (${values})` : ''}`);
    this.code = code;
    this.details = details;
  }
}
