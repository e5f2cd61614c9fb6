/** The screens that people sign in at. */
export type PeopleScreen = 'operator' | 'manager';

const keyName = (screen: PeopleScreen): string => `markaz.session.${screen}`;

/** The key of who is signed in at this screen, for as long as its window lives. */
export const sessionKey = (screen: PeopleScreen): string | undefined =>
  sessionStorage.getItem(keyName(screen)) ?? undefined;

export const keepSession = (screen: PeopleScreen, key: string): void => sessionStorage.setItem(keyName(screen), key);

export const dropSession = (screen: PeopleScreen): void => sessionStorage.removeItem(keyName(screen));
