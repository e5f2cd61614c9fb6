import { hideCnics } from '../../domain/person/hide-cnics.ts';

const MOST = 100;

/** A word from outside (a file's name, a header) as it may be shown: short, without a CNIC and characters that act. */
export const plainDetail = (text: string): string =>
  hideCnics(text)
    .slice(0, MOST)
    .replaceAll(/[\p{Other}<>]/gu, '�');
