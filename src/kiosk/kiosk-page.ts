/** Where the citizen is: one question a page, then the token. */
export type KioskPage =
  | { readonly name: 'groups' }
  | { readonly name: 'services'; readonly groupId: string }
  | { readonly name: 'confirm'; readonly groupId: string; readonly serviceId: string }
  | {
      readonly name: 'token';
      readonly serviceId: string;
      readonly tokenId: number;
      readonly label: string;
      readonly ahead: number;
    };

export const FIRST_PAGE: KioskPage = { name: 'groups' };

/** The page that Back leads to; undefined where there is no way back. */
export function pageBefore(page: KioskPage): KioskPage | undefined {
  switch (page.name) {
    case 'groups':
    case 'token':
      return undefined;
    case 'services':
      return FIRST_PAGE;
    case 'confirm':
      return { name: 'services', groupId: page.groupId };
  }
}
