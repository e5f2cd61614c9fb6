/** What is not read aloud: what a screen reader passes over too, and what stands there in the other language. */
function isPassedOver(element: Element, language: string): boolean {
  const { lang, ariaHidden } = element as HTMLElement;
  return ariaHidden === 'true' || (lang !== '' && lang !== language) || element.matches('svg, style');
}

/** A block of its own is said by itself; what stands in a line belongs together. */
const isInline = (element: Element): boolean => getComputedStyle(element).display.startsWith('inline');

function collect(node: Node, language: string, texts: string[]): void {
  if (node instanceof Text) {
    texts.push(`${texts.pop() ?? ''}${node.data}`);
    return;
  }
  if (!(node instanceof HTMLElement) || isPassedOver(node, language) || node.tagName === 'BUTTON') return;
  if (node.ariaLabel) texts.push(node.ariaLabel, '');
  const stands = !isInline(node);
  if (stands) texts.push('');
  for (const child of node.childNodes) collect(child, language, texts);
  if (stands) texts.push('');
}

const spoken = (texts: readonly string[]): readonly string[] =>
  texts.map((text) => text.trim()).filter((text) => text !== '');

/** The texts of a part of the page in reading order, without its buttons. */
export function textsOf(element: Element, language: string): readonly string[] {
  const texts: string[] = [''];
  collect(element, language, texts);
  return spoken(texts);
}

/** What a control is called; `chosen` follows where it is one that is turned on. */
export function nameOf(control: HTMLElement, language: string, chosen: string): readonly string[] {
  const { ariaLabel, ariaPressed } = control;
  const texts: string[] = [''];
  if (ariaLabel) texts.push(ariaLabel);
  else for (const child of control.childNodes) collect(child, language, texts);
  return [...spoken(texts), ...(ariaPressed === 'true' ? [chosen] : [])];
}
