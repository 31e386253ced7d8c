/**
 * The middle of a text within an element, in pixels of the window; null where the text is absent.
 * Runs in the page, so it must not refer to anything outside itself.
 */
export function middleOf(element: Element, text: string): { x: number; y: number } | null {
  const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const places: { node: Node; offset: number }[] = [];
  let whole = '';
  for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
    const value = node.nodeValue ?? '';
    whole += value;
    for (let offset = 0; offset < value.length; offset++) places.push({ node, offset });
  }
  // Monaco writes spaces as no-break spaces.
  const start = whole.replaceAll('\u00a0', ' ').indexOf(text);
  const first = places[start];
  const last = places[start + text.length - 1];
  if (start < 0 || first === undefined || last === undefined) return null;
  const range = document.createRange();
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, last.offset + 1);
  const { left, width, top, height } = range.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
