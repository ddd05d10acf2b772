/*
 * A page's `<form name="createElement">` stands before the document's own method, in the world of this script too
 * (HTML, "named properties of the Document object"). The prototypes are this world's own, and out of its reach.
 */

/** Makes an element, whatever the page has named after the document's methods. */
export function createElement<K extends keyof HTMLElementTagNameMap>(
  doc: Document,
  name: K,
): HTMLElementTagNameMap[K] {
  return Document.prototype.createElement.call(doc, name) as HTMLElementTagNameMap[K];
}

/** Makes an element of a drawing. */
export function createSvgElement(doc: Document, name: 'svg' | 'path'): SVGElement {
  return Document.prototype.createElementNS.call(doc, 'http://www.w3.org/2000/svg', name) as SVGElement;
}

/** The page's `html` element; `null` when the page has taken it out. */
export function rootOf(doc: Document): HTMLElement | null {
  return own<HTMLElement | null>(doc, 'documentElement') ?? null;
}

/** Is the page only made ready for a visit that may never come? */
export function isPrerendering(doc: Document): boolean {
  return own<boolean>(doc, 'prerendering') === true;
}

/** Calls back once, when the visit to a page that was made ready has come. */
export function onVisit(doc: Document, callback: () => void): void {
  EventTarget.prototype.addEventListener.call(doc, 'prerenderingchange', callback, { once: true });
}

function own<T>(doc: Document, name: string): T | undefined {
  for (let type: object | null = Document.prototype; type !== null; type = Object.getPrototypeOf(type)) {
    const getter = Object.getOwnPropertyDescriptor(type, name)?.get;
    if (getter !== undefined) return getter.call(doc) as T;
  }
  return undefined;
}
