/** The screens of a paired machine are files of the app itself, under a scheme of its own: no server gives them. */
export const SCREENS_SCHEME = 'markaz';
export const SCREENS_ORIGIN = `${SCREENS_SCHEME}://screens`;
