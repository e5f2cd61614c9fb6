type Child = Node | string | null;

/** An element with its attributes and what stands in it; null stands for nothing. */
export function element(tag: string, attributes: Readonly<Record<string, string>>, ...children: Child[]): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** Figures have one width each, the hyphens between them their own. */
const hyphenated = (text: string): Child[] =>
  text.split(/(-)/).map((part) => (part === '-' ? element('span', { class: 'num-hyphen' }, part) : part));

/** A token, counter or tracking number: whole and left to right in any language. */
export const numberElement = (text: string | number, name = ''): HTMLElement =>
  element('bdi', { class: `num ${name}`.trim(), dir: 'ltr' }, ...hyphenated(String(text)));

/** A text that people typed: its direction is its own. */
export const typedElement = (text: string): HTMLElement => element('bdi', { dir: 'auto' }, text);
