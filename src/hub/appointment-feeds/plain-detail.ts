const MOST = 100;

/** A word from outside (a file's name, a header) as it may be shown: short, and without characters that act. */
export const plainDetail = (text: string): string => text.slice(0, MOST).replaceAll(/[\p{Other}<>]/gu, '�');
