/** An element of a page, with what stands in it. */
export interface HtmlElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (HtmlElement | string)[];
}

const VOID = new Set(['br', 'hr', 'img', 'input', 'col']);

/**
 * Reads HTML as renderers of Markdown write it.
 * @throws where tags are not nested well
 */
export function readHtml(html: string): HtmlElement {
  const root: HtmlElement = { tag: '', attributes: {}, children: [] };
  const open = [root];
  const pattern = /<(\/?)([a-z][a-z0-9]*)((?:\s+[\w-]+(?:="[^"]*")?)*)\s*\/?>|([^<]+|<)/gi;
  for (const [, slash, name, written = '', text] of html.matchAll(pattern)) {
    const around = open.at(-1) ?? root;
    if (text !== undefined) around.children.push(decode(text));
    if (name === undefined) continue;
    const tag = name.toLowerCase();
    if (slash === '/') {
      if (around.tag !== tag) throw new Error(`</${tag}> in <${around.tag}>:\n${html}`);
      open.pop();
      continue;
    }
    const attributes: Record<string, string> = {};
    for (const [, key = '', value = ''] of written.matchAll(/([\w-]+)(?:="([^"]*)")?/g)) {
      attributes[key] = decode(value);
    }
    const element = { tag, attributes, children: [] };
    around.children.push(element);
    if (!VOID.has(tag)) open.push(element);
  }
  if (open.length > 1) throw new Error(`<${open.at(-1)?.tag ?? ''}> is not closed:\n${html}`);
  return root;
}

/** All elements in an element, in order. */
export function* elementsIn(element: HtmlElement): Iterable<HtmlElement> {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    yield child;
    yield* elementsIn(child);
  }
}

/** The text of an element without that of some of those in it; images say what they show. */
export function textOf(
  element: HtmlElement,
  isLeftOut: (element: HtmlElement) => boolean = () => false,
): string {
  if (element.tag === 'img') return element.attributes['alt'] ?? '';
  return element.children
    .map((child) => {
      if (typeof child === 'string') return child;
      return isLeftOut(child) ? '' : textOf(child, isLeftOut);
    })
    .join('');
}

function decode(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
