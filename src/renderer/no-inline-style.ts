/** The id of the style element that react-aria would write into the page itself, unless there is one with that id. */
const PRESSABLE = 'react-aria-pressable-style';

/** Our pages take no style that stands in the page (content-security-policy): that rule is in theme.css. */
export function keepStylesInFiles(): void {
  if (document.getElementById(PRESSABLE)) return;
  document.head.append(Object.assign(document.createElement('meta'), { id: PRESSABLE }));
}
