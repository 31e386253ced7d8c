import { pandoc } from './pandoc';

/** Part of Pandoc's document as JSON. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** The blocks that Pandoc reads in a text. */
export async function blocksOf(text: string): Promise<Json> {
  return (JSON.parse(await pandoc(text, { to: 'json' })) as { readonly blocks: Json }).blocks;
}

/**
 * Blocks as one text, without the tag of an id: what a span or div holds stands in its place, and of a heading or an image
 * its id and kind are left out. It does not matter where a word, a list or a quotation mark was cut.
 */
export function readingOf(blocks: Json, tag?: { readonly id: string; readonly kind: string }) {
  return (
    JSON.stringify(bare(blocks, tag))
      .replaceAll('"Plain"', '"Para"')
      // Behind an abbreviation.
      .replaceAll('\u00a0', '{"t":"Space"}')
      .replace(/\{"t":"(?:BulletList|DefinitionList|Quoted)","c":\[(?:\{"t":"\w+Quote"\},)?/g, '')
      .replace(/\{"t":"OrderedList","c":\[\[\d+,\{"t":"\w+"\},\{"t":"\w+"\}\],/g, '')
      .replace(/"t":"Str"|"c":|"t":|[[\]{},"“”‘’']/g, '')
  );
}

function bare(node: Json, tag?: { readonly id: string; readonly kind: string }): Json {
  if (isList(node)) {
    const attributes = withoutMarks(node, tag);
    if (attributes) return attributes;
    return node.flatMap((item): readonly Json[] => {
      const content = tag && contentOf(item, tag.id);
      const inner = content && bare(content, tag);
      return inner && isList(inner) ? inner : [bare(item, tag)];
    });
  }
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, bare(value, tag)]));
}

/** Attributes without their id, which a heading has anyway, and without the kind that tagging gave them. */
function withoutMarks(
  [id, classes, pairs, ...rest]: readonly Json[],
  tag?: { readonly id: string; readonly kind: string },
): Json | undefined {
  if (typeof id !== 'string' || !isList(classes) || !isList(pairs) || rest.length > 0) {
    return undefined;
  }
  // The id of an image that is a paragraph is that of the figure around it.
  const isOwn = id === '' || id === tag?.id;
  return ['', isOwn ? classes.filter((name) => name !== tag?.kind) : classes, pairs];
}

function contentOf(node: Json, id: string): Json | undefined {
  if (typeof node !== 'object' || node === null || isList(node)) return undefined;
  const { t, c } = node;
  if ((t !== 'Span' && t !== 'Div') || !c || !isList(c)) return undefined;
  const [attributes, content] = c;
  return attributes && isList(attributes) && attributes[0] === id ? content : undefined;
}

function isList(node: Json | undefined): node is readonly Json[] {
  return Array.isArray(node);
}
