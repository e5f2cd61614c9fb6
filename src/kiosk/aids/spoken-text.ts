/** What is not read aloud: what a screen reader passes over too, and what stands there in another language. */
function isPassedOver(element: Element, language: string | null): boolean {
  const { lang, ariaHidden } = element as HTMLElement;
  const isOther = language !== null && lang !== '' && lang !== language;
  return ariaHidden === 'true' || isOther || element.matches('svg, style');
}

/** A block of its own is said by itself; what stands in a line belongs together. */
const isInline = (element: Element): boolean => getComputedStyle(element).display.startsWith('inline');

const labelOf = (node: HTMLElement): string | null => (node instanceof HTMLImageElement ? node.alt : node.ariaLabel);

function collect(node: Node, language: string | null, texts: string[]): void {
  if (node instanceof Text) {
    texts.push(`${texts.pop() ?? ''}${node.data}`);
    return;
  }
  if (!(node instanceof HTMLElement) || isPassedOver(node, language) || node.tagName === 'BUTTON') return;
  const label = labelOf(node);
  // A part is often called what the question above it, or the title in it, says.
  if (label && !texts.some((text) => text.trim() === label)) texts.push(label, '');
  const edge = isInline(node) ? [] : [''];
  texts.push(...edge);
  for (const child of node.childNodes) collect(child, language, texts);
  texts.push(...edge);
}

const spoken = (texts: readonly string[]): readonly string[] =>
  texts
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .filter((text, place, all) => text !== all[place - 1]);

/** The texts of a part of the page in reading order, without its buttons. */
export function textsOf(element: Element, language: string): readonly string[] {
  const texts: string[] = [''];
  collect(element, language, texts);
  return spoken(texts);
}

function contentOf(control: HTMLElement, language: string | null): readonly string[] {
  const texts: string[] = [''];
  for (const child of control.childNodes) collect(child, language, texts);
  return spoken(texts);
}

/** What a control is called; `chosen` follows where it is one that is turned on. */
export function nameOf(control: HTMLElement, language: string, chosen: string): readonly string[] {
  const { ariaLabel, ariaPressed } = control;
  const own = ariaLabel ? [ariaLabel] : contentOf(control, language);
  // The button of the other language says so in that language alone.
  const name = own.length > 0 ? own : contentOf(control, null);
  return [...name, ...(ariaPressed === 'true' ? [chosen] : [])];
}
